import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { badInput, type Failure } from "../../errors.ts";

interface MediaType {
  readonly extension: string;
  /** Pictures are shown in the page; everything else is only ever downloaded. */
  readonly isPicture: boolean;
}

/** What may be attached. SVG and HTML run scripts and are not among it, nor are documents with macros. */
const ALLOWED: ReadonlyMap<string, MediaType> = new Map([
  ["image/jpeg", { extension: "jpg", isPicture: true }],
  ["image/png", { extension: "png", isPicture: true }],
  ["image/webp", { extension: "webp", isPicture: true }],
  ["application/pdf", { extension: "pdf", isPicture: false }],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", { extension: "docx", isPicture: false }],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", { extension: "xlsx", isPicture: false }],
]);

/** In which Word and Excel keep macros, whatever the document says that it is. */
const MACROS = "vbaProject.bin";
/** More is no photo or scan but an attempt to fill the memory. */
export const MAX_PIXELS = 60_000_000;
const JPEG_QUALITY = 90;
const NAME_LENGTH = 120;

/** What is stored of a file: its type by its content, its bytes without what they should not tell, and a tidy name. */
export interface Content {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly name: string;
}

/** Whether files of a type are shown in the page. */
export function isShown(mediaType: string): boolean {
  return ALLOWED.get(mediaType)?.isPicture ?? false;
}

/**
 * Finds the type of a file from its content, whatever its name says. Pictures are drawn anew, upright, so that neither
 * place nor camera nor anything hidden in them is kept.
 * @throws BAD_USER_INPUT where the type is not allowed or the picture cannot be read
 */
export async function contentOf(given: Buffer, givenName: string): Promise<Content> {
  const found = await fileTypeFromBuffer(given);
  const type = found && ALLOWED.get(found.mime);
  if (!found || !type) throw notAllowed(givenName, found?.mime);
  if (given.includes(MACROS)) throw fileFault("This document holds macros. Save it without them and attach that.");
  const bytes = type.isPicture ? await drawnAnew(given, found.mime) : given;
  return { mediaType: found.mime, bytes, name: tidyName(givenName, type.extension) };
}

async function drawnAnew(given: Buffer, mediaType: string): Promise<Buffer> {
  const picture = sharp(given, { limitInputPixels: MAX_PIXELS, failOn: "error" }).autoOrient();
  try {
    if (mediaType === "image/png") return await picture.png().toBuffer();
    if (mediaType === "image/webp") return await picture.webp({ quality: JPEG_QUALITY }).toBuffer();
    return await picture.jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
  } catch {
    throw fileFault("This picture cannot be read, or has more than 60 million pixels. Save it anew and try again.");
  }
}

/** A name that every file system takes, with the extension of what the file is. */
function tidyName(given: string, extension: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, "")
    .replace(/^[.\s]+/, "")
    .trim();
  return `${[...stem].slice(0, NAME_LENGTH).join("") || "file"}.${extension}`;
}

function notAllowed(name: string, mediaType: string | undefined): Failure {
  const what = mediaType ? `is ${mediaType} by its content` : "is of no type that could be found from its content";
  return fileFault(
    `"${name.slice(0, 60)}" ${what}. Attach a JPEG, PNG or WebP picture, a PDF, or a Word or Excel document without macros.`,
  );
}

export function fileFault(message: string): Failure {
  return badInput([{ path: "file", message }]);
}
