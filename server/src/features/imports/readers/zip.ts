import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { fileFault } from "../../files/content.ts";

/** A workbook has a few dozen parts; a sheet of a hundred thousand rows takes some ten megabytes, packed one in ten. */
const MAX_ENTRIES = 2_000;
const MAX_BYTES = 1_073_741_824;
const MAX_RATIO = 500;
const UNSUSPICIOUS_BYTES = 1_048_576;

/** The parts of a workbook, each read as a stream. */
export class Package {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** @throws BAD_USER_INPUT where it is damaged, or would unpack to more than any spreadsheet */
  static async open(path: string): Promise<Package> {
    const zip = await reading(() => openPromise(path, { lazyEntries: true, autoClose: false }));
    try {
      return new Package(zip, await reading(() => entriesOf(zip)));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The text of a part, piece by piece; nothing where the part is missing. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    const stream: Readable = await reading(() => this.zip.openReadStreamPromise(entry));
    stream.setEncoding("utf8");
    try {
      for await (const piece of stream) yield String(piece);
    } catch (error) {
      throw damaged(error);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw tooMuch();
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const { compressedSize, uncompressedSize } = entry;
    bytes += uncompressedSize;
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (bytes > MAX_BYTES || (ratio > MAX_RATIO && uncompressedSize > UNSUSPICIOUS_BYTES)) throw tooMuch();
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

function tooMuch(): Error {
  return fileFault("This file would unpack to more than any spreadsheet. Save it anew from your spreadsheet program.");
}

async function reading<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw damaged(error);
  }
}

/** What the library says of a damaged archive is of no use to whoever chose the file. */
function damaged(error: unknown): Error {
  if (error instanceof Error && "details" in error) return error;
  return fileFault("This file is damaged: it cannot be unpacked. Save it anew from your spreadsheet program.");
}
