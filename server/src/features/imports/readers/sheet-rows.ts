import { fileFault } from "../../files/content.ts";
import { type NumberFormat, numberText } from "./number-formats.ts";
import { MAX_CELL_LENGTH, MAX_COLUMNS, type SheetRow } from "./sheet.ts";
import type { TextTable } from "./text-table.ts";
import { readXml } from "./xml.ts";

interface Look {
  readonly texts: TextTable;
  /** By the number of the cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** The rows of a sheet, as its XML comes in. */
export async function* sheetRows(pieces: AsyncIterable<string>, look: Look): AsyncGenerator<SheetRow> {
  const reader = new RowReader(look);
  for await (const _piece of readXml(pieces, reader)) yield* reader.take();
}

class RowReader {
  private readonly look: Look;
  private ready: SheetRow[] = [];
  private number = 0;
  private cells: string[] = [];
  private column = 0;
  private type = "";
  private style = 0;
  private value = "";
  /** Within which element text counts: `v`, or `t` of a cell that holds its own text; not its formula. */
  private within: "" | "v" | "t" | "rPh" = "";

  constructor(look: Look) {
    this.look = look;
  }

  take(): SheetRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") this.openRow(attributes["r"]);
    else if (name === "c") this.openCell(attributes);
    else if (name === "rPh") this.within = "rPh";
    else if ((name === "v" || name === "t") && this.within === "") this.within = name;
  }

  text(text: string): void {
    if (this.within !== "v" && this.within !== "t") return;
    if (this.value.length <= MAX_CELL_LENGTH) this.value += text;
  }

  close(name: string): void {
    if (name === this.within) this.within = "";
    else if (name === "c") this.closeCell();
    else if (name === "row") this.ready.push({ number: this.number, cells: this.cells });
  }

  private openRow(number: string | undefined): void {
    const stated = Number(number);
    this.number = Number.isInteger(stated) && stated > this.number ? stated : this.number + 1;
    this.cells = [];
    this.column = 0;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes["r"];
    if (reference !== undefined) this.column = columnOf(reference);
    this.type = attributes["t"] ?? "n";
    this.style = Number(attributes["s"] ?? 0);
    this.value = "";
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text !== "") {
      if (this.column >= MAX_COLUMNS) {
        throw fileFault(`Row ${this.number} has more than ${MAX_COLUMNS} columns. Keep at most ${MAX_COLUMNS}.`);
      }
      while (this.cells.length < this.column) this.cells.push("");
      this.cells[this.column] = text;
    }
    this.column += 1;
  }

  private cellText(): string {
    const { value, look } = this;
    if (value === "") return "";
    if (this.type === "s") return unescaped(look.texts.at(Number(value)));
    if (this.type === "b") return value === "1" ? "TRUE" : "FALSE";
    // An ISO 8601 day, perhaps with a time.
    if (this.type === "d") return value.slice(0, 10);
    if (this.type === "n") return numberText(value, look.formats[this.style] ?? { kind: "PLAIN" }, look.from1904);
    return unescaped(value);
  }
}

/** `A` of A1 is column 0, `AA` of AA1 column 26. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? "A";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Characters that XML cannot hold are written as `_x000D_`. */
function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
