import { COUNTRIES, isCountry } from "@concord/shared/countries";
import { localesNow } from "./number-text.ts";

let names: Intl.DisplayNames | undefined;

/** "IN" is shown as "India" or "இந்தியா"; what is no country stays as it is. */
export function countryName(code: string): string {
  names ??= new Intl.DisplayNames(localesNow(), { type: "region" });
  return isCountry(code) ? (names.of(code) ?? code) : code;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

let options: readonly Option[] | undefined;

/** All countries by name, as the reader's language orders them. */
export function countryOptions(): Option[] {
  options ??= COUNTRIES.map((value) => ({ value, label: countryName(value) })).toSorted((a, b) =>
    a.label.localeCompare(b.label, localesNow()),
  );
  return [...options];
}
