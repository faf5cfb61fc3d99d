import { fold, foldedWords } from "@concord/shared/fold";
import type { Said } from "../fields/field.ts";
import type { ImportedKind } from "../kinds/imported-kind.ts";
import { emailsIn, externalKeys } from "./matching.ts";
import { RowIndex } from "./row-index.ts";

/** Which rows of a file would make or change what; so that a second row about the same is told. */
export class SeenInFile {
  private readonly kind: ImportedKind;
  private readonly names = new RowIndex();
  private readonly externalIds = new RowIndex();
  private readonly emails = new RowIndex();
  private readonly records = new RowIndex();

  constructor(kind: ImportedKind) {
    this.kind = kind;
  }

  /** The earlier row that is likely about the same, and why. */
  earlier(said: Said): { readonly number: number; readonly reason: string } | null {
    const found = [
      [this.externalIds, externalKeys(said), "external id"],
      [this.emails, this.emailKeys(said), "e-mail address"],
      [this.names, [this.nameKey(said)], "name"],
    ] as const;
    for (const [index, keys, what] of found) {
      const number = keys.map((key) => index.get(key)).find((row) => row !== undefined);
      if (number !== undefined) return { number, reason: `Row ${number} of this file has the same ${what}.` };
    }
    return null;
  }

  /** The earlier row that changes the record. */
  changing(recordId: string): number | undefined {
    return this.records.get(recordId);
  }

  noteNew(number: number, said: Said): void {
    for (const key of externalKeys(said)) this.externalIds.add(key, number);
    for (const key of this.emailKeys(said)) this.emails.add(key, number);
    this.names.add(this.nameKey(said), number);
  }

  noteChange(number: number, recordId: string): void {
    this.records.add(recordId, number);
  }

  /** An address together with each word of the name: who writes to one address is not always one person. */
  private emailKeys(said: Said): string[] {
    const words = foldedWords(this.kind.callOf(said).name).filter((word) => word.length > 1);
    return emailsIn(said).flatMap((email) => words.map((word) => `${email} ${word}`));
  }

  /** Two of one name are two where their country, date or partner differs. */
  private nameKey(said: Said): string {
    const { name, mark } = this.kind.callOf(said);
    return JSON.stringify([fold(name), mark, said["positions"] ?? null]);
  }
}
