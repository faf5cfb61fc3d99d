import { LANGUAGES, type Language, TRIAL_LANGUAGES, type TrialLanguage } from "./languages.ts";

/** Where the browser keeps which language its user chose; what they chose tells nothing about anybody. */
const KEPT_AS = "concord-language";

/** Where the browser asks for a language without a place, dates and numbers are written as here. */
const PLACES: Readonly<Record<Language, string>> = { en: "en-GB", es: "es", fil: "fil-PH", ta: "ta-IN" };

/** The languages to choose from, each as it calls itself. */
export const offeredLanguages = Object.entries(LANGUAGES).flatMap(([language, name]) =>
  isLanguage(language) ? [{ language, name }] : [],
);

export interface Choice {
  readonly language: Language | TrialLanguage;
  /** In which dates, numbers and plurals are written: the language with the reader's own place. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
}

/**
 * In which language somebody reads: the one that they chose, else the first that their browser asks for and that there
 * is, else English.
 */
export function languageFor(chosen: string | null, asked: readonly string[]): Choice {
  if (isTrial(chosen)) return { language: chosen, locale: PLACES.en, direction: TRIAL_LANGUAGES[chosen] };
  const language = isLanguage(chosen) ? chosen : (asked.map(spoken).find(isLanguage) ?? "en");
  const locale = asked.find((tag) => spoken(tag) === language && hasPlace(tag)) ?? PLACES[language];
  return { language, locale, direction: "ltr" };
}

/** The language that the browser's user reads. */
export function ownLanguage(): Choice {
  return languageFor(kept(), navigator.languages);
}

/** Keeps the choice, and shows the page anew: no text changes while it is looked at. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
  window.location.reload();
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    // A browser that refuses storage asks for the language by its own settings.
    return null;
  }
}

function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && Object.hasOwn(LANGUAGES, text);
}

function isTrial(text: string | null): text is TrialLanguage {
  return text !== null && Object.hasOwn(TRIAL_LANGUAGES, text);
}

/** The language of a tag; browsers ask for Filipino as Tagalog, too. */
function spoken(tag: string): string {
  const language = tag.split("-")[0]?.toLowerCase() ?? "";
  return language === "tl" ? "fil" : language;
}

function hasPlace(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})$/.test(tag);
}
