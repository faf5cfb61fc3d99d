import { localesNow } from "./number-text.ts";

let names: Intl.DisplayNames | undefined;

/** "ta" is shown as "Tamil" or "தமிழ்". */
export function languageName(tag: string): string {
  names ??= new Intl.DisplayNames(localesNow(), { type: "language" });
  return names.of(tag) ?? tag;
}
