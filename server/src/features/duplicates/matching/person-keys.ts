import { keyOf } from "./match-key.ts";
import { initialOf, type NamePart } from "./person-name.ts";
import type { ReadPerson } from "./person-score.ts";

const PARTS = 5;
const PARTNERS = 3;

/**
 * The keys of a person: two that share none are never compared. `p` for two of the names, `i` for a name and the
 * initial of another, `s` for a name that stands alone; each of them anywhere and at each partner, since what is common
 * anywhere is rare there.
 */
export function personKeys({ facts, names }: ReadPerson): string[] {
  const places = ["", ...facts.partnerIds.slice(0, PARTNERS).map((id) => ` ${id}`)];
  const keys = names.flatMap(({ parts }) => keysOfName(parts.parts.slice(0, PARTS)));
  return [...new Set(keys.flatMap((key) => places.map((place) => keyOf(`${key}${place}`))))];
}

function keysOfName(parts: readonly NamePart[]): string[] {
  const full = parts.filter((part) => !part.isInitial);
  const [only] = parts;
  if (parts.length === 1 && only) return [`s ${sound(only)}`];
  return [
    ...full.flatMap((a, index) => full.slice(index + 1).map((b) => `p ${[sound(a), sound(b)].toSorted().join(" ")}`)),
    ...full.flatMap((a) => parts.filter((b) => b !== a).map((b) => `i ${sound(a)} ${initialOf(b)}`)),
  ];
}

function sound(part: NamePart): string {
  return part.skeleton === "" ? part.text : part.skeleton;
}
