import { posix } from "node:path";
import { fileFault } from "../../files/content.ts";
import { formatOf, type NumberFormat } from "./number-formats.ts";
import type { FileFormat, SheetRow, Spreadsheet } from "./sheet.ts";
import { sheetRows } from "./sheet-rows.ts";
import { TextTable } from "./text-table.ts";
import { readSmallXml, readXml } from "./xml.ts";
import { Package } from "./zip.ts";

/** An Excel workbook (.xlsx; ECMA-376), of which one sheet is read. Formulas count as what they last showed. @throws BAD_USER_INPUT */
export async function openWorkbook(path: string, wanted: Partial<FileFormat>): Promise<Spreadsheet> {
  const parts = await Package.open(path);
  try {
    const book = await bookOf(parts);
    const sheet = wanted.sheet ? book.sheets.find(({ name }) => name === wanted.sheet) : book.sheets[0];
    if (!sheet) throw fileFault("There is no such sheet in this workbook. Choose one that is there.");
    return {
      format: {
        type: "XLSX",
        encoding: null,
        separator: null,
        sheet: sheet.name,
        sheets: book.sheets.map(({ name }) => name),
        from1904: book.from1904,
      },
      rows: rowsOf(parts, book, sheet.part),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}

interface Book {
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly styles: string | undefined;
  readonly texts: string | undefined;
}

async function* rowsOf(parts: Package, book: Book, part: string): AsyncGenerator<SheetRow> {
  try {
    const texts = await textsOf(parts, book.texts);
    const formats = await formatsOf(parts, book.styles);
    yield* sheetRows(parts.text(part), { texts, formats, from1904: book.from1904 });
  } finally {
    parts.close();
  }
}

async function bookOf(parts: Package): Promise<Book> {
  const root = await relationsOf(parts, "");
  const workbook = [...root.values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (!parts.has(workbook)) {
    throw fileFault("This is not an Excel workbook. Save your spreadsheet as .xlsx or .csv, and choose that file.");
  }
  const relations = await relationsOf(parts, workbook);
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await readSmallXml(parts.text(workbook), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const relation = relations.get(attributes["r:id"] ?? idIn(attributes));
      // Sheets that hold a chart, or that nobody sees, have no rows for us.
      if (relation?.type !== "worksheet" || attributes["state"] === "veryHidden") return;
      sheets.push({ name: attributes["name"] ?? `Sheet ${sheets.length + 1}`, part: relation.target });
    },
    text: () => undefined,
    close: () => undefined,
  });
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  return { from1904, sheets, styles: partOf("styles"), texts: partOf("sharedStrings") };
}

function idIn(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
}

interface Relation {
  /** The last word of its address: `worksheet`. */
  readonly type: string;
  /** The name of the part. */
  readonly target: string;
}

/** To which parts a part refers, by id; of the whole package where `part` is empty. */
async function relationsOf(parts: Package, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  await readSmallXml(parts.text(posix.join(folder, "_rels", `${posix.basename(part)}.rels`)), {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return relations;
}

/** The texts that cells share; without the readings that stand above East Asian ones. */
async function textsOf(parts: Package, part: string | undefined): Promise<TextTable> {
  const texts = new TextTable();
  if (part === undefined) return texts;
  let text = "";
  let within: "" | "t" | "rPh" = "";
  const events = {
    open(name: string) {
      if (name === "si") text = "";
      if (name === "rPh") within = "rPh";
      if (name === "t" && within === "") within = "t";
    },
    text(piece: string) {
      if (within === "t") text += piece;
    },
    close(name: string) {
      if (name === "si") texts.add(text);
      if (name === within) within = "";
    },
  };
  for await (const _piece of readXml(parts.text(part), events));
  return texts;
}

/** How the numbers of each cell style are shown. */
async function formatsOf(parts: Package, part: string | undefined): Promise<NumberFormat[]> {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readSmallXml(parts.text(part), {
    open(name, attributes) {
      const id = Number(attributes["numFmtId"] ?? 0);
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") codes.set(id, attributes["formatCode"] ?? "");
      if (name === "xf" && inCells) formats.push(formatOf(id, codes.get(id)));
    },
    text: () => undefined,
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}
