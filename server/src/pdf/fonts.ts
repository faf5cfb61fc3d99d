import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";

/** A font file that a document may embed; each script has a regular and a bold one. */
export interface Face {
  readonly name: string;
  readonly bytes: Buffer;
  readonly font: Font;
}

const FOLDER = "@expo-google-fonts/noto-sans";

function family(script: string) {
  const name = `NotoSans${script}`;
  const folder = script === "" ? FOLDER : `${FOLDER}-${script.toLowerCase()}`;
  return { REGULAR: `${folder}/400Regular/${name}_400Regular.ttf`, BOLD: `${folder}/700Bold/${name}_700Bold.ttf` };
}

/** Latin with all its accents, Greek, Cyrillic and Devanagari. */
const FIRST = family("");
/** What the first one has not; each is read when a text needs it. */
const OTHERS = ["Tamil", "Kannada", "Telugu", "Malayalam", "Bengali", "Thai", "Khmer"].map(family);

export type Weight = keyof typeof FIRST;

const faces = new Map<string, Face>();

/** Read when a text first needs it, and kept. */
function faceOf(file: string): Face {
  const known = faces.get(file);
  if (known) return known;
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(file)));
  const font = create(bytes);
  if (!("postscriptName" in font)) throw new Error(`${file} holds several fonts, and not one.`);
  const face = { name: font.postscriptName, bytes, font };
  faces.set(file, face);
  return face;
}

/** A piece of a text that is written in one font. */
export interface FontRun {
  readonly text: string;
  readonly face: Face;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What is neither seen nor joins letters: marks of direction, variations of emoji. */
const UNSEEN = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /(?!\n)\p{Cc}/gu;

/** A text as it can be written: composed, without what has no shape. */
export function writable(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n").replaceAll(CONTROL, " ").replaceAll(UNSEEN, "");
}

/**
 * The text cut into pieces of one font each. What no font carries stands in the first one, where it is seen as a box.
 * @param text as `writable` leaves it
 */
export function fontRuns(text: string, weight: Weight): FontRun[] {
  const runs: { text: string; face: Face }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = runs.at(-1);
    const face = faceFor(segment, weight, last?.face);
    if (last?.face === face) last.text += segment;
    else runs.push({ text: segment, face });
  }
  return runs;
}

/** A space or a comma between two words of a script stays in the font of that script. */
const NEUTRAL = /^[\s\p{P}\u200c\u200d]+$/u;

function faceFor(grapheme: string, weight: Weight, before: Face | undefined): Face {
  if (before && NEUTRAL.test(grapheme) && carries(before, grapheme)) return before;
  const first = faceOf(FIRST[weight]);
  if (carries(first, grapheme)) return first;
  return OTHERS.map((other) => faceOf(other[weight])).find((face) => carries(face, grapheme)) ?? first;
}

function carries(face: Face, grapheme: string): boolean {
  return [...grapheme].every((letter) => face.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/** The letters of a text that no font carries, each once. */
export function missingLetters(text: string): string[] {
  const missing = fontRuns(writable(text), "REGULAR").flatMap(({ text: piece, face }) =>
    [...piece].filter((letter) => letter !== "\n" && !carries(face, letter)),
  );
  return [...new Set(missing)];
}
