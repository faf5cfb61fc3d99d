import { plural, t } from "@lingui/core/macro";
import { numberText } from "../../ui/number-text.ts";
import { outcomeText } from "../../ui/outcome-words.ts";

/** The numbers that stand in several sections, and how each is said with its count. */
const COUNTED = {
  partners: (count: number) => plural(count, { one: "# partner", other: "# partners" }),
  collaborations: (count: number) => plural(count, { one: "# collaboration", other: "# collaborations" }),
  peopleRescued: (count: number) => outcomeText("PEOPLE_RESCUED", count),
  recognitionsReceived: (count: number) =>
    plural(count, { one: "# recognition received", other: "# recognitions received" }),
  recognitionsGiven: (count: number) => plural(count, { one: "# recognition given", other: "# recognitions given" }),
  together: (count: number) =>
    plural(count, { one: "# collaboration done together", other: "# collaborations done together" }),
  quietPartners: (count: number) => plural(count, { one: "# partner gone quiet", other: "# partners gone quiet" }),
  statements: (count: number) => plural(count, { one: "# statement", other: "# statements" }),
} as const;
export type NumberName = keyof typeof COUNTED;

/** "94 people rescued" */
export function counted(name: NumberName, count: number): string {
  return COUNTED[name](count);
}

/** "2005: 94 people rescued" */
export function countedOf(of: string, name: NumberName, count: number): string {
  return said(of, counted(name, count));
}

/** "2005: 94 people rescued", of what is said in words already. */
export function said(of: string, what: string): string {
  return t`${of}: ${what}`;
}

/** The name of a number above its column or its panel. */
export function heading(name: NumberName): string {
  return {
    partners: t`Partners`,
    collaborations: t`Collaborations`,
    peopleRescued: t`People rescued`,
    recognitionsReceived: t`Recognitions received`,
    recognitionsGiven: t`Recognitions given`,
    together: t`Done together`,
    quietPartners: t`Gone quiet`,
    statements: t`Statements`,
  }[name];
}

/** "+3", "−2" or "±0": the sign is there also where colours are not seen. */
export function signedText(change: number): string {
  return change === 0 ? t`±0` : numberText(change, { signDisplay: "always" });
}
