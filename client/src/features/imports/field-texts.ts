import {
  COLLABORATION_KIND_LABELS,
  CONFIDENTIALITY_LABELS,
  FOCUS_AREA_LABELS,
  type ImportKind,
  OUTCOME_MEASURE_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
  RECOGNITION_KIND_LABELS,
  STAGE_LABELS,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { wordsOf } from "../../ui/words.ts";

/** What the server calls the fields that columns are matched with, in the reader's language. */
const labels = (): Readonly<Record<string, string>> => ({
  Aliases: t`Aliases`,
  Begin: t`Begin`,
  Citation: t`Citation`,
  "Concord id": t`Concord id`,
  Confidentiality: t`Confidentiality`,
  Country: t`Country`,
  Date: t`Date`,
  "E-mail": t`E-mail`,
  End: t`End`,
  Evidence: t`Evidence`,
  "External id": t`External id`,
  "First name": t`First name`,
  "Focus areas": t`Focus areas`,
  Follows: t`Follows`,
  Givers: t`Givers`,
  "Handed over by": t`Handed over by`,
  Honours: t`Honours`,
  "In the position from": t`In the position from`,
  "In the position to": t`In the position to`,
  Kind: t`Kind`,
  "Last name": t`Last name`,
  "Lead partner": t`Lead partner`,
  Link: t`Link`,
  Name: t`Name`,
  "Named members": t`Named members`,
  Notes: t`Notes`,
  Occasion: t`Occasion`,
  "Other names": t`Other names`,
  "Part of": t`Part of`,
  Participants: t`Participants`,
  Partner: t`Partner`,
  Place: t`Place`,
  Rank: t`Rank`,
  Recipients: t`Recipients`,
  "Responsible office": t`Responsible office`,
  "Short name": t`Short name`,
  Sources: t`Sources`,
  Stage: t`Stage`,
  "State or province": t`State or province`,
  Status: t`Status`,
  "Status since": t`Status since`,
  Summary: t`Summary`,
  "Taken by": t`Taken by`,
  "The ask": t`The ask`,
  Title: t`Title`,
  Website: t`Website`,
});

interface Field {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The field with its name and its choices in the reader's language; what is not known here stays as it came. */
export function inOwnWords<Told extends Field>(kind: ImportKind, field: Told): Told {
  const [, measure] = field.id.split(" ");
  const words: Readonly<Record<string, string>> = measure ? wordsOf(OUTCOME_MEASURE_LABELS) : wordsIn(kind, field.id);
  const counted = measure && words[measure];
  return {
    ...field,
    label: counted ? t`Number of ${counted}` : (labels()[field.label] ?? field.label),
    choices: field.choices.map((choice) => ({ ...choice, label: words[choice.value] ?? choice.label })),
  };
}

function wordsIn(kind: ImportKind, field: string): Readonly<Record<string, string>> {
  switch (field) {
    case "status":
      return wordsOf(PARTNER_STATUS_LABELS);
    case "stage":
      return wordsOf(STAGE_LABELS);
    case "confidentiality":
      return wordsOf(CONFIDENTIALITY_LABELS);
    case "focusAreas":
      return wordsOf(FOCUS_AREA_LABELS);
    case "kind":
      if (kind === "PARTNER") return wordsOf(PARTNER_KIND_LABELS);
      return kind === "RECOGNITION" ? wordsOf(RECOGNITION_KIND_LABELS) : wordsOf(COLLABORATION_KIND_LABELS);
    default:
      return {};
  }
}
