import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { zip } from "../../../testing/zip.ts";
import { formatOf } from "./number-formats.ts";
import type { FileFormat, SheetRow } from "./sheet.ts";
import { openSpreadsheet } from "./spreadsheet.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

function fileOf(bytes: Uint8Array | string): string {
  made += 1;
  const path = join(folder, String(made));
  writeFileSync(path, bytes);
  return path;
}

async function read(bytes: Uint8Array | string, wanted: Partial<FileFormat> = {}) {
  const { format, rows } = await openSpreadsheet(fileOf(bytes), wanted);
  const all: SheetRow[] = [];
  for await (const row of rows) all.push(row);
  return { format, rows: all };
}

const cellsOf = ({ rows }: { rows: SheetRow[] }) => rows.map((row) => row.cells);

/** What a file is refused with. */
const fault = (bytes: Uint8Array | string, wanted?: Partial<FileFormat>) =>
  read(bytes, wanted).then(
    () => "nothing",
    (error: Error) => error.message,
  );

const TABLE = [["Name", "Land", "Straße"], ["Polícia Nacional – “PN”", "España", "Café 12 €"], ["Поліція"]];
const LATIN = TABLE.slice(0, 2);
const csv = (rows: readonly (readonly string[])[], separator = ",") =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join("\r\n");

describe("a CSV file", () => {
  it.each([
    ["UTF-8", Buffer.from(csv(TABLE)), TABLE, "UTF_8"],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${csv(TABLE)}`), TABLE, "UTF_8"],
    ["UTF-16LE with its mark", iconv.encode(csv(TABLE), "utf16le", { addBOM: true }), TABLE, "UTF_16LE"],
    ["UTF-16BE with its mark", iconv.encode(csv(TABLE), "utf16be", { addBOM: true }), TABLE, "UTF_16BE"],
    ["UTF-16LE without its mark", iconv.encode(csv(LATIN), "utf16le"), LATIN, "UTF_16LE"],
    ["UTF-16BE without its mark", iconv.encode(csv(LATIN), "utf16be"), LATIN, "UTF_16BE"],
    ["Windows-1252", iconv.encode(csv(LATIN), "win1252"), LATIN, "WINDOWS_1252"],
  ])("in %s is read as it was written", async (_name, bytes, rows, encoding) => {
    const sheet = await read(bytes);
    expect(cellsOf(sheet)).toEqual(rows);
    expect(sheet.format.encoding).toBe(encoding);
  });

  it("whose first byte that is not ASCII lies far inside is still told apart", async () => {
    const filler = `${"a,b\r\n".repeat(40_000)}`;
    const latin = await read(Buffer.concat([Buffer.from(filler), iconv.encode("é,ü", "win1252")]));
    expect(latin.rows.at(-1)?.cells).toEqual(["é", "ü"]);
    const utf8 = await read(`${filler}é,ü`);
    expect(utf8.rows.at(-1)?.cells).toEqual(["é", "ü"]);
  });

  it("is read in the encoding that a person chooses", async () => {
    const mac = iconv.encode("Name,Ort\r\nBüro,Zürich", "macroman");
    expect(cellsOf(await read(mac, { encoding: "MACINTOSH" }))[1]).toEqual(["Büro", "Zürich"]);
  });

  it.each([
    ["a comma", ","],
    ["a semicolon", ";"],
    ["a tab", "\t"],
    ["a bar", "|"],
  ])("may be separated by %s", async (_name, separator) => {
    const sheet = await read(csv(TABLE, separator));
    expect(cellsOf(sheet)).toEqual(TABLE);
    expect(sheet.format.separator).toBe(separator);
  });

  it.each([
    ["commas within semicolons", 'Name;Place\nA, B and C;"Here, there"\nD;E\n', ["A, B and C", "Here, there"]],
    ["the separator that its first line states", "sep=;\r\nName;Place\r\nA,1;B\r\n", ["A,1", "B"]],
    ["lines and quotation marks in cells", 'Name,Place\n"A\nB","say ""hi"""\n', ["A\nB", 'say "hi"']],
    ["quotation marks out of place", 'Name,Place\nThe "old" court,B\n', ['The "old" court', "B"]],
    ["one column", "Name\nA; B, C\n", ["A; B, C"]],
  ])("may hold %s", async (_name, text, cells) => {
    expect(cellsOf(await read(text))[1]).toEqual(cells);
  });

  it("numbers its rows as a spreadsheet program does, and leaves empty ones out", async () => {
    const { rows } = await read('Name,More\n"two\nlines",a\n\n  , ,\nlast\n');
    expect(rows).toEqual([
      { number: 1, cells: ["Name", "More"] },
      { number: 2, cells: ["two\nlines", "a"] },
      { number: 5, cells: ["last"] },
    ]);
  });

  it("that a report of ours was written to is read as what was read before", async () => {
    expect(cellsOf(await read("Name,Phone\nA,'+63 2 8723\n"))[1]).toEqual(["A", "+63 2 8723"]);
  });

  it("with a cell of 10 MB is read on; the cell is cut", async () => {
    const { rows } = await read(`Name,More\n"${"x".repeat(10_485_760)}",a\nlast,b\n`);
    expect(rows[1]?.cells.map((cell) => cell.length)).toEqual([32_768, 1]);
    expect(rows[2]?.cells).toEqual(["last", "b"]);
  });
});

describe("a file that cannot be read says why:", () => {
  it.each([
    ["an empty one", "", /empty/],
    ["an old or protected Excel file", Buffer.from("d0cf11e0a1b11ae100000000", "hex"), /old Excel file \(\.xls\)/],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), /not a spreadsheet/],
    ["another archive", zip({ "hello.txt": "hello" }), /not an Excel workbook/],
    ["half an archive", zip({ "hello.txt": "hello" }).subarray(0, 20), /damaged/],
    ["an open quotation mark", 'Name\nA\n"B\nC\n', /In row 3 a quotation mark is opened and never closed/],
    ["too many columns", `${"a,".repeat(400)}\n`, /at most 300 columns/],
  ])("%s", async (_name, bytes, message) => {
    expect(await fault(bytes)).toMatch(message);
  });

  it("an archive that would unpack to far more", async () => {
    const bomb = zip({ ...parts("<sheetData/>"), "xl/worksheets/sheet1.xml": Buffer.alloc(64_000_000, " ") });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await fault(bomb)).toMatch(/unpack to more than any spreadsheet/);
  });

  it("a workbook whose XML is broken, or whose entities grow", async () => {
    expect(await fault(zip(parts("<sheetData><row><c><v>1</v></row></sheetData>")))).toMatch(/damaged/);
    const laughs = `<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
    expect(await fault(zip(parts("<sheetData><row><c><v>&b;</v></c></row></sheetData>", laughs)))).toMatch(/damaged/);
  });

  it("a workbook with one endless text", async () => {
    const text = Array.from({ length: 1_200_000 }, (_unused, index) => `part ${index * 7919} of it `).join("");
    const inline = `<sheetData><row><c t="inlineStr"><is><t>${text.repeat(2)}</t></is></c></row></sheetData>`;
    expect(await fault(zip(parts(inline)))).toMatch(/damaged/);
  });

  it("a sheet that is not there", async () => {
    expect(await fault(zip(parts("<sheetData/>")), { sheet: "Other" })).toMatch(/no such sheet/);
  });
});

