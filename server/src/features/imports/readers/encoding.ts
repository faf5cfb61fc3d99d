import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { fileFault } from "../../files/content.ts";
import type { Encoding } from "./sheet.ts";

const SAMPLE_BYTES = 65_536;
/** A text in UTF-16 without its mark has a zero byte beside every Latin letter, digit and separator. */
const UTF_16_ZEROS = 0.2;
/** Bytes that no text has: all control characters but tab, line ends, form feed and Excel's end of file. */
const CONTROL = new Set([...Array(32).keys()].filter((byte) => ![0, 9, 10, 12, 13, 26].includes(byte)));

/**
 * The encoding of a text file: by its mark; as UTF-16 by its zero bytes; as UTF-8 where the whole file is that; else
 * Windows-1252, which Excel writes as "CSV".
 * @throws BAD_USER_INPUT where it is no text
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const sample = await sampleOf(path);
  const marked = byMark(sample);
  if (marked) return marked;
  const zeros = [0, 1].map((parity) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length);
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > UTF_16_ZEROS && even < odd / 10) return "UTF_16LE";
  if (even > UTF_16_ZEROS && odd < even / 10) return "UTF_16BE";
  if (even + odd > 0 || sample.some((byte) => CONTROL.has(byte))) {
    throw fileFault("This is not a spreadsheet. Save yours as .xlsx or .csv, and choose that file.");
  }
  return (await isUtf8(path)) ? "UTF_8" : "WINDOWS_1252";
}

function byMark(sample: Buffer): Encoding | null {
  if (sample.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return "UTF_8";
  if (sample.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return "UTF_16LE";
  if (sample.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return "UTF_16BE";
  return null;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The beginning of a file. */
export async function sampleOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
