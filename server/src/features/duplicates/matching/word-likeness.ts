/** A word as far as it is compared: in Latin letters, and by its sounds. */
interface Comparable {
  readonly text: string;
  readonly skeleton: string;
  /** In another script than Latin, which may have no letter for what the other writes. */
  readonly isForeign: boolean;
}

/** How likely two words are one that are not written the same: by what tells them apart. */
const SAME_SOUND = 0.93;
const ONE_SLIP = 0.9;
const TWO_SLIPS = 0.85;
/** A letter left out of a word that is not long: likely enough for an agency's name, not for a person's. */
const LEFT_OUT = 0.8;
const SAME_SOUND_ACROSS_SCRIPTS = 0.95;
const NEARLY_SAME_ACROSS_SCRIPTS = 0.85;
const SOUNDS_ALIKE_ACROSS_SCRIPTS = 0.8;

/** From how many letters on a slip is believed, which in a shorter word makes another word. */
const SHORT = 4;
const MIDDLING = 6;
const LONG = 7;
const VERY_LONG = 10;

/** How likely two words are the same one, from 0 to 1: 1 for the same letters, less for a slip or another spelling. */
export function likeness(a: Comparable, b: Comparable): number {
  if (a.text === b.text) return 1;
  return a.isForeign === b.isForeign ? withinScript(a, b) : acrossScripts(a, b);
}

function withinScript(a: Comparable, b: Comparable): number {
  const [shorter, longer] = [Math.min(a.text.length, b.text.length), Math.max(a.text.length, b.text.length)];
  if (shorter < SHORT || longer - shorter > 2) return 0;
  const apart = distance(a.text, b.text);
  const isSameSound = a.skeleton === b.skeleton && a.skeleton.length > 1;
  if (isSameSound && apart <= 2 && !differsAtTheEnd(a.text, b.text)) return SAME_SOUND;
  if (apart === 1) return ofOneSlip(a.text, b.text);
  if (apart === 2 && shorter >= VERY_LONG - 1 && longer >= VERY_LONG) return TWO_SLIPS;
  return isSameSound && a.skeleton.length >= SHORT && apart === 3 && a.text[0] === b.text[0] ? TWO_SLIPS : 0;
}

function ofOneSlip(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer >= LONG || isTransposed(a, b)) return ONE_SLIP;
  return a.length !== b.length && longer >= MIDDLING ? LEFT_OUT : 0;
}

/** Mario and Maria, Joan and John are two: what a vowel at the end or within a short name tells apart. */
function differsAtTheEnd(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (a.length === b.length) return a.length < LONG && distance(a, b) > 0 && !isTransposed(a, b) && !isVariant(a, b);
  return longer.startsWith(shorter) && /[aeiou]$/.test(longer) && !longer.endsWith("h") && shorter.length < LONG;
}

/** Letters that are written one for the other: Melnik and Melnyk. */
function isVariant(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll("y", "i").replaceAll("w", "v").replaceAll("c", "k");
  return plain(a) === plain(b);
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differing = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

/** Another script may leave out vowels, and writes some sounds with one letter. */
function acrossScripts(a: Comparable, b: Comparable): number {
  const longer = Math.max(a.text.length, b.text.length);
  const apart = distance(a.text, b.text);
  if (a.skeleton === b.skeleton) {
    if (a.skeleton.length > 1 && !differInFinalVowel(a.text, b.text)) return SAME_SOUND_ACROSS_SCRIPTS;
    return apart <= 1 && longer >= SHORT ? NEARLY_SAME_ACROSS_SCRIPTS : 0;
  }
  if (apart * 5 <= longer && longer > LONG && a.text[0] === b.text[0]) return NEARLY_SAME_ACROSS_SCRIPTS;
  const sounds = Math.min(a.skeleton.length, b.skeleton.length);
  const isOneSoundApart = sounds >= SHORT && distance(a.skeleton, b.skeleton) === 1;
  return isOneSoundApart && apart * 3 <= longer ? SOUNDS_ALIKE_ACROSS_SCRIPTS : 0;
}

/** Where both write their vowels, another one at the end is another name: Олена and Oleh, Мария and Mario. */
function differInFinalVowel(a: string, b: string): boolean {
  const [x = "", y = ""] = [a.at(-1), b.at(-1)];
  return /[aeo]/.test(x) && /[aeo]/.test(y) && x !== y;
}

/** How many letters two words are apart, of which two exchanged neighbours count as one (Damerau–Levenshtein, restricted). */
export function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
