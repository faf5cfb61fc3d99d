import { foldedWords } from "@concord/shared/fold";

/** A text by its words alone, without case, accents and signs: two of one key say the same. */
export function wordKey(text: string): string {
  return foldedWords(text.replaceAll(/[_/-]/g, " ")).join(" ");
}

/** What a cell holds in several: by semicolons, bars or lines; blanks around each do not count. */
export function listIn(text: string): string[] {
  return text
    .split(/[;|\n\r]+/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A count: "94", "1,234", "1.234", "1 234", "94.0"; undefined where it is no whole number. */
export function readCount(text: string): number | undefined {
  const digits = text.trim().replaceAll(/[\s\u00a0\u202f'’]/g, "");
  if (/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits)) return Number(digits.replaceAll(/[.,]/g, ""));
  return /^\d{1,10}(?:[.,]0+)?$/.test(digits) ? Number.parseInt(digits, 10) : undefined;
}

/** What spreadsheet programs show where a formula failed. */
export function isSheetError(text: string): boolean {
  return /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/.test(text.trim());
}
