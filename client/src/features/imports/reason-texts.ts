import { DUPLICATE_REASON_CODE_LABELS, type DuplicateReasonCode } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { faultText } from "../../ui/fault-texts.ts";
import { wordsOf } from "../../ui/words.ts";

interface Reason {
  readonly message: string;
  /** By what a record was found likely. */
  readonly likeness: readonly DuplicateReasonCode[];
}

/**
 * Why a row, a cell or a file is not taken as it is, in the reader's language. The server tells it in English, for its
 * reports and for scripts; each of its sentences is known here by its form, and one that is not stays as it came.
 */
export function reasonText({ message, likeness }: Reason): string {
  const name = LIKELY.exec(message)?.groups?.["name"];
  if (name !== undefined && likeness.length > 0) {
    const words = likeness.map((code) => wordsOf(DUPLICATE_REASON_CODE_LABELS)[code]).join("; ");
    return t`It is likely ${name}. What speaks for it: ${words}`;
  }
  return importText(message);
}

const LIKELY = /^It is likely (?<name>.+?): /;

/** The same for what is said of an import as a whole. */
export function importText(message: string): string {
  for (const [form, told] of FORMS) {
    const found = form.exec(message);
    if (found) return told({ ...NO_PARTS, ...found.groups });
  }
  return faultText(message);
}

const NO_PARTS = {
  ...{ value: "", count: "", name: "", row: "", max: "", noun: "", what: "", instead: "", country: "", field: "" },
  ...{ matched: "", codes: "", others: "" },
};
type Parts = Readonly<typeof NO_PARTS>;

/** By what two rows are the same, within a sentence. */
function nounText(noun: string): string {
  return nouns()[noun] ?? noun;
}

const nouns = (): Readonly<Record<string, string>> => ({
  "external id": t({ message: "external id", context: "within a sentence" }),
  "e-mail address": t({ message: "e-mail address", context: "within a sentence" }),
  name: t({ message: "name", context: "within a sentence" }),
});

const nameText = (name: string) => (name === UNREADABLE ? t`something that you may not read` : name);
const UNREADABLE = "something that you may not read";

