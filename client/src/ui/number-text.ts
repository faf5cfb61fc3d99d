import { i18n } from "@lingui/core";

/** A number as the reader's language and place write it. */
export function numberText(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(localesNow(), options).format(value);
}

/** The reader's language with their place, as Intl asks for it. */
export function localesNow(): string[] {
  return [i18n.locales ?? i18n.locale].flat();
}
