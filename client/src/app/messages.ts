import { catalogs } from "virtual:catalogs";
import { i18n } from "@lingui/core";
import { ownLanguage } from "../ui/language.ts";

const { language, locale, direction } = ownLanguage();

/** Brings the words of the shell and the lists, and tells the browser in which language the page is. */
export async function beginInOwnLanguage(): Promise<void> {
  const root = document.documentElement;
  root.lang = locale;
  root.dir = direction;
  const { messages } = await catalogs[language].first();
  i18n.load(language, messages);
  i18n.activate(language, [locale]);
}

/** Brings the words of all other pages. */
export async function fetchOtherMessages(): Promise<void> {
  const { messages } = await catalogs[language].rest();
  i18n.load(language, messages);
}
