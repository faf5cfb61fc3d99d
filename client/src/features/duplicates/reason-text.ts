import {
  DUPLICATE_REASON_CODE_LABELS,
  type DuplicateReasonCode,
  isCode,
  PARTNER_KIND_LABELS,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { DuplicatePairFieldsFragment, DuplicateRecordFieldsFragment } from "../../generated/graphql.ts";
import { countryName } from "../../ui/country-names.ts";
import { wordsOf } from "../../ui/words.ts";

export type DuplicateReason = DuplicatePairFieldsFragment["reasons"][number];
export type DuplicateRecord = DuplicateRecordFieldsFragment;

/** What a reason says of this very pair, where it tells of one or of both. */
const OF_EITHER: Readonly<Partial<Record<DuplicateReasonCode, (told: string) => string>>> = {
  SAME_NAME: (name) => t`The same name, “${name}”`,
  WORD_ORDER: (name) => t`The same words in another order, “${name}”`,
  SPELLING: (name) => t`Another spelling of “${name}”`,
  ABBREVIATION: (name) => t`“${name}” with its words abbreviated`,
  INITIALS: (name) => t`The same name with initials, “${name}”`,
  TRANSLATION: (name) => t`“${name}” in another language`,
  OTHER_SCRIPT: (name) => t`“${name}” in another script`,
  SAME_WEBSITE: (host) => t`The same website, ${host}`,
  MORE_WORDS: (words) => t`Only one says “${words}”`,
  OTHER_REACH: (code) => t`One is international, the other is in ${{ country: countryName(code) }}`,
};
const OF_BOTH: Readonly<Partial<Record<DuplicateReasonCode, (mine: string, theirs: string) => string>>> = {
  ACRONYM: (mine, theirs) => t`“${mine}” and “${theirs}”: an acronym and its name`,
  SAME_ACRONYM_ONLY: (mine, theirs) => t`“${mine}” and “${theirs}”: the same acronym of two different names`,
  OTHER_KIND: (mine, theirs) => t`Of another kind: ${{ mine: kindLabel(mine) }}, ${{ theirs: kindLabel(theirs) }}`,
  OTHER_COUNTRY: (mine, theirs) =>
    t`In another country: ${{ mine: countryName(mine) }}, ${{ theirs: countryName(theirs) }}`,
  OTHER_PARENT: (mine, theirs) => t`Part of another agency: ${mine}, ${theirs}`,
};

function kindLabel(kind: string): string {
  return isCode(PARTNER_KIND_LABELS, kind) ? wordsOf(PARTNER_KIND_LABELS)[kind] : kind;
}

/** A reason in words. */
export function reasonText({ code, mine, theirs }: DuplicateReason): string {
  const [ofBoth, ofEither, told] = [OF_BOTH[code], OF_EITHER[code], theirs ?? mine];
  if (ofBoth && mine !== null && theirs !== null) return ofBoth(mine, theirs);
  if (ofEither && told !== null) return ofEither(told);
  return wordsOf(DUPLICATE_REASON_CODE_LABELS)[code];
}