describe("a workbook", () => {
  it("as a spreadsheet program writes it is read: texts, numbers, and dates as exactly as they are shown", async () => {
    const date = new Date(Date.UTC(2005, 11, 1));
    const shownAs = (numFmt: string) => ({ value: date, type: "date" as const, style: { numFmt } });
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Partners",
          rows: [
            ["Name", "Count", "Day", "Month", "Year", "Open"],
            ["Polícia", 94, date, date, date, true],
            [],
            ["தமிழ்", 0.5],
          ],
          cells: new Map([
            ["1,2", shownAs("dd/mm/yyyy")],
            ["1,3", shownAs("mmm-yy")],
            ["1,4", shownAs("yyyy")],
          ]),
        },
        { name: "More", rows: [["Second"]] },
      ],
    });
    const sheet = await read(bytes);
    expect(sheet.rows).toEqual([
      { number: 1, cells: ["Name", "Count", "Day", "Month", "Year", "Open"] },
      { number: 2, cells: ["Polícia", "94", "2005-12-01", "2005-12", "2005", "TRUE"] },
      { number: 4, cells: ["தமிழ்", "0.5"] },
    ]);
    expect(sheet.format).toMatchObject({ type: "XLSX", sheet: "Partners", sheets: ["Partners", "More"] });
    expect(cellsOf(await read(bytes, { sheet: "More" }))).toEqual([["Second"]]);
  });

  it.each([
    ["a formula as what it last showed", `<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>`, ["ab"]],
    [
      "a formula that was never worked out as nothing",
      `<c r="A1"><f>HYPERLINK("x")</f></c><c r="B1"><v>1</v></c>`,
      ["", "1"],
    ],
    ["its own text", `<c r="A1" t="inlineStr"><is><t>own</t></is></c>`, ["own"]],
    ["rich text without the readings above it", `<c r="A1" t="s"><v>1</v></c>`, ["東京"]],
    ["an escaped line end", `<c r="A1" t="inlineStr"><is><t>a_x000A_b</t></is></c>`, ["a\nb"]],
    ["cells without addresses", `<c><v>1</v></c><c><v>2</v></c>`, ["1", "2"]],
    ["cells with gaps", `<c r="B1"><v>1</v></c><c r="AA1"><v>2</v></c>`, ["", "1", ...Array(24).fill(""), "2"]],
    ["an error as it is shown", `<c r="A1" t="e"><v>#REF!</v></c>`, ["#REF!"]],
    ["a shared text that is not there as nothing", `<c r="A1" t="s"><v>99</v></c><c r="B1"><v>1</v></c>`, ["", "1"]],
    ["a large number without an exponent", `<c r="A1"><v>1.2345678901E10</v></c>`, ["12345678901"]],
    ["leading zeros that its format shows", `<c r="A1" s="1"><v>42</v></c>`, ["00042"]],
    ["a day after 1904 on an old Mac", `<c r="A1" s="2"><v>37225</v></c>`, ["2005-12-01"]],
    ["an ISO day", `<c r="A1" t="d"><v>2005-12-01T00:00:00</v></c>`, ["2005-12-01"]],
  ])("reads %s", async (_name, cells, expected) => {
    expect(cellsOf(await read(zip(parts(`<sheetData><row r="1">${cells}</row></sheetData>`))))).toEqual([expected]);
  });

  it("may bear prefixes before its names, and its parts at other places", async () => {
    const bytes = zip({
      "_rels/.rels": `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/main.xml"/></Relationships>`,
      "book/main.xml": `<x:workbook xmlns:x="x" xmlns:q="q"><x:sheets><x:sheet name="S" sheetId="1" q:id="s"/></x:sheets></x:workbook>`,
      "book/_rels/main.xml.rels": `<Relationships><Relationship Id="s" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="sheets/one.xml"/></Relationships>`,
      "book/sheets/one.xml": `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="3"><x:c r="A3"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect((await read(bytes)).rows).toEqual([{ number: 3, cells: ["7"] }]);
  });
});

it.each([
  [14, undefined, "day"],
  [17, undefined, "month"],
  [200, "mmm\\-yy", "month"],
  [200, "[$-409]mmmm yyyy;@", "month"],
  [200, "yyyy", "year"],
  [200, "d-mmm-yy", "day"],
  [200, "yyyy\\-mm\\-dd hh:mm", "day"],
  [200, "[h]:mm", undefined],
  [200, "hh:mm AM/PM", undefined],
  [200, "#,##0.00", undefined],
  [200, '0.0"d"', undefined],
  [200, "0.00E+00", undefined],
  [0, undefined, undefined],
])("the number format %s %s shows dates to the %s", (id, code, precision) => {
  const format = formatOf(id, code);
  expect(format.kind === "DATE" ? format.precision : undefined).toBe(precision);
});

it("reads a large workbook piece by piece: its first rows are there long before its end", async () => {
  const rows = Array.from({ length: 20_000 }, (_unused, index) => `<row><c><v>${index}</v></c></row>`).join("");
  const { rows: read } = await openSpreadsheet(fileOf(zip(parts(`<sheetData>${rows}</sheetData><broken`))), {});
  const iterator = read[Symbol.asyncIterator]();
  expect((await iterator.next()).value?.cells).toEqual(["0"]);
  await iterator.return?.(undefined);
});

function parts(sheet: string, before = ""): Record<string, string> {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="One" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>
      <Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>
      <Relationship Id="r3" Type="${office}/styles" Target="/xl/styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst><si><t>first</t></si><si><r><t>東</t></r><r><t>京</t></r><rPh sb="0"><t>とうきょう</t></rPh></si></sst>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${before}<worksheet>${sheet}</worksheet>`,
  };
}
