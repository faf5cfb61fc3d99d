import { parsePartialDate } from "@concord/shared/partial-date";
import type { CollaborationKind } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import type { RecognitionDueQuery } from "../../generated/graphql.ts";
import { dateText } from "../../ui/date-texts.ts";

export type DueRow = RecognitionDueQuery["recognitionDue"]["edges"][number]["node"];

const OF_KIND: Readonly<Record<CollaborationKind, (count: number) => string>> = {
  JOINT_OPERATION: (count) => plural(count, { one: "# joint operation", other: "# joint operations" }),
  TRAINING: (count) => plural(count, { one: "# training", other: "# trainings" }),
  FOLLOW_UP_VISIT: (count) => plural(count, { one: "# follow-up visit", other: "# follow-up visits" }),
  LEGAL_CASE: (count) => plural(count, { one: "# legal case", other: "# legal cases" }),
  STUDY: (count) => plural(count, { one: "# study", other: "# studies" }),
  ADVOCACY_CAMPAIGN: (count) => plural(count, { one: "# advocacy campaign", other: "# advocacy campaigns" }),
  AGREEMENT: (count) => plural(count, { one: "# agreement", other: "# agreements" }),
  MEETING: (count) => plural(count, { one: "# meeting", other: "# meetings" }),
};

/** "3 trainings" */
export function ofKindText(kind: CollaborationKind, count: number): string {
  return OF_KIND[kind](count);
}

/** Why recognition is due: "11 joint operations since the last recognition, in 2019". */
export function dueReason({ collaborations, byKind, lastRecognised, recognised }: DueRow): string {
  const [only, ...others] = byKind;
  const what =
    only && others.length === 0
      ? ofKindText(only.kind, only.collaborations)
      : plural(collaborations, { one: "# collaboration", other: "# collaborations" });
  if (!recognised) return t`${what}, never recognised`;
  if (lastRecognised === null) return t`${what}; recognised before, nobody knows when`;
  const date = dateText(lastRecognised);
  return parsePartialDate(lastRecognised)?.precision === "day"
    ? t`${what} since the last recognition, on ${date}`
    : t`${what} since the last recognition, in ${date}`;
}

/** For how long it is due: "6 years", "14 months"; nothing where nothing is dated. */
export function waitingText(months: number | null): string {
  if (months === null) return t`Nothing dated`;
  const years = Math.floor(months / 12);
  return years >= 2
    ? plural(years, { one: "# year", other: "# years" })
    : plural(months, { one: "# month", other: "# months" });
}
