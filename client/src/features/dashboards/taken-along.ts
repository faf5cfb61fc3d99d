import { stringify } from "csv-stringify/browser/esm/sync";
import writeXlsxFile, { type SheetData } from "write-excel-file/browser";
import type { NumbersTable } from "./numbers-table.tsx";

/** What is shown, as files: a drawing as SVG and PNG, a table as CSV and XLSX. */

/** What stands around a figure, so that whoever sees it elsewhere knows what it is. */
export interface Caption {
  readonly title: string;
  /** The filter in words. */
  readonly filter: string;
  /** Where it comes from, and of which day. */
  readonly source: string;
}

/** The drawing's colours on paper; on the screen they are those of the scheme. */
const COLOURS: Readonly<Record<string, string>> = {
  bar: "#0f6f70",
  text: "#1d262b",
  dim: "#545d66",
  line: "#dfe4e6",
  land: "#e3e8ea",
  ground: "#ffffff",
};

const MARGIN = 24;
const ABOVE = 64;
const BELOW = 40;
const FONT = "Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif";

export interface Drawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** A drawing that stands by itself, with its caption; without links, whose lists are not where it goes. */
export function drawingOf(chart: SVGSVGElement, { title, filter, source }: Caption): Drawing {
  const [width, height] = [chart.viewBox.baseVal.width, chart.viewBox.baseVal.height];
  const copy = chart.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("The copy of a drawing is a drawing.");
  for (const link of copy.querySelectorAll("a")) {
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
  for (const element of copy.querySelectorAll("*")) {
    for (const name of ["class", "aria-hidden", "aria-label"]) element.removeAttribute(name);
  }
  const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const size = { width: width + 2 * MARGIN, height: height + ABOVE + BELOW };
  set(whole, { ...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": FONT, "font-size": 12 });
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  set(ground, { ...size, fill: "var(--chart-ground)" });
  const body = document.createElementNS("http://www.w3.org/2000/svg", "g");
  set(body, { transform: `translate(${MARGIN} ${ABOVE})` });
  body.append(...copy.childNodes);
  whole.append(
    named("title", title),
    ground,
    line(title, 30, { "font-size": 18, "font-weight": 700, fill: "var(--chart-text)" }),
    line(filter, 49, { fill: "var(--chart-dim)" }),
    body,
    line(source, size.height - 14, { "font-size": 11, fill: "var(--chart-dim)" }),
  );
  const text = new XMLSerializer()
    .serializeToString(whole)
    .replaceAll(/var\(--chart-([a-z]+)\)/g, (_match, colour: string) => COLOURS[colour] ?? "#000000");
  return { text, ...size };
}

function set(element: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function named(name: "title" | "text", words: string): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  element.textContent = words;
  return element;
}

function line(words: string, y: number, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = named("text", words);
  set(element, { x: MARGIN, y, ...attributes });
  return element;
}

export function svgOf(drawing: Drawing): Blob {
  return new Blob([drawing.text], { type: "image/svg+xml" });
}

/** On a projector, twice as many points as on the screen are still sharp. */
const SHARPNESS = 2;

/** @throws where the browser cannot draw it */
export async function pngOf({ text, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The drawing is too large for a PNG."))));
  });
}

/** Excel takes a file for UTF-8 only with this mark. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is marked as text. */
export function csvOf({ heads, rows }: NumbersTable): Blob {
  const lines = [heads, ...rows.map(({ head, numbers }) => [head, ...numbers.map(({ value }) => value)])];
  const text = stringify(
    lines.map((cells) => [...cells]),
    { escape_formulas: true, record_delimiter: "windows" },
  );
  return new Blob([BYTE_ORDER_MARK, text], { type: "text/csv;charset=utf-8" });
}

const SHEET_NAME = 31;

/** A sheet with the numbers, and one that says what they are. Each cell has a type: what is text is never a formula. */
export async function xlsxOf({ heads, rows }: NumbersTable, { title, filter, source }: Caption): Promise<Blob> {
  const numbers: SheetData = [
    heads.map((value) => ({ value, type: String, fontWeight: "bold" })),
    ...rows.map((row) => [
      { value: row.head, type: String },
      ...row.numbers.map(({ value }) => ({ value, type: Number })),
    ]),
  ];
  const about: SheetData = [title, filter, source].map((value) => [{ value, type: String }]);
  return writeXlsxFile([
    {
      data: numbers,
      sheet: sheetName(title),
      columns: heads.map((head, index) => ({ width: index === 0 ? 34 : head.length + 4 })),
      stickyRowsCount: 1,
    },
    { data: about, sheet: "i", columns: [{ width: 90 }] },
  ]).toBlob();
}

/** Without what Excel refuses in the name of a sheet. */
function sheetName(title: string): string {
  return title
    .replaceAll(/[\\/?*[\]:']/g, " ")
    .slice(0, SHEET_NAME)
    .trim();
}

/** "by-year": what a file is called, in letters that every system takes. */
export function fileName(title: string, day: string, extension: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${["concord", ...words, day].join("-")}.${extension}`;
}
