import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { IMPORT_KIND_LABELS, type ImportKind, isCode } from "@concord/shared/vocabularies";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { gates } from "../access/gates.ts";
import { badInput, forbidden } from "../errors.ts";
import { fileFault } from "../features/files/content.ts";
import { remove, store } from "../features/files/storage.ts";
import type { Importer } from "../features/imports/importer.ts";
import { beginImport } from "../features/imports/imports.service.ts";
import { reportOf } from "../features/imports/report.ts";
import type { Settings } from "../settings.ts";
import { askerOf, attachment, type PreHandler, partsOf, refuseForeignPages } from "./files.ts";

/**
 * `POST /imports`: a form (multipart/form-data) with the `kind` of record and then the `file`; answers the id of the
 * import, which is then read in the background. `GET /imports/:id/report.csv`: what became of every row.
 */
export function registerImports(
  http: FastifyInstance,
  { files: { folder }, importMaxBytes: maxBytes }: Settings,
  importer: Importer,
  identify: PreHandler,
): void {
  http.post(
    "/imports",
    { preHandler: [identify, refuseForeignPages, ifAllowed], bodyLimit: maxBytes + 10_000 },
    async (request, reply) => {
      const { viewing } = askerOf(request);
      const { fields, file } = await partsOf(request, maxBytes, "kind");
      const kind = kindIn(fields.get("kind"));
      const kept = await keep(folder, file, maxBytes);
      try {
        const { id } = await beginImport(viewing, { kind, fileName: nameOf(file), ...kept });
        void importer.work();
        return await reply.code(201).send({ id });
      } catch (error) {
        await remove(folder, kept.storageName);
        throw error;
      }
    },
  );

  http.get<{ Params: { id: string }; Querystring: { only?: string } }>(
    "/imports/:id/report.csv",
    { preHandler: [identify, ifAllowed] },
    async (request, reply) => {
      const { viewing } = askerOf(request);
      const rejectedOnly = request.query.only === "rejected";
      const { name, lines } = await reportOf(viewing, request.params.id, rejectedOnly);
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", attachment(name))
        .header("cache-control", "no-store")
        .send(Readable.from(lines));
    },
  );
}

/** The gate of what imports, as for its mutations. */
async function ifAllowed(request: FastifyRequest): Promise<void> {
  if (!gates.importers.allows(askerOf(request).asking)) {
    throw forbidden(`Spreadsheets are only imported by ${gates.importers.sentence}.`);
  }
}

function kindIn(given: string | undefined): ImportKind {
  if (given !== undefined && isCode(IMPORT_KIND_LABELS, given)) return given;
  const kinds = Object.keys(IMPORT_KIND_LABELS).join(", ");
  throw badInput([
    { path: "kind", message: `"${given ?? ""}" is no kind of record. Send one of ${kinds} before the file.` },
  ]);
}

/** Writes the file as it comes in; of a large one, never more than a piece is in memory. */
async function keep(folder: string, file: MultipartFile, maxBytes: number) {
  const hash = createHash("sha256");
  let fileSize = 0;
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const piece of file.file) {
      hash.update(piece);
      fileSize += piece.length;
      yield piece;
    }
    if (file.file.truncated) {
      throw fileFault(`The file is larger than ${Math.floor(maxBytes / 1_048_576)} MB. Part it into smaller ones.`);
    }
  }
  const storageName = await store(folder, measured());
  return { storageName, fileSize, sha256: hash.digest("hex") };
}

/** As its owner calls it, without what cannot be shown. */
function nameOf(file: MultipartFile): string {
  const last = file.filename.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  return [...last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim()].slice(0, 200).join("") || "file";
}
