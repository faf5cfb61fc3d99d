import { lineHeightOf, type PdfDocument, type TextStyle } from "./document.ts";
import type { Content } from "./lines.ts";

export interface Column {
  readonly title: string;
  /** Its part of the width, against those of the others. */
  readonly weight: number;
  /** Numbers stand at the right. */
  readonly align?: "left" | "right";
}

const SIZE = 9;
const PADDING = { x: 4, y: 3 };
const RULE = "#d0d7de";
/** A cell of more lines is cut, so that a row fits on a page. */
const MOST_LINES = 30;

/**
 * A table below what came before; its head stands on each page that it goes over, and a row is never parted.
 * @param rows a cell for each column; the first names the row
 */
export function table(
  document: PdfDocument,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  width: number = document.area.width,
): void {
  const placed = place(columns, document.area.x, width);
  const head = columns.map(({ title }) => title);
  document.part("Table", (part) => {
    const row = (cells: readonly Content[], isHead: boolean, read: boolean) => {
      const write = (parent?: typeof part) => writeRow(document, placed, cells, isHead, parent);
      if (read) document.part("TR", write, part);
      else document.decoration(() => write());
    };
    document.room(heightOf(document, placed, head, true) + heightOf(document, placed, rows[0] ?? head, false));
    row(head, true, true);
    for (const cells of rows) {
      const before = document.y;
      document.room(heightOf(document, placed, cells, false));
      // A second head is for the eye; whoever listens has heard it.
      if (document.y < before) row(head, true, false);
      row(cells, false, true);
    }
  });
  document.y += 6;
}

interface Placed extends Column {
  readonly x: number;
  readonly width: number;
}

function place(columns: readonly Column[], left: number, width: number): Placed[] {
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = left;
  return columns.map((column) => {
    const own = (column.weight / all) * width;
    const placed = { ...column, x: x + PADDING.x, width: own - 2 * PADDING.x };
    x += own;
    return placed;
  });
}

function styleOf(column: Column, isHead: boolean): TextStyle {
  return {
    size: SIZE,
    bold: isHead,
    most: MOST_LINES,
    align: column.align ?? "left",
    ...(isHead ? { color: "#57606a" } : {}),
  };
}

function heightOf(
  document: PdfDocument,
  columns: readonly Placed[],
  cells: readonly Content[],
  isHead: boolean,
): number {
  const heights = columns.map(
    (column, index) => document.measure(cells[index] ?? "", styleOf(column, isHead), column.width).height,
  );
  return Math.max(lineHeightOf({ size: SIZE }), ...heights) + 2 * PADDING.y;
}

function writeRow(
  document: PdfDocument,
  columns: readonly Placed[],
  cells: readonly Content[],
  isHead: boolean,
  parent?: PDFKit.PDFStructureElement,
): void {
  const height = heightOf(document, columns, cells, isHead);
  columns.forEach((column, index) => {
    const at = { x: column.x, y: document.y + PADDING.y, width: column.width };
    const tag = isHead ? "TH" : "TD";
    document.textAt(cells[index] ?? "", styleOf(column, isHead), at, tag, parent);
  });
  document.y += height;
  const end = columns.at(-1);
  const [left, right] = [(columns[0]?.x ?? 0) - PADDING.x, (end?.x ?? 0) + (end?.width ?? 0) + PADDING.x];
  document.decoration(() => {
    const ink = { stroke: isHead ? "#8c959f" : RULE, lineWidth: isHead ? 0.8 : 0.5 };
    document.line({ x: left, y: document.y }, { x: right, y: document.y }, ink);
  });
}
