import type { ReadStream } from "node:fs";
import { PICTURE_EDGES, type PictureSize } from "@concord/shared/attachments";
import { inTurn } from "../../in-turn.ts";
import { MAX_PIXELS } from "./content.ts";
import { isStored, pathOf, read, smallerName, storeSmaller } from "./storage.ts";

/** What a smaller version is, whatever the picture is: every browser shows it, and nothing is smaller. */
export const SMALLER_TYPE = "image/webp";
const QUALITY = 78;

/** Pictures are drawn one after the other: each may take as much memory as its pixels do. */
const drawInTurn = inTurn();

/**
 * Reads the smaller version of a stored picture. It is drawn when it is first asked for, and lies beside the picture from
 * then on; what is small already is not made larger. Null where the bytes of the picture are gone.
 */
export async function readSmaller(folder: string, storageName: string, size: PictureSize): Promise<ReadStream | null> {
  const name = smallerName(storageName, size);
  const known = await read(folder, name);
  if (known) return known;
  await drawInTurn(() => draw(folder, storageName, size));
  return read(folder, name);
}

async function draw(folder: string, storageName: string, size: PictureSize): Promise<void> {
  // Who waited for the one before may have waited for this very one.
  if (await isStored(folder, smallerName(storageName, size))) return;
  if (!(await isStored(folder, storageName))) return;
  const edge = PICTURE_EDGES[size];
  const { default: sharp } = await import("sharp");
  const bytes = await sharp(pathOf(folder, storageName), { limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer();
  await storeSmaller(folder, storageName, size, bytes);
}
