import { extractText, getDocumentProxy, getMeta } from "unpdf";

/** What a PDF says, by an independent reader: the text of each page, on one line, and what it says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(file, { mergePages: false });
  return { pages: text.map((page) => page.replaceAll(/\s+/g, " ")), meta: await getMeta(file) };
}

/** The whole text of a PDF. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return (await readPdf(bytes)).pages.join(" ");
}
