import { existsSync, readdirSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Serves the built client. Its files bear hashes in their names and never change; every other path is the client's own. */
export async function registerStaticFiles(http: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    http.get("/*", (_request, reply) =>
      reply
        .code(503)
        .type("text/plain")
        .send("The client is not built. Start Concord with npm start, or build the client first."),
    );
    return;
  }
  await http.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders(response, path) {
      const isHashed = path.includes("/assets/");
      response.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  // Some pages have a document of their own, which names at once all that they need.
  const documents = new Map(
    readdirSync(folder).flatMap((file) =>
      file.endsWith(".html") ? [[`/${file.slice(0, -".html".length)}`, file]] : [],
    ),
  );
  http.get("/*", (request, reply) => {
    if (request.url.startsWith("/assets/")) return reply.code(404).type("text/plain").send("There is no such file.");
    const [path = ""] = request.url.split("?");
    return reply.header("cache-control", "no-cache").sendFile(documents.get(path) ?? "index.html");
  });
}
