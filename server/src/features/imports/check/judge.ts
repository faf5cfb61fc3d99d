import { v7 } from "uuid";
import type { Reader } from "../../../database/database.ts";
import { Failure } from "../../../errors.ts";
import { requestHash } from "../../../records/history.ts";
import { TrueNameCaught } from "../../../records/true-names.ts";
import type { Viewing } from "../../../records/viewing.ts";
import type { Said } from "../fields/field.ts";
import { type ImportRow, type Reason, UNJUDGED } from "../imports.entity.ts";
import type { FoundRecord, ImportedKind } from "../kinds/imported-kind.ts";
import type { Likeness } from "../likeness.ts";
import { nameOf } from "../told-names.ts";
import type { Match } from "./matching.ts";
import type { RowReader } from "./read-row.ts";
import type { SeenInFile } from "./seen-in-file.ts";

/** What the dry run finds out of a row. */
export type Judgement = Pick<
  ImportRow,
  | "verdict"
  | "reasons"
  | "said"
  | "recordId"
  | "matchedBy"
  | "score"
  | "sameAsRow"
  | "recordVersion"
  | "changes"
  | "newId"
  | "canCreate"
  | "canUpdate"
  | "decision"
>;

/** A row that could be read, and what was found for it. */
export interface ReadRow {
  readonly number: number;
  readonly said: Said;
  readonly match: Match;
  /** The likeliest first. */
  readonly likely: readonly { readonly record: FoundRecord; readonly likeness: Likeness }[];
}

/** Says of each row what would become of it, by the same rules as the writing itself. */
export class Judge {
  /** The attempts to write a protected person's true name, to be noted. */
  readonly caught: TrueNameCaught[] = [];
  private readonly viewing: Viewing;
  private readonly reader: Reader;
  private readonly kind: ImportedKind;
  private readonly rows: RowReader;
  private readonly seen: SeenInFile;
  private readonly office: string;

  constructor(viewing: Viewing, reader: Reader, kind: ImportedKind, rows: RowReader, seen: SeenInFile, office: string) {
    this.viewing = viewing;
    this.reader = reader;
    this.kind = kind;
    this.rows = rows;
    this.seen = seen;
    this.office = office;
  }

  async judge(row: ReadRow): Promise<Judgement> {
    const { match, said } = row;
    if (match.fault) return unreadable(said, this.rows.reasonsOf([match.fault]));
    if (match.found) return this.judgeFound(row, match.found);
    const [likeliest] = row.likely;
    if (likeliest) return this.judgeLikely(row, likeliest);
    return this.judgeNew(row);
  }

  private async judgeFound(
    { number, said, match }: ReadRow,
    { record, by }: NonNullable<Match["found"]>,
  ): Promise<Judgement> {
    const about = { said, recordId: record.id, matchedBy: by, recordVersion: record.version };
    const { changes, faults } = await this.changesOf(record, said);
    if (changes?.length === 0) return { ...UNJUDGED, ...about, verdict: "UNCHANGED" };
    if (match.saidBefore === requestHash(said)) {
      const message = `The row says what it said when it was imported before. ${nameOf(this.kind.kind, record.id)} was changed in Concord since, and keeps what it has.`;
      const canUpdate = record.mayEdit && changes !== null;
      return { ...UNJUDGED, ...about, verdict: "UNCHANGED", changes, canUpdate, reasons: [{ column: null, message }] };
    }
    if (!record.mayEdit) return { ...unreadable(said, [notYours(this.kind, record)]), ...about };
    if (changes === null) return { ...unreadable(said, faults), ...about };
    const earlier = this.seen.changing(record.id);
    if (earlier !== undefined) {
      const message = `Row ${earlier} of this file is about the same ${this.kind.noun}, ${nameOf(this.kind.kind, record.id)}. Put the two rows into one.`;
      return { ...unreadable(said, [{ column: null, message }]), ...about };
    }
    this.seen.noteChange(number, record.id);
    return { ...UNJUDGED, ...about, verdict: "UPDATE", changes, canUpdate: true, decision: "UPDATE" };
  }

  private async judgeLikely(row: ReadRow, { record, likeness }: ReadRow["likely"][number]): Promise<Judgement> {
    const { said } = row;
    const about = { said, recordId: record.id, recordVersion: record.version, score: likeness.score };
    const { changes } = await this.changesOf(record, said);
    const faults = await this.faultsOfNew(row);
    const creation = { canCreate: faults.length === 0, newId: faults.length === 0 ? v7() : null };
    const likely: Judgement = { ...UNJUDGED, ...about, ...creation, verdict: "UNCHANGED", matchedBy: "LIKENESS" };
    const reason: Reason = {
      ...{ column: null, likeness: likeness.codes },
      message: `It is likely ${nameOf(this.kind.kind, record.id)}: ${likeness.reasons.join(", ")}.`,
    };
    if (changes?.length === 0) return { ...likely, reasons: [reason] };
    return {
      ...likely,
      verdict: "LIKELY_DUPLICATE",
      changes,
      canUpdate: record.mayEdit && changes !== null,
      reasons: [reason, ...faults],
    };
  }

  private async judgeNew(row: ReadRow): Promise<Judgement> {
    const { number, said, match } = row;
    const earlier = this.seen.earlier(said);
    const faults = await this.faultsOfNew(row);
    if (faults.length > 0) return unreadable(said, faults);
    const creation = { said, canCreate: true, newId: v7() };
    const likely: Judgement = { ...UNJUDGED, ...creation, verdict: "LIKELY_DUPLICATE" };
    if (match.inTrash !== null) {
      const message = "What this row made before lies in the trash. Restore it there, or add it anew.";
      return { ...likely, recordId: match.inTrash, matchedBy: "EARLIER_IMPORT", reasons: [{ column: null, message }] };
    }
    if (earlier) {
      return { ...likely, sameAsRow: earlier.number, reasons: [{ column: null, message: earlier.reason }] };
    }
    this.seen.noteNew(number, said);
    return { ...UNJUDGED, ...creation, verdict: "NEW", decision: "CREATE" };
  }

  private async changesOf(
    record: FoundRecord,
    said: Said,
  ): Promise<{ changes: ImportRow["changes"]; faults: Reason[] }> {
    try {
      return { changes: await record.changesBy(this.reader, said), faults: [] };
    } catch (error) {
      return { changes: null, faults: this.faultsIn(error) };
    }
  }

  private async faultsOfNew({ said }: ReadRow): Promise<Reason[]> {
    try {
      await this.kind.checkNew(this.viewing, this.reader, v7(), withOffice(said, this.office));
      return [];
    } catch (error) {
      return this.faultsIn(error);
    }
  }

  /** What a person can understand is told; anything else is a fault of ours. */
  private faultsIn(error: unknown): Reason[] {
    if (!(error instanceof Failure)) throw error;
    if (error instanceof TrueNameCaught) this.caught.push(error);
    const { fields } = error.details;
    return fields && fields.length > 0 ? this.rows.reasonsOf(fields) : [{ column: null, message: error.message }];
  }
}

export function unreadable(said: Said | null, reasons: readonly Reason[]): Judgement {
  return { ...UNJUDGED, said, verdict: "UNREADABLE", reasons };
}

/** What a new record says, for the office of the import where the row names none. */
export function withOffice(said: Said, office: string): Said {
  return { office, ...said };
}

function notYours({ kind }: ImportedKind, record: FoundRecord): Reason {
  return {
    column: null,
    message: `You may read ${nameOf(kind, record.id)}, but not change it. Ask its office, or an administrator.`,
  };
}
