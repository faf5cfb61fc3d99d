import type { InjectOptions, LightMyRequestResponse } from "fastify";
import type { Visitor } from "./application.ts";

/** A form as browsers send it with `POST /files`. */
export interface Upload {
  readonly record: string;
  readonly name: string;
  readonly type?: string;
  readonly bytes: Buffer;
}

/** The shortest of PDFs: a file that any record may carry. */
export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

export const BOUNDARY = "----a-form-of-the-tests";

/** The form in bytes, and its content type. */
export function uploadForm({ record, name, type = "application/octet-stream", bytes }: Upload): {
  type: string;
  bytes: Buffer;
} {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="record"\r\n\r\n${record}\r\n--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}

/** The request that uploads. */
export function uploadRequest(upload: Upload): InjectOptions {
  const form = uploadForm(upload);
  return { method: "POST", url: "/files", headers: { "content-type": form.type }, payload: form.bytes };
}

/** Sends a file to a record, as a browser does. */
export function sendFile(
  visitor: Visitor,
  record: string,
  { name = "photo.jpg", type = "image/jpeg", bytes }: Partial<Upload> & Pick<Upload, "bytes">,
): Promise<LightMyRequestResponse> {
  return visitor.send(uploadRequest({ record, name, type, bytes }));
}
