import { setImmediate } from "node:timers/promises";
import sql from "sql-template-tag";
import { Failure } from "../../../errors.ts";
import { noteCaught } from "../../../records/true-names.ts";
import { Judge, type ReadRow, unreadable } from "../check/judge.ts";
import { type Match, matchRows } from "../check/matching.ts";
import { RowReader, type RowReading } from "../check/read-row.ts";
import { RowKeys } from "../check/row-keys.ts";
import { SeenInFile } from "../check/seen-in-file.ts";
import { type Import, type ImportMapping, type ImportRow, importRowEntity } from "../imports.entity.ts";
import type { Job } from "../job.ts";
import type { FoundRecord, ImportedKind } from "../kinds/imported-kind.ts";
import { kinds } from "../kinds/kinds.ts";
import type { Likeness } from "../likeness.ts";
import { Lookup } from "../lookup.ts";

const BATCH = 50;

/** A row that could be read, with what an import knows it again by. */
interface KeyedRow extends RowReading {
  readonly row: ImportRow;
  readonly rowKey: string;
}

/** The dry run: says of every row what would become of it, and writes nothing else. It may be begun again at any time. */
export async function checkRows(job: Job): Promise<void> {
  const { file } = job;
  if (file.mapping === null) throw new Failure("BAD_USER_INPUT", "The columns are not matched yet. Match them first.");
  const check = new Check(job, file, file.mapping);
  let done = 0;
  for (let after = 0; ; ) {
    const rows = await job.tools.database.find(
      importRowEntity,
      sql`SELECT * FROM import_rows WHERE import_id = ${file.id} AND number > ${after} ORDER BY number LIMIT ${BATCH}`,
    );
    const last = rows.at(-1);
    if (!last) break;
    const { judged, caught } = await check.rows(rows);
    done += rows.length;
    await job.commit(done, async (transaction) => {
      await transaction.execute(
        sql`DELETE FROM import_rows WHERE import_id = ${file.id} AND number > ${after} AND number <= ${last.number}`,
      );
      await transaction.insert(importRowEntity, judged);
      for (const error of caught) noteCaught(job.viewing, transaction, error);
    });
    after = last.number;
  }
  await job.finish("CHECKED", { failure: null });
}

class Check {
  private readonly job: Job;
  private readonly kind: ImportedKind;
  private readonly reader: RowReader;
  private readonly lookup: Lookup;
  private readonly keys: RowKeys;
  private readonly seen: SeenInFile;
  private readonly office: string;

  constructor(job: Job, file: Import, mapping: ImportMapping) {
    const { viewing, tools } = job;
    this.job = job;
    this.kind = kinds[file.kind];
    this.reader = new RowReader(this.kind, file, mapping);
    this.lookup = new Lookup(viewing, tools.database, { system: mapping.system, ours: ["us", ...tools.ours] });
    this.keys = new RowKeys({
      kind: file.kind,
      office: mapping.office,
      headers: file.columns.map(({ header }) => header),
    });
    this.seen = new SeenInFile(this.kind);
    this.office = mapping.office;
  }

  async rows(rows: readonly ImportRow[]) {
    const { viewing, tools } = this.job;
    await this.lookup.load(rows.flatMap(({ cells }) => this.reader.mentionsIn(cells)));
    const read = rows.map(
      (row): KeyedRow => ({ row, rowKey: this.keys.next(row.cells), ...this.reader.read(row.cells, this.lookup) }),
    );
    const readable = read.filter(({ reasons }) => reasons.length === 0);
    const matches = await matchRows(
      viewing,
      tools.database,
      this.kind,
      readable.map(({ row, rowKey, said }) => ({ number: row.number, said, rowKey })),
    );
    const likely = await this.likelyOf(readable, matches);
    const judge = new Judge(viewing, tools.database, this.kind, this.reader, this.seen, this.office);
    const judged: ImportRow[] = [];
    for (const { row, rowKey, said, reasons } of read) {
      // Between two rows others get their turn: the server goes on serving while it checks.
      await setImmediate();
      const match = matches.get(row.number);
      const before = judge.caught.length;
      const judgement = match
        ? await judge.judge({ number: row.number, said: sayable(said), match, likely: likely.get(row.number) ?? [] })
        : unreadable(null, reasons);
      judged.push({ ...row, rowKey, ...UNDECIDED, ...judgement, ...(judge.caught.length > before ? UNTOLD : {}) });
    }
    return { judged, caught: judge.caught };
  }

  /** What is likely the same as the rows that are about nothing that is there by any id. */
  private async likelyOf(
    rows: readonly KeyedRow[],
    matches: ReadonlyMap<number, Match>,
  ): Promise<Map<number, ReadRow["likely"]>> {
    const { viewing, tools } = this.job;
    const open = rows.filter(({ row }) => {
      const match = matches.get(row.number);
      return match && match.found === null && match.fault === null;
    });
    const found = await this.kind.findLike(
      viewing,
      tools.database,
      open.map(({ said }) => said),
    );
    const ids = [...new Set(found.flat().map(({ id }) => id))];
    const records = await this.kind.read(viewing, tools.database, ids);
    return new Map(
      open.map(({ row }, index) => {
        const namesakes = (matches.get(row.number)?.namesakes ?? []).map((record) => ({
          record,
          likeness: mailLikeness(record),
        }));
        const likely = (found[index] ?? []).flatMap((likeness) => {
          const record = records.get(likeness.id);
          return record ? [{ record, likeness }] : [];
        });
        return [row.number, [...likely, ...namesakes]];
      }),
    );
  }
}

/** What is left of an earlier check. */
const UNDECIDED = { result: null, resultId: null, resultVersion: null, replaced: null } as const;

/** A row that tells a protected person's true name: it is not kept. */
const UNTOLD: Pick<ImportRow, "cells" | "said" | "changes"> = { cells: [], said: null, changes: null };

function mailLikeness({ id }: FoundRecord): Likeness {
  return { id, score: 70, reasons: ["the same e-mail address"], codes: [] };
}

/** What a row says of the record, without the id by which it is found. */
function sayable(said: ReadRow["said"]): ReadRow["said"] {
  const { id: _id, ...rest } = said;
  return rest;
}
