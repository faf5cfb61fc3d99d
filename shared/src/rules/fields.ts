import * as z from "zod";
import { isCountry } from "../countries.ts";
import { LIMITS } from "../limits.ts";
import { PARTIAL_DATE_HINT, parsePartialDate } from "../partial-date.ts";
import { codesOf } from "../vocabularies.ts";

/** The bricks of which the rules of all records are made. `label` is the field's name in sentences. */

const SHOWN = 60;
/** Control characters but for tab and the end of a line, halves of characters, and marks that turn text about. */
const UNPRINTABLE = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/** A value as it is repeated in a message: shortened, in quotation marks. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return `"${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}"`;
}

function textRule(label: string, max: number, lines: "one line" | "many lines") {
  return z
    .string({
      error: (issue) =>
        issue.input === undefined || issue.input === null
          ? `${label} is missing. Write 1 to ${max} characters.`
          : `${label} is ${shown(issue.input)}, which is not text.`,
    })
    .transform((value) => value.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .superRefine((value, context) => {
      const refuse = (message: string) => context.addIssue({ code: "custom", message });
      const length = [...value].length;
      if (length > max) refuse(`${label} has ${length} characters. Shorten it to at most ${max}.`);
      if (UNPRINTABLE.test(value))
        refuse(`${label} contains characters that cannot be shown. Type it again without them.`);
      if (lines === "one line" && /[\n\t\u2028\u2029]/.test(value))
        refuse(`${label} has several lines. Write it on one line.`);
    });
}

function filled<Rule extends z.ZodType<string>>(label: string, max: number, rule: Rule) {
  return rule.refine(
    (value) => value !== "",
    `${label} is empty. Write 1 to ${max.toLocaleString("en-GB")} characters.`,
  );
}

export const line = (label: string, max: number) => filled(label, max, textRule(label, max, "one line"));
export const paragraphs = (label: string, max: number) => filled(label, max, textRule(label, max, "many lines"));

/** One of a vocabulary's codes. */
export function code<Code extends string>(label: string, labels: Readonly<Record<Code, string>>) {
  const codes = codesOf(labels);
  return z.enum(codes, {
    error: (issue) =>
      issue.input === undefined || issue.input === null
        ? `${label} is missing. Choose one.`
        : `${label} cannot be ${shown(issue.input)}. Choose one of ${codes.join(", ")}.`,
  });
}

/** Yes or no. */
export function flag(label: string) {
  return z.boolean({ error: (issue) => `${label} is ${shown(issue.input)}. Send true or false.` });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id of something that is there. */
export function reference(label: string) {
  return z
    .string({
      error: (issue) =>
        issue.input === undefined || issue.input === null
          ? `${label} is missing. Choose one.`
          : `${label} is ${shown(issue.input)}, which is not an id.`,
    })
    .transform((value) => value.trim().toLowerCase())
    .superRefine((value, context) => {
      if (!UUID.test(value))
        context.addIssue({
          code: "custom",
          message: `${label} is ${shown(value)}, which is not an id. Choose one from the list.`,
        });
    });
}

/** The id that a caller gives to what it creates, so that the same request may be sent twice. */
export const newId = z
  .string()
  .transform((value) => value.toLowerCase())
  .superRefine((value, context) => {
    if (!UUID_V7.test(value))
      context.addIssue({
        code: "custom",
        message: `${shown(value)} is not a UUID of version 7. Send one, or leave the id out.`,
      });
  })
  .nullish()
  .transform((value) => value ?? undefined);

/** EDTF level 0 text. */
export const partialDate = z
  .string({ error: (issue) => `${shown(issue.input)} is not a date. ${PARTIAL_DATE_HINT}` })
  .transform((value) => value.trim())
  .superRefine((value, context) => {
    if (!parsePartialDate(value)) {
      context.addIssue({
        code: "custom",
        message: `${shown(value)} is not a date. Write a year, a month or a day as 2005, 2005-12 or 2016-06-23.`,
      });
    }
  });

const notACountry = (value: unknown) =>
  `${shown(value)} is not a country. Choose one, or send its ISO 3166-1 code of two letters, as IN.`;

export const country = z
  .string({
    error: ({ input }) =>
      input === undefined || input === null ? "The country is missing. Choose one." : notACountry(input),
  })
  .transform((value) => value.trim().toUpperCase())
  .superRefine((value, context) => {
    if (!isCountry(value))
      context.addIssue({
        code: "custom",
        message: notACountry(value),
      });
  });

export const subdivision = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .superRefine((value, context) => {
    if (!/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value))
      context.addIssue({
        code: "custom",
        message: `${shown(value)} is not a state or province. Choose one, or send its ISO 3166-2 code, as IN-TN.`,
      });
  });

