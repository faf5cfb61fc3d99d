import { randomBytes } from "node:crypto";
import { constants, type ReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PICTURE_SIZES, type PictureSize } from "@concord/shared/attachments";

/** Where the bytes of files lie: two levels of folders, so that none holds too many. */
export function pathOf(folder: string, storageName: string): string {
  return join(folder, storageName.slice(0, 2), storageName);
}

/** What the smaller version of a stored picture is stored as: beside it. */
export function smallerName(storageName: string, size: PictureSize): string {
  return `${storageName}-${size}`;
}

/** Writes bytes under a new random name and answers the name; when it does, they survive a power cut. */
export async function store(folder: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<string> {
  const storageName = randomBytes(24).toString("hex");
  await mkdir(join(folder, storageName.slice(0, 2)), { recursive: true, mode: 0o700 });
  await write(pathOf(folder, storageName), bytes);
  return storageName;
}

/** Keeps the smaller version of a picture, unless the picture was removed while it was drawn. */
export async function storeSmaller(
  folder: string,
  storageName: string,
  size: PictureSize,
  bytes: Buffer,
): Promise<void> {
  const path = pathOf(folder, smallerName(storageName, size));
  await write(path, bytes);
  if (!(await isStored(folder, storageName))) await rm(path, { force: true });
}

/** Writes it whole or not at all, whoever else writes the same. */
async function write(path: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<void> {
  const part = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
  await rename(part, path);
}

/** Whether something is stored under the name. */
export function isStored(folder: string, storageName: string): Promise<boolean> {
  return access(pathOf(folder, storageName)).then(
    () => true,
    () => false,
  );
}

/** Reads what was stored; null where it is gone, or something else lies in its place, as a link that leads elsewhere. */
export async function read(folder: string, storageName: string): Promise<ReadStream | null> {
  const file = await open(pathOf(folder, storageName), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  if (!file) return null;
  if ((await file.stat()).isFile()) return file.createReadStream();
  await file.close();
  return null;
}

/** Removes a file and, of a picture, its smaller versions. */
export async function remove(folder: string, storageName: string): Promise<void> {
  await rm(pathOf(folder, storageName), { force: true });
  for (const size of PICTURE_SIZES) {
    await rm(pathOf(folder, smallerName(storageName, size)), { force: true });
  }
}
