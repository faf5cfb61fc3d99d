/** Windows-1252, as Excel writes it where nobody chose otherwise; what it has beyond Latin-1, as far as it is used here. */
const BEYOND_LATIN_1: Readonly<Record<string, number>> = { "–": 0x96, "“": 0x93, "”": 0x94, "€": 0x80 };

/** A text file of cells with semicolons between them, in Windows-1252. */
export function windowsFile(rows: readonly (readonly string[])[]): Buffer {
  const text = rows.map((cells) => cells.map(quoted).join(";")).join("\r\n");
  return Buffer.from([...text].map((letter) => BEYOND_LATIN_1[letter] ?? letter.codePointAt(0) ?? 0x3f));
}

function quoted(cell: string): string {
  return /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
