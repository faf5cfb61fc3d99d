import { countryName } from "@concord/shared/countries";
import { shown } from "@concord/shared/rules/fields";
import { codesOf } from "@concord/shared/vocabularies";
import { codeReader, type ReadCode } from "../values/codes.ts";
import { readCountry } from "../values/countries.ts";
import { readDate } from "../values/dates.ts";
import { readSubdivision } from "../values/subdivisions.ts";
import { listIn, readCount } from "../values/texts.ts";
import { described, type FieldOptions, type ImportField } from "./field.ts";

/** Fields whose cells mean something by themselves. `property` is the field's id where it is left out. */

/** Text as it stands; its rule tells what is wrong with it. */
export function textField(options: FieldOptions): ImportField {
  const field = described(options);
  return { ...field, read: (text) => ({ said: { [field.says]: text } }) };
}

/** Several texts in a cell, or in several columns. */
export function textListField(options: FieldOptions, itemOf: (text: string) => unknown): ImportField {
  const field = described(options);
  return {
    ...field,
    several: true,
    read: (text) => ({ said: { [field.says]: listIn(text).map(itemOf) } }),
  };
}

export function emailField(options: FieldOptions): ImportField {
  return { ...textField(options), looksLike: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) };
}

/** An address of a page; without its beginning it is taken for one of the web. */
export function addressField(options: FieldOptions): ImportField {
  const isAddress = (text: string) => /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(text.trim());
  const field = described(options);
  return {
    ...field,
    looksLike: isAddress,
    read: (text) => {
      const whole = isAddress(text) && !/^https?:/i.test(text.trim()) ? `https://${text.trim()}` : text;
      return { said: { [field.says]: whole } };
    },
  };
}

export function dateField(options: FieldOptions): ImportField {
  const field = described(options);
  return {
    ...field,
    looksLike: (text) =>
      !/^\d+$/.test(text.trim()) && readDate(text, { order: "DAY_FIRST", from1904: false }) !== undefined,
    read: (text, { dateOrder, from1904 }) => {
      const date = readDate(text, { order: dateOrder, from1904 });
      if (date === undefined) {
        return {
          fault: `${shown(text)} is not a date. Write a year, a month or a day: 2005, Dec 2005 or 23 June 2016.`,
        };
      }
      if (date === "AMBIGUOUS") {
        return {
          fault: `${shown(text)} can be two dates, as nothing tells whether the day or the month comes first. Say which for the whole file, or write the month as a word.`,
        };
      }
      return { said: { [field.says]: date.edtf } };
    },
  };
}

interface Vocabulary<Code extends string> {
  readonly labels: Readonly<Record<Code, string>>;
  readonly words: Partial<Readonly<Record<Code, readonly string[]>>>;
}

/** One code of a vocabulary. */
export function codeField<Code extends string>(options: FieldOptions, vocabulary: Vocabulary<Code>): ImportField {
  const read = codeReader(vocabulary.labels, vocabulary.words);
  const field = described(options);
  return {
    ...field,
    forAll: choicesOf(vocabulary.labels),
    looksLike: (text) => read(text) !== undefined,
    read: (text) => {
      const code = read(text);
      return code === undefined ? { fault: unknownCode(text, vocabulary.labels) } : { said: { [field.says]: code } };
    },
  };
}

/** Several codes of a vocabulary. */
export function codeListField<Code extends string>(options: FieldOptions, vocabulary: Vocabulary<Code>): ImportField {
  const read = codeReader(vocabulary.labels, vocabulary.words);
  const field = described(options);
  return {
    ...field,
    several: true,
    forAll: choicesOf(vocabulary.labels),
    looksLike: (text) => itemsOf(text, read).every((item) => read(item) !== undefined),
    read: (text) => {
      const codes: string[] = [];
      for (const item of itemsOf(text, read)) {
        const code = read(item);
        if (code === undefined) return { fault: unknownCode(item, vocabulary.labels) };
        codes.push(code);
      }
      return { said: { [field.says]: codes } };
    },
  };
}

/** Codes have no commas in them: people part them by commas, too. */
function itemsOf(text: string, read: ReadCode): string[] {
  return listIn(text).flatMap((item) =>
    read(item) === undefined
      ? item
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean)
      : [item],
  );
}

function choicesOf<Code extends string>(labels: Readonly<Record<Code, string>>) {
  return codesOf(labels).map((value) => ({ value, label: labels[value] }));
}

function unknownCode<Code extends string>(text: string, labels: Readonly<Record<Code, string>>): string {
  return `${shown(text)} is none that we know. Write one of: ${Object.values(labels).join(", ")}.`;
}

/** A country, or "international" where `international` says that the kind of record knows it. */
export function countryField(options: FieldOptions, international: boolean): ImportField {
  const field = described(options);
  return {
    ...field,
    forAll: [],
    looksLike: (text) => text.trim().length > 1 && readCountry(text) !== undefined,
    read: (text) => {
      const country = readCountry(text);
      if (country === "INTERNATIONAL" && international) return { said: { country: null, international: true } };
      if (country === undefined || country === "INTERNATIONAL") {
        return { fault: `${shown(text)} is no country that we know. Write its name in English, or its code, as PH.` };
      }
      return { said: international ? { country, international: false } : { country } };
    },
  };
}

/** A state or province of the row's country; a country that the row does not name follows from it. */
export function subdivisionField(options: FieldOptions): ImportField {
  const field = described(options);
  return {
    ...field,
    read: (text, { said }) => {
      const country = typeof said["country"] === "string" ? said["country"] : null;
      const subdivision = readSubdivision(text, country);
      if (subdivision !== undefined) return { said: { subdivision, country: subdivision.slice(0, 2) } };
      const where = country === null ? "in one country alone" : `in ${countryName(country)}`;
      return {
        fault: `${shown(text)} is no state or province ${where} that we know. Write its name, or its ISO 3166-2 code, as IN-TN.`,
      };
    },
  };
}

/** A count of one measure. */
export function countField(
  options: FieldOptions,
  saidOf: (count: number) => Readonly<Record<string, unknown>>,
): ImportField {
  const field = described(options);
  return {
    ...field,
    read: (text) => {
      const count = readCount(text);
      return count === undefined
        ? { fault: `${shown(text)} is no whole number. Write digits alone, as 94.` }
        : { said: saidOf(count) };
    },
  };
}

const ADDRESS_IN_TEXT = /<?(https?:\/\/[^\s<>]+)>?/i;

/** Pages, reports, letters: each a title, an address, or both. */
export function sourceListField(options: FieldOptions): ImportField {
  return textListField(options, (item) => {
    const url = ADDRESS_IN_TEXT.exec(item)?.[1] ?? null;
    const title = item
      .replace(ADDRESS_IN_TEXT, "")
      .replace(/[\s:,–-]+$/, "")
      .trim();
    return { title: title === "" && url !== null ? url : title, url };
  });
}
