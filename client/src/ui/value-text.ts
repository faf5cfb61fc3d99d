import { countryName, isCountry } from "@concord/shared/countries";
import { formatPartialDate } from "@concord/shared/partial-date";
import * as vocabularies from "@concord/shared/vocabularies";
import { nameOf } from "./known-names.ts";

const LABELS = new Map<string, string>(
  Object.values(vocabularies).flatMap((labels) => (typeof labels === "object" ? Object.entries(labels) : [])),
);

/** Any value of a form or of the history as people read it; empty text where there is none. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "" || value === false) return "";
  if (value === true) return "Yes";
  if (typeof value === "string") return textOfString(value);
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join("; ");
  if (typeof value === "object") {
    if ("us" in value && value.us === true) return "us";
    return Object.values(value).map(valueText).filter(Boolean).join(", ");
  }
  return String(value);
}

function textOfString(value: string): string {
  if (/^\d{4}(-\d{2}){1,2}$/.test(value)) return formatPartialDate(value);
  if (/^[A-Z]{2}$/.test(value) && isCountry(value)) return countryName(value);
  return LABELS.get(value) ?? nameOf(value) ?? value;
}
