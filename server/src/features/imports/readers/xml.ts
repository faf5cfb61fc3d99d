import { SaxesParser } from "saxes";
import { fileFault } from "../../files/content.ts";

/** What happens while a text is read; `name` is without its prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Longer than any tag or text of a workbook: without this, one endless text would fill the memory. */
const MAX_PIECE = 33_554_432;

/** Reads XML piece by piece; after each piece, what was found can be taken. No piece is no XML. @throws BAD_USER_INPUT */
export async function* readXml(pieces: AsyncIterable<string>, events: XmlEvents): AsyncGenerator<undefined> {
  const parser = new SaxesParser();
  let sinceEvent = 0;
  const seen = () => {
    sinceEvent = 0;
  };
  parser.on("opentag", (tag) => {
    seen();
    events.open(local(tag.name), tag.attributes);
  });
  parser.on("text", (text) => events.text(text));
  parser.on("cdata", (text) => events.text(text));
  parser.on("closetag", (tag) => {
    seen();
    events.close(local(tag.name));
  });
  parser.on("error", () => {
    throw unreadable();
  });
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty = false;
    sinceEvent += piece.length;
    parser.write(piece);
    if (sinceEvent > MAX_PIECE) throw unreadable();
    yield;
  }
  if (isEmpty) return;
  parser.close();
  yield;
}

/** Reads the whole of a small part. */
export async function readSmallXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  for await (const _piece of readXml(pieces, events));
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function unreadable(): Error {
  return fileFault(
    "This workbook is damaged: a part of it cannot be read. Save it anew from your spreadsheet program.",
  );
}
