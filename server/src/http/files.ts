import { isPicture, PICTURE_SIZES, type PictureSize } from "@concord/shared/attachments";
import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { gates } from "../access/gates.ts";
import { badInput, Failure, forbidden, notFound, unauthenticated } from "../errors.ts";
import type { Asker } from "../features/accounts/asker.ts";
import { contentOf, fileFault } from "../features/files/content.ts";
import type { StoredFile } from "../features/files/files.entity.ts";
import { attachFile, readableFile } from "../features/files/files.service.ts";
import { readSmaller, SMALLER_TYPE } from "../features/files/smaller.ts";
import { read } from "../features/files/storage.ts";
import type { Settings } from "../settings.ts";

export type PreHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * `POST /files`: a form (multipart/form-data) with the id of the `record` and then its `file`; answers what was
 * attached as JSON. `GET /files/:id`: its bytes, to whoever reads the record; of a picture with `?size=small` or
 * `?size=medium` a smaller version.
 */
export async function registerFiles(http: FastifyInstance, settings: Settings, identify: PreHandler): Promise<void> {
  const { folder, maxBytes } = settings.files;
  await http.register(multipart, {
    limits: { fileSize: maxBytes, files: 1, fields: 5, fieldSize: 1_000, parts: 6, headerPairs: 50 },
  });

  http.post(
    "/files",
    { preHandler: [identify, refuseForeignPages, ifAllowed], bodyLimit: maxBytes + 10_000 },
    async (request, reply) => {
      const { viewing } = askerOf(request);
      const { recordId, name, bytes } = await uploadOf(request, maxBytes);
      const content = await contentOf(bytes, name);
      const file = await attachFile(viewing, folder, recordId, content);
      const { id, mediaType, size } = file;
      return reply.code(201).send({ id, name: file.name, mediaType, size, url: `/files/${id}` });
    },
  );

  http.get<{ Params: { id: string }; Querystring: { size?: unknown } }>(
    "/files/:id",
    { preHandler: identify },
    async (request, reply) => {
      const { viewing } = askerOf(request);
      const file = await readableFile(viewing, request.params.id);
      const size = sizeIn(request.query.size, file);
      const etag = size ? `"${file.sha256}-${size}"` : `"${file.sha256}"`;
      reply
        .header("etag", etag)
        .header("cache-control", "private, no-cache")
        .header("content-security-policy", "default-src 'none'; sandbox");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      const stream = await (size ? readSmaller(folder, file.storageName, size) : read(folder, file.storageName));
      if (!stream) {
        request.log.error(`The bytes of the file ${file.id} are not in the folder of files.`);
        throw notFound("file", file.id);
      }
      reply.header("content-disposition", disposition(file.name, isPicture(file.mediaType)));
      if (size) return reply.type(SMALLER_TYPE).send(stream);
      return reply.type(file.mediaType).header("content-length", file.size).send(stream);
    },
  );
}

/** The smaller version that is asked for; null for the file as it is. @throws BAD_USER_INPUT */
function sizeIn(wanted: unknown, file: StoredFile): PictureSize | null {
  if (wanted === undefined) return null;
  const size = PICTURE_SIZES.find((known) => known === wanted);
  if (!size) {
    throw badInput([{ path: "size", message: `There is no such size. Ask for one of ${PICTURE_SIZES.join(", ")}.` }]);
  }
  if (isPicture(file.mediaType)) return size;
  throw badInput([{ path: "size", message: "Only pictures have smaller versions. Ask for this file without a size." }]);
}

export function askerOf(request: FastifyRequest): Asker {
  if (!request.asker) throw unauthenticated();
  return request.asker;
}

/** The gate of what writes, as for mutations. */
async function ifAllowed(request: FastifyRequest): Promise<void> {
  if (!gates.writers.allows(askerOf(request).asking)) {
    throw forbidden(`Files are only attached by ${gates.writers.sentence}.`);
  }
}

/** Browsers tell where a request comes from; one from a page of another site, or a neighbouring host, is none of ours. */
export async function refuseForeignPages(request: FastifyRequest): Promise<void> {
  const from = request.headers["sec-fetch-site"] ?? "none";
  if (from !== "same-origin" && from !== "none") throw forbidden("A page of another site sent this.");
}

async function uploadOf(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ recordId: string; name: string; bytes: Buffer }> {
  const { fields, file } = await partsOf(request, maxBytes, "record");
  try {
    return { recordId: recordIn(fields), name: file.filename ?? "", bytes: await file.toBuffer() };
  } catch (error) {
    throw faultOf(error, maxBytes);
  }
}

/** The fields of a form up to its file, which is still to be read. @throws BAD_USER_INPUT */
export async function partsOf(
  request: FastifyRequest,
  maxBytes: number,
  field: string,
): Promise<{ fields: ReadonlyMap<string, string>; file: MultipartFile }> {
  if (!request.isMultipart())
    throw fileFault(`Send a form (multipart/form-data) with the fields "${field}" and "file".`);
  try {
    const fields = new Map<string, string>();
    for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
      if (part.type === "field") fields.set(part.fieldname, String(part.value));
      else return { fields, file: part };
    }
  } catch (error) {
    throw faultOf(error, maxBytes);
  }
  throw fileFault(`There is no file in the form. Send it as the field "file", after "${field}".`);
}

function recordIn(fields: ReadonlyMap<string, string>): string {
  const recordId = fields.get("record");
  if (recordId !== undefined) return recordId;
  throw badInput([
    { path: "record", message: 'The id of the record is missing. Send it as "record" before the file.' },
  ]);
}

/** Whatever is wrong with a form is the sender's fault. */
function faultOf(error: unknown, maxBytes: number): Failure {
  if (error instanceof Failure) return error;
  const isTooLarge = error instanceof Error && "code" in error && error.code === "FST_REQ_FILE_TOO_LARGE";
  return isTooLarge
    ? fileFault(`The file is larger than ${Math.floor(maxBytes / 1_048_576)} MB. Attach a smaller one.`)
    : fileFault("The form could not be read. Send it again.");
}

/** A file to be kept, by its name. */
export function attachment(name: string): string {
  return disposition(name, false);
}

/** RFC 6266: the name in full for browsers of today, and without what older ones stumble over. */
function disposition(name: string, shown: boolean): string {
  const plain = name.replaceAll(/[^\w.-]/g, "_");
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${shown ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
