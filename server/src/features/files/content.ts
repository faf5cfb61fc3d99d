import { MEDIA_TYPES } from "@concord/shared/attachments";
import type { Sharp } from "sharp";
import { badInput, type Failure } from "../../errors.ts";

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
  /** Of a picture, in pixels. */
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * Finds the type of a file from its content, whatever its name says. Pictures are drawn anew, upright, so that neither
 * place nor camera nor anything hidden in them is kept.
 * @throws BAD_USER_INPUT where the type is not allowed or the picture cannot be read
 */
export async function contentOf(given: Buffer, givenName: string): Promise<Content> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(given);
  const type = found && MEDIA_TYPES.get(found.mime);
  if (!found || !type) throw notAllowed(givenName, found?.mime);
  if (given.includes(MACROS)) throw fileFault("This document holds macros. Save it without them and attach that.");
  const drawn = type.isPicture ? await drawnAnew(given, found.mime) : { bytes: given, width: null, height: null };
  return { mediaType: found.mime, name: tidyName(givenName, type.extension), ...drawn };
}

async function drawnAnew(given: Buffer, mediaType: string): Promise<Pick<Content, "bytes" | "width" | "height">> {
  const { default: sharp } = await import("sharp");
  const picture = sharp(given, { limitInputPixels: MAX_PIXELS, failOn: "error" }).autoOrient();
  try {
    const { data, info } = await encoded(picture, mediaType).toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    throw fileFault("This picture cannot be read, or has more than 60 million pixels. Save it anew and try again.");
  }
}

function encoded(picture: Sharp, mediaType: string): Sharp {
  if (mediaType === "image/png") return picture.png();
  if (mediaType === "image/webp") return picture.webp({ quality: JPEG_QUALITY });
  return picture.jpeg({ quality: JPEG_QUALITY, mozjpeg: true });
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
