import type { FastifyInstance, FastifyReply } from "fastify";
import type { Database } from "../database/database.ts";
import { notFound } from "../errors.ts";
import { certificateByCode, readableCertificate } from "../features/recognitions/certificates.service.ts";
import { didDocument } from "../features/recognitions/signing-keys.ts";
import type { Settings } from "../settings.ts";
import { askerOf, attachment, type PreHandler } from "./files.ts";

/**
 * `GET /certificates/:code.pdf`: a certificate on paper, for users who may read its recognition. And what verifiers
 * fetch, who are no users: `GET /credentials/:code/:number`, a signed credential for whoever has the
 * code, and `GET /.well-known/did.json`, the keys that sign. Other sites may read both.
 */
export function registerCertificates(
  http: FastifyInstance,
  settings: Settings,
  database: Database,
  identify: PreHandler,
): void {
  http.get<{ Params: { code: string; number: string } }>(
    "/credentials/:code/:number",
    { preHandler: identify },
    async ({ params: { code, number } }, reply) => {
      const certificate = await certificateByCode(database, code);
      const credential = /^\d{1,3}$/.test(number) ? certificate?.credentials[Number(number) - 1] : undefined;
      if (!credential) throw notFound("credential", `${code}/${number}`);
      return toAnybody(reply).type("application/vc").send(JSON.stringify(credential));
    },
  );
  http.get<{ Params: { code: string } }>(
    "/certificates/:code.pdf",
    { preHandler: identify },
    async (request, reply) => {
      const { viewing } = askerOf(request);
      const certificate = await readableCertificate(viewing, request.params.code);
      const { certificatePdf } = await import("../features/recognitions/certificate-pdf.ts");
      return reply
        .type("application/pdf")
        .header("content-disposition", attachment(`${certificate.words.title}.pdf`))
        .header("cache-control", "no-store")
        .send(await certificatePdf(certificate, settings));
    },
  );
  http.get("/.well-known/did.json", { preHandler: identify }, async (_request, reply) => {
    const document = await didDocument(database, settings.publicUrl);
    if (!document) throw notFound("DID document", settings.publicUrl);
    return toAnybody(reply).type("application/did+json").send(JSON.stringify(document));
  });
}

function toAnybody(reply: FastifyReply): FastifyReply {
  return reply.header("access-control-allow-origin", "*").header("cache-control", "no-store");
}
