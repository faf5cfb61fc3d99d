import type { DateOrder } from "../values/dates.ts";

/** What cells say, in the shape of the input of a record; a part of it, or all of it. */
export type Said = Readonly<Record<string, unknown>>;

/** A mention of something by its name, acronym, id or external id; a party is a partner, a person or us. */
export interface Mention {
  readonly kind: "PARTNER" | "PERSON" | "COLLABORATION" | "OFFICE" | "USER" | "PARTY";
  readonly text: string;
}

/** What a mention means, or in a sentence why nobody can tell. */
export type Meaning = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string };

/** What reading a cell may depend on, besides the cell. */
export interface CellContext {
  /** What the cells before it in the row said. */
  readonly said: Said;
  /** Of the cell's column. */
  readonly dateOrder: DateOrder | null;
  readonly from1904: boolean;
  /** What the external ids of this file are ids of. */
  readonly system: string;
  meaningOf(mention: Mention): Meaning;
}

/** What a cell says, or in a sentence that repeats the value why it cannot be read. */
export type CellReading = { readonly said: Said } | { readonly fault: string };

/** Something that a column may hold. */
export interface ImportField {
  readonly id: string;
  /** As people see it; a column of this name is this field. */
  readonly label: string;
  /** What else such a column is called, in several languages. */
  readonly aliases: readonly string[];
  /** The property of the input that it fills: faults of the rules are told at its column. */
  readonly property: string;
  readonly required?: true;
  /** Several columns may say it, each a part. */
  readonly several?: true;
  /** What may be said for all rows whose cell is empty: one of these, or where the list is empty any text. */
  readonly forAll?: readonly { readonly value: string; readonly label: string }[];
  /** Whether a cell looks like one of this field, for columns whose name tells nothing. */
  readonly looksLike?: (text: string) => boolean;
  /** What a cell mentions; looked up for many rows at once before they are read. */
  readonly mentions?: (text: string) => readonly Mention[];
  read(text: string, context: CellContext): CellReading;
}

/** What a field is called. */
export interface FieldNames {
  readonly id: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

/** What may be said of any field; the rest its kind of field knows. */
export interface FieldOptions extends FieldNames, Pick<ImportField, "required" | "several" | "forAll"> {
  /** Under which name it is said; the field's id where it is left out. */
  readonly says?: string;
  /** The property of the input at which its faults are told, where that is another. */
  readonly property?: string;
}

/** What all kinds of field do with their options. */
export function described({
  id,
  label,
  aliases = [],
  says = id,
  property = says,
  required,
  several,
  forAll,
}: FieldOptions) {
  return {
    id,
    label,
    aliases,
    property,
    says,
    ...(required && { required }),
    ...(several && { several }),
    ...(forAll && { forAll }),
  };
}
