import { openDocument, type PdfDocument } from "../../pdf/document.ts";
import { instantText } from "./words.ts";

/** A file to take along. */
export interface Report {
  /** The name of the file. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Who has a report made, and when. */
export interface Making {
  /** The organisation, as the interface calls it. */
  readonly us: string;
  /** The name of whoever has it made. */
  readonly by: string;
  readonly at: Date;
}

/** Begins a report: its title, what it is of, by whom and when it is made; on each page, how it is to be kept. */
export function beginReport({ us, by, at }: Making, title: string, subtitle: string, care: string): PdfDocument {
  const document = openDocument({
    title,
    language: "en",
    author: `Concord of ${us}`,
    layout: "portrait",
    createdAt: at,
    footer: (page, pages) => ({ left: `${us} · ${care}`, right: `Page ${page} of ${pages}` }),
  });
  document.heading(1, title);
  document.text(subtitle, { size: 11 });
  document.paragraph(`Made by ${by} from Concord on ${instantText(at)}.`, { size: 9, color: "#57606a" });
  return document;
}

/** A name as part of a file's: "Policía Nacional" → "policia-nacional"; empty where nothing of it is Latin. */
export function fileWord(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
}
