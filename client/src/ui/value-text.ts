import { isCountry } from "@concord/shared/countries";
import * as vocabularies from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { countryName } from "./country-names.ts";
import { dateText } from "./date-texts.ts";
import { nameOf } from "./known-names.ts";
import { wordsOf } from "./words.ts";

/** In which vocabulary a code is found; where several have it, it is called alike. */
const VOCABULARIES = new Map<string, Readonly<Record<string, string>>>(
  Object.values(vocabularies).flatMap((labels) =>
    typeof labels === "object" ? Object.keys(labels).map((code) => [code, labels] as const) : [],
  ),
);

/** Any value of a form or of the history as people read it; empty text where there is none. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "" || value === false) return "";
  if (value === true) return t`Yes`;
  if (typeof value === "string") return textOfString(value);
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join("; ");
  if (typeof value === "object") {
    if ("us" in value && value.us === true) return t`us`;
    // The id of an item within a record says nothing to people.
    const told = Object.entries(value).filter(([field]) => field !== "id");
    return told
      .map(([, item]) => valueText(item))
      .filter(Boolean)
      .join(", ");
  }
  return String(value);
}

function textOfString(value: string): string {
  if (/^\d{4}(-\d{2}){1,2}$/.test(value)) return dateText(value);
  if (/^[A-Z]{2}$/.test(value) && isCountry(value)) return countryName(value);
  const labels = VOCABULARIES.get(value);
  return (labels && wordsOf(labels)[value]) ?? nameOf(value) ?? value;
}