const FORMS: readonly (readonly [RegExp, (parts: Parts) => string])[] = [
  [/^It is likely (?<name>.+): the same title\.$/, ({ name }) => t`It is likely ${name}, which has the same title.`],
  [
    /^It is likely (?<name>.+): the same title, the same date\.$/,
    ({ name }) => t`It is likely ${name}, which has the same title and the same date.`,
  ],
  [
    /^It is likely (?<name>.+): the same e-mail address\.$/,
    ({ name }) => t`It is likely ${name}, which has the same e-mail address.`,
  ],
  [
    /^(?<count>\d+) things are called (?<value>.+)\. Write the id of the (?<noun>.+) that is meant\.$/,
    ({ count, value }) => t`${count} records are called ${value}. Write the id of the one that is meant.`,
  ],
  [
    /^There is no (?<noun>.+) called (?<value>.+) that you may read\. Add it first, or correct the cell\.$/,
    ({ value }) => t`Nothing that you may read is called ${value}. Add it first, or correct the cell.`,
  ],
  [
    /^There is no (?<noun>.+) called (?<value>.+) that you may read\. Is it (?<others>.+)\?$/,
    ({ value, others }) =>
      t`Nothing that you may read is called ${value}. Near it: ${{ others: others.replaceAll(" or ", ", ") }}`,
  ],
  [
    /^There is no (?<noun>.+) with the id (?<value>.+) that you may read\. Empty the cell for a new one\.$/,
    ({ value }) => t`Nothing that you may read has the id ${value}. Empty the cell for a new record.`,
  ],
  [
    /^(?<count>\d+) records have this (?<what>.+): (?<others>.+)\. Write the Concord id of the (?<noun>.+) that is meant\.$/,
    ({ count, what, others }) =>
      t`${count} records have this ${{ what: nounText(what) }}: ${others}. Write the Concord id of the one that is meant.`,
  ],
  [
    /^The row says what it said when it was imported before\. (?<name>.+) was changed in Concord since, and keeps what it has\.$/,
    ({ name }) =>
      t`The row says what it said when it was imported before. ${{ name: nameText(name) }} was changed in Concord since, and keeps what it has.`,
  ],
  [
    /^Row (?<row>\d+) of this file is about the same (?<noun>.+?), (?<name>.+)\. Put the two rows into one\.$/,
    ({ row, name }) => t`Row ${row} of this file is about ${{ name: nameText(name) }}, too. Put the two rows into one.`,
  ],
  [
    /^Row (?<row>\d+) of this file has the same (?<what>.+)\.$/,
    ({ row, what }) => t`Row ${row} of this file has the same ${{ what: nounText(what) }}.`,
  ],
  [
    /^What this row made before lies in the trash\. Restore it there, or add it anew\.$/,
    () => t`What this row made before lies in the trash. Restore it there, or add it anew.`,
  ],
  [
    /^You may read (?<name>.+), but not change it\. Ask its office, or an administrator\.$/,
    ({ name }) => t`You may read ${{ name: nameText(name) }}, but not change it. Ask its office, or an administrator.`,
  ],
  [
    /^Nothing in this row stands in a column that is matched with a field\.$/,
    () => t`Nothing in this row stands in a column that is matched with a field.`,
  ],
  [
    /^The cell shows (?<value>.+): a formula of the spreadsheet failed\. Mend it there\.$/,
    ({ value }) => t`The cell shows ${value}: a formula of the spreadsheet failed. Mend it there.`,
  ],
  [
    /^The row has (?<count>\d+) cells, and there are (?<matched>\d+) headings\. Put a cell that holds the separator into quotation marks\.$/,
    ({ count, matched }) =>
      t`The row has ${count} cells, and there are ${matched} headings. Put a cell that holds the separator into quotation marks.`,
  ],
  [
    /^(?<value>.+) is not a date\. Write a year, a month or a day: .+\.$/,
    ({ value }) => t`${value} is not a date. Write a year, a month or a day: 2005, Dec 2005 or 23 June 2016.`,
  ],
  [
    /^(?<value>.+) can be two dates, as nothing tells .+\.$/,
    ({ value }) =>
      t`${value} can be two dates, as nothing tells whether the day or the month comes first. Say which for the whole file, or write the month as a word.`,
  ],
  [
    /^(?<value>.+) is no country that we know\. Write its name in English, or its code, as PH\.$/,
    ({ value }) => t`${value} is no country that we know. Write its name in English, or its code, as PH.`,
  ],
  [
    /^(?<value>.+) is no state or province in one country alone that we know\. .+\.$/,
    ({ value }) =>
      t`${value} is no state or province of just one country that we know. Write its name, or its ISO 3166-2 code, as IN-TN.`,
  ],
  [
    /^(?<value>.+) is no state or province in (?<country>.+) that we know\. .+\.$/,
    ({ value, country }) =>
      t`${value} is no state or province in ${country} that we know. Write its name, or its ISO 3166-2 code, as IN-TN.`,
  ],
  [
    /^(?<value>.+) is no whole number\. Write digits alone, as 94\.$/,
    ({ value }) => t`${value} is no whole number. Write digits alone, as 94.`,
  ],
  [
    /^(?<value>.+) is none that we know\. Write one of: (?<codes>.+)\.$/,
    ({ value, codes }) => t`${value} is none that we know. Write one of: ${codes}.`,
  ],
  [
    /^The record was changed since the dry run\. Import the file again to see what differs now\.$/,
    () => t`The record was changed since the dry run. Import the file again to see what differs now.`,
  ],
  [
    /^It was stopped\. The rows that it had not come to were left out\.$/,
    () => t`It was stopped. The rows that it had not come to were left out.`,
  ],
  [
    /^You may not import for this office\. Choose your own, or ask an administrator\.$/,
    () => t`You may not import for this office. Choose your own, or ask an administrator.`,
  ],
  [
    /^Two columns are (?<field>.+)\. Leave one of the two out\.$/,
    ({ field }) => t`Two columns are ${field}. Leave one of the two out.`,
  ],
  [
    /^No column is matched with a field\. Match at least one\.$/,
    () => t`No column is matched with a field. Match at least one.`,
  ],
  [/^The file is empty\. Choose the one with your rows\.$/, () => t`The file is empty. Choose the one with your rows.`],
  [
    /^This is an old Excel file \(\.xls\), or one with a password\. Save it as \.xlsx without a password\.$/,
    () => t`This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a password.`,
  ],
  [
    /^Row (?<row>\d+) has (?:more than )?(?<count>\d+) (?:columns|cells)\. Keep at most (?<max>\d+)(?: columns)?\.$/,
    ({ row, max }) => t`Row ${row} has more than ${max} columns. Keep at most ${max}.`,
  ],
  [
    /^The file has more than (?<max>.+) rows\. Part it into smaller files\.$/,
    ({ max }) => t`The file has more than ${max} rows. Part it into smaller files.`,
  ],
  [
    /^There is no such sheet in this workbook\. Choose one that is there\.$/,
    () => t`There is no such sheet in this workbook. Choose one that is there.`,
  ],
  [
    /^This is not an Excel workbook\. Save your spreadsheet as \.xlsx or \.csv, and choose that file\.$|^This is not a spreadsheet\. .+$/,
    () => t`This is not a spreadsheet. Save yours as .xlsx or .csv, and choose that file.`,
  ],
  [
    /^In row (?<row>\d+) a quotation mark is opened and never closed\. Close it, or take it out\.$/,
    ({ row }) => t`In row ${row} a quotation mark is opened and never closed. Close it, or take it out.`,
  ],
  [
    /^Row (?<row>\d+) cannot be read: .+\. Save the file anew from your spreadsheet program\.$/,
    ({ row }) => t`Row ${row} cannot be read. Save the file anew from your spreadsheet program.`,
  ],
  [
    /^This (?:workbook|file) is damaged: .+\. Save it anew from your spreadsheet program\.$/,
    () => t`This file is damaged. Save it anew from your spreadsheet program.`,
  ],
  [
    /^This file would unpack to more than any spreadsheet\. .+$/,
    () => t`This file would unpack to more than any spreadsheet. Save it anew from your spreadsheet program.`,
  ],
  [/^The file has been removed\. Choose it again\.$/, () => t`The file has been removed. Choose it again.`],
  [
    /^There are no rows below the headings\. Choose another file or sheet\.$/,
    () => t`There are no rows below the headings. Choose another file or sheet.`,
  ],
  [
    /^Something went wrong on our side, and it was noted\. Try again, or ask an administrator\.$/,
    () => t`Something went wrong on our side, and it was noted. Try again, or ask an administrator.`,
  ],
  [
    /^Whoever began this may import no longer\. Ask an administrator\.$/,
    () => t`Whoever began this may import no longer. Ask an administrator.`,
  ],
  [
    /^The import cannot be undone as one any more\. .+ edited since: (?<others>.+)\. Undo the rest by hand\.$/,
    ({ others }) =>
      t`The import cannot be undone as one any more. Since it was run, somebody edited: ${others}. Undo the rest by hand.`,
  ],
  [
    /^The file was removed 30 days after it came\. Choose it again in a new import\.$/,
    () => t`The file was removed 30 days after it came. Choose it again in a new import.`,
  ],
  [
    /^(?:The import has gone on in the meantime|An import that is .+ cannot be .+ now)\. Reload the page to see how far it is\.$/,
    () => t`The import has gone on in the meantime. Reload the page to see how far it is.`,
  ],
  [
    /^Only who made an import goes on with it\. You may cancel it, or undo it when it is done\.$/,
    () => t`Only who made an import goes on with it. You may cancel it, or undo it when it is done.`,
  ],
];
