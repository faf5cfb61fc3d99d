import { type Face, fontRuns, type Weight, writable } from "./fonts.ts";

/** A piece of a text that looks otherwise than the rest of it. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  /** `#rrggbb` */
  readonly color?: string;
}

/** A text, or pieces of one. A line break in it begins a new line. */
export type Content = string | readonly Run[];

/** A piece of a line, in one font and one colour. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly color: string | undefined;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** Points. */
  readonly width: number;
}

/** How wide a text is in a font, in points. */
export type Measure = (text: string, face: Face) => number;

const ELLIPSIS = "…";

/**
 * The lines that a content takes in a width: broken after spaces, hyphens and slashes, and within a word only where it
 * is wider than the whole line.
 * @param width in points
 * @param most so many lines at most; what is cut off ends in "…"
 */
export function linesOf(
  content: Content,
  width: number,
  measure: Measure,
  { bold = false, most = Number.POSITIVE_INFINITY }: { readonly bold?: boolean; readonly most?: number } = {},
): Line[] {
  const lines = paragraphsOf(piecesOf(content, bold)).flatMap((paragraph) => wrap(paragraph, width, measure));
  const last = lines[most - 1];
  if (lines.length <= most || !last) return lines;
  return [...lines.slice(0, most - 1), shortened(last, width, measure)];
}

function piecesOf(content: Content, bold: boolean): Piece[] {
  const runs: readonly Run[] = typeof content === "string" ? [{ text: content }] : content;
  return runs.flatMap((run) => {
    const weight: Weight = (run.bold ?? bold) ? "BOLD" : "REGULAR";
    return fontRuns(writable(run.text), weight).map(({ text, face }) => ({ text, face, color: run.color }));
  });
}

function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    piece.text.split("\n").forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== "") paragraphs.at(-1)?.push({ ...piece, text });
    });
  }
  return paragraphs;
}

/** A word and what follows it up to where a line may break. It does not break at spaces that hold together. */
const WORD = /[^\s\-–—/]*(?:[\u00a0\u202f][^\s\-–—/]*)*[^\S\u00a0\u202f]*[-–—/]*[^\S\u00a0\u202f]*/gu;

/** The words of a paragraph, each of one piece or, where fonts meet within it, of several. */
function wordsOf(paragraph: readonly Piece[]): Piece[][] {
  const ends: number[] = [];
  for (const [word] of paragraph
    .map(({ text }) => text)
    .join("")
    .matchAll(WORD)) {
    if (word !== "") ends.push((ends.at(-1) ?? 0) + word.length);
  }
  const words: Piece[][] = ends.map(() => []);
  let at = 0;
  let index = 0;
  for (const piece of paragraph) {
    let rest = piece.text;
    while (rest !== "") {
      const end = ends[index] ?? Number.POSITIVE_INFINITY;
      const text = rest.slice(0, end - at);
      words[index]?.push({ ...piece, text });
      rest = rest.slice(text.length);
      at += text.length;
      if (at >= end) index += 1;
    }
  }
  return words;
}

function wrap(paragraph: readonly Piece[], width: number, measure: Measure): Line[] {
  const widthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text, face }) => sum + measure(text, face), 0);
  const lines: Piece[][] = [[]];
  let used = 0;
  /** @param fits whether it goes on the line, where that is not just the sum of what is measured alone */
  const take = (word: readonly Piece[], fits = used + widthOf(trimmed(word)) <= width) => {
    const line = lines.at(-1) ?? [];
    if (used > 0 && !fits) {
      lines.push([...word]);
      used = widthOf(word);
    } else {
      line.push(...word);
      used += widthOf(word);
    }
  };
  for (const word of wordsOf(paragraph)) {
    if (widthOf(trimmed(word)) <= width) take(word);
    // Letters that meet may be wider than each alone.
    else
      for (const letter of lettersOf(word))
        take([letter], widthOf(trimmed(joined([...(lines.at(-1) ?? []), letter]))) <= width);
  }
  return lines.map((pieces) => {
    const seen = trimmed(joined(pieces));
    return { pieces: seen, width: widthOf(seen) };
  });
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function lettersOf(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) =>
    [...graphemes.segment(piece.text)].map(({ segment }) => ({ ...piece, text: segment })),
  );
}

/** Neighbours that look alike, as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.face === piece.face && last.color === piece.color) {
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    } else {
      result.push(piece);
    }
  }
  return result;
}

/** Without the spaces at its end. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (!last) return [];
  const text = last.text.trimEnd();
  return text === "" ? trimmed(pieces.slice(0, -1)) : [...pieces.slice(0, -1), { ...last, text }];
}

function shortened({ pieces }: Line, width: number, measure: Measure): Line {
  const letters = lettersOf(pieces);
  for (;;) {
    const [last] = fontRuns(ELLIPSIS, "REGULAR");
    const cut = joined([
      ...trimmed(letters),
      ...(last ? [{ ...last, color: letters.at(-1)?.color, face: letters.at(-1)?.face ?? last.face }] : []),
    ]);
    const seen = cut.reduce((sum, { text, face }) => sum + measure(text, face), 0);
    if (seen <= width || letters.length === 0) return { pieces: cut, width: seen };
    letters.pop();
  }
}