/** An e-mail address in lower case; whether it exists, only a message to it can tell. */
export const emailAddress = line("The e-mail address", LIMITS.email)
  .transform((value) => value.toLowerCase())
  .superRefine((value, context) => {
    if (!/^[^\s@]+@[^\s@]+$/.test(value))
      context.addIssue({
        code: "custom",
        message: `${shown(value)} is not an e-mail address. Write it as name@example.org.`,
      });
  });

/** An address of a page. */
export const webAddress = line("The address", LIMITS.url).superRefine((value, context) => {
  if (!isWebAddress(value))
    context.addIssue({
      code: "custom",
      message: `${shown(value)} is not the address of a page. Write it whole, beginning with https:// or http://.`,
    });
});

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && ["http:", "https:"].includes(url.protocol) && !/\s/.test(value);
}

/** A BCP 47 tag in its canonical form. */
export const language = line("The language", 35).transform((value, context) => {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    context.addIssue({
      code: "custom",
      message: `${shown(value)} is not a language tag. Write one as en, ta or pt-BR.`,
    });
    return z.NEVER;
  }
});

/** A field of a record: how it is read when the record is made, and when it is changed. */
export interface Field<Create extends z.ZodType, Update extends z.ZodType> {
  readonly create: Create;
  readonly update: Update;
}

/** A field that every record has. */
export function required<Rule extends z.ZodType>(rule: Rule) {
  return { create: rule, update: rule.optional() };
}

/** A field that may be empty: null, or text that is blank, empties it. */
export function optional<Rule extends z.ZodType>(rule: Rule) {
  const whole = z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    rule.nullable(),
  );
  return { create: z.preprocess((value) => value ?? null, whole), update: whole.optional() };
}

/** A field that has a value of its own where a new record leaves it out. */
export function defaulted<Rule extends z.ZodType>(rule: Rule, value: z.output<Rule>) {
  return { create: z.preprocess((given) => given ?? value, rule), update: rule.optional() };
}

/** A field that the service fills in where a new record leaves it out. */
export function filledIn<Rule extends z.ZodType>(rule: Rule) {
  return { create: rule.nullish().transform((value) => value ?? undefined), update: rule.optional() };
}

/** A list; null empties it. One that is too long is not looked at further: it could hold a quarter of a million items. */
export function listOf<Rule extends z.ZodType>(label: string, rule: Rule, max: number) {
  const error = ({ input }: { input?: unknown }) =>
    `${label} are ${Array.isArray(input) ? input.length : "too many"}. Keep at most ${max}.`;
  const whole = z.preprocess((value) => value ?? [], z.array(rule).max(max, { error }));
  return { create: whole, update: whole.optional() };
}

/** A list in which a value stands once, however often it was sent. */
export function setOf<Rule extends z.ZodType<string>>(label: string, rule: Rule, max: number) {
  const items = listOf(label, rule, max);
  const once = <Value>(values: Value[]) => [...new Set(values)];
  return {
    create: items.create.transform(once),
    update: z.preprocess((value) => value ?? [], items.create.transform(once)).optional(),
  };
}

/** Whether a code such as IN-TN belongs to the country. */
export function isSubdivisionOf(subdivisionCode: string, countryCode: string): boolean {
  return subdivisionCode.startsWith(`${countryCode}-`);
}

/** Keeps the keys that are set, so that what an update leaves out stays as it is. */
export function given<Values extends object>(
  values: Values,
): { [Key in keyof Values]: Exclude<Values[Key], undefined> } {
  // biome-ignore lint/plugin: removing the undefined values is what makes the type true
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]: Exclude<Values[Key], undefined>;
  };
}
