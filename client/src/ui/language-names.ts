import { localesNow } from "./number-text.ts";

let names: Intl.DisplayNames | undefined;

/** "ta" is shown as "Tamil" or "தமிழ்". */
export function languageName(tag: string): string {
  names ??= new Intl.DisplayNames(localesNow(), { type: "language" });
  return names.of(tag) ?? tag;
}

/** Languages that are offered where one is looked for: those of the places where partners are, and those of the world. */
export const COMMON_LANGUAGES = [
  ...[
    "am",
    "ar",
    "bn",
    "ceb",
    "de",
    "en",
    "es",
    "fil",
    "fr",
    "gu",
    "hi",
    "id",
    "ig",
    "it",
    "km",
    "kn",
    "ml",
    "mr",
    "my",
  ],
  ...["ne", "nl", "or", "pa", "pl", "pt", "ro", "ru", "si", "sw", "ta", "te", "th", "tl", "uk", "ur", "vi", "zh"],
];
