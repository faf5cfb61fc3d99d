import { randomBytes } from "node:crypto";
import { constants, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Where the bytes of files lie: two levels of folders, so that none holds too many. */
export function pathOf(folder: string, storageName: string): string {
  return join(folder, storageName.slice(0, 2), storageName);
}

/** Writes bytes under a new random name and answers the name; when it does, they survive a power cut. */
export async function store(folder: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<string> {
  const storageName = randomBytes(24).toString("hex");
  const path = pathOf(folder, storageName);
  await mkdir(join(folder, storageName.slice(0, 2)), { recursive: true, mode: 0o700 });
  const file = await open(`${path}.part`, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close();
    await rm(`${path}.part`, { force: true });
    throw error;
  }
  await rename(`${path}.part`, path);
  return storageName;
}

/** Reads what was stored; null where it is gone, or something else lies in its place, as a link that leads elsewhere. */
export async function read(folder: string, storageName: string): Promise<ReadStream | null> {
  const file = await open(pathOf(folder, storageName), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  if (!file) return null;
  if ((await file.stat()).isFile()) return file.createReadStream();
  await file.close();
  return null;
}

export async function remove(folder: string, storageName: string): Promise<void> {
  await rm(pathOf(folder, storageName), { force: true });
}
