import { foldedWords } from "@concord/shared/fold";
import type { FieldIssue } from "@concord/shared/rules/check";
import { shown } from "@concord/shared/rules/fields";
import { externalIdKey } from "@concord/shared/rules/records";
import type { ImportMatch } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import * as z from "zod";
import type { Reader } from "../../../database/database.ts";
import { textOf } from "../../../database/rows.ts";
import { leadsOf } from "../../../records/merges.ts";
import { whereInTrash, whereThere } from "../../../records/scope.ts";
import type { Viewing } from "../../../records/viewing.ts";
import type { Said } from "../fields/field.ts";
import type { FoundRecord, ImportedKind } from "../kinds/imported-kind.ts";
import { textsOf } from "../kinds/imported-kind.ts";
import { nameOf } from "../told-names.ts";

/** Finds what rows are about: by id, external id, e-mail address, and what an earlier import made of the same row. */

export interface RowToMatch {
  readonly number: number;
  readonly said: Said;
  readonly rowKey: string;
}

export interface Match {
  /** The record, and by what it was found; null where there is none. */
  readonly found: { readonly record: FoundRecord; readonly by: ImportMatch } | null;
  /** Why it cannot be said what the row is about, at the property that says so. */
  readonly fault: FieldIssue | null;
  /** Records with the same e-mail address and quite another name. */
  readonly namesakes: readonly FoundRecord[];
  /** What the row said when it was imported before, as a hash; null where it was not. */
  readonly saidBefore: string | null;
  /** The record that the row made before, where it lies in the trash. */
  readonly inTrash: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const externalIdsRule = z.array(z.object({ system: z.string(), value: z.string() })).catch([]);

/** Where the records of the rows may be, before they are read. */
interface Traces {
  readonly byExternalId: ReadonlyMap<string, readonly string[]>;
  readonly byEmail: ReadonlyMap<string, readonly string[]>;
  readonly byKey: ReadonlyMap<string, readonly EarlierRow[]>;
  readonly inTrash: ReadonlyMap<string, readonly string[]>;
  /** Where the ids of records lead that were merged into another one. */
  readonly leads: ReadonlyMap<string, string>;
}

interface EarlierRow {
  readonly recordId: string;
  readonly saidHash: string;
}

/** What each row is about, by its number; one statement for each way of finding, however many rows there are. */
export async function matchRows(
  viewing: Viewing,
  reader: Reader,
  kind: ImportedKind,
  rows: readonly RowToMatch[],
): Promise<Map<number, Match>> {
  const keys = rows.map(({ rowKey }) => rowKey);
  const earlier = await earlierRows(reader, keys);
  const leads = await leadsOf(reader, [
    ...rows.flatMap(({ said }) => idsIn(said)),
    ...earlier.map(([, { recordId }]) => recordId),
  ]);
  const traces: Traces = {
    leads,
    byExternalId: await byExternalId(
      viewing,
      reader,
      kind,
      rows.flatMap(({ said }) => externalKeys(said)),
    ),
    byEmail: kind.hasEmail
      ? await byEmail(
          viewing,
          reader,
          kind,
          rows.flatMap(({ said }) => emailsIn(said)),
        )
      : new Map(),
    byKey: grouped(earlier.map(([key, row]) => [key, { ...row, recordId: leads.get(row.recordId) ?? row.recordId }])),
    inTrash: await inTrash(viewing, reader, kind, keys),
  };
  const ids = new Set([
    ...rows.flatMap(({ said }) => idsIn(said)).map((id) => leads.get(id) ?? id),
    ...[...traces.byExternalId.values(), ...traces.byEmail.values()].flat(),
    ...[...traces.byKey.values()].flat().map(({ recordId }) => recordId),
  ]);
  const records = await kind.read(viewing, reader, [...ids]);
  return new Map(rows.map((row) => [row.number, matchOf(kind, row, traces, records)]));
}

function matchOf(
  kind: ImportedKind,
  row: RowToMatch,
  traces: Traces,
  records: ReadonlyMap<string, FoundRecord>,
): Match {
  const recordsOf = (ids: readonly string[] | undefined) =>
    [...new Set(ids ?? [])].flatMap((id) => records.get(id) ?? []);
  const earlier = traces.byKey.get(row.rowKey) ?? [];
  const of = (match: Partial<Match>): Match => ({
    found: null,
    fault: null,
    namesakes: [],
    saidBefore: earlier.find(({ recordId }) => recordId === match.found?.record.id)?.saidHash ?? null,
    inTrash: traces.inTrash.get(row.rowKey)?.[0] ?? null,
    ...match,
  });

  const [id] = textsOf(row.said, "id");
  if (id !== undefined) {
    const [record] = recordsOf(idsIn(row.said).map((meant) => traces.leads.get(meant) ?? meant));
    return record ? of({ found: { record, by: "ID" } }) : of({ fault: { path: "id", message: unknownId(kind, id) } });
  }
  const external = recordsOf(externalKeys(row.said).flatMap((key) => traces.byExternalId.get(key) ?? []));
  if (external.length > 1)
    return of({ fault: { path: "externalIds", message: severalHave(kind, external, "external id") } });
  const [byExternal] = external;
  if (byExternal) return of({ found: { record: byExternal, by: "EXTERNAL_ID" } });

  const made = recordsOf(earlier.map(({ recordId }) => recordId)).at(-1);
  const mailed = recordsOf(emailsIn(row.said).flatMap((email) => traces.byEmail.get(email) ?? []));
  const called = mailed.filter(({ id: other, name }) => other === made?.id || shareName(name, nameIn(kind, row.said)));
  const same = called.find((record) => record.id === made?.id) ?? (called.length === 1 ? called[0] : undefined);
  if (same) return of({ found: { record: same, by: "EMAIL" } });
  if (called.length > 1) return of({ fault: { path: "email", message: severalHave(kind, called, "e-mail address") } });
  if (made) return of({ found: { record: made, by: "EARLIER_IMPORT" } });
  return of({ namesakes: mailed });
}

function unknownId(kind: ImportedKind, id: string): string {
  return `There is no ${kind.noun} with the id ${shown(id)} that you may read. Empty the cell for a new one.`;
}

function severalHave(kind: ImportedKind, records: readonly FoundRecord[], what: string): string {
  const names = records.slice(0, 3).map(({ id }) => nameOf(kind.kind, id));
  return `${records.length} records have this ${what}: ${names.join(", ")}. Write the Concord id of the ${kind.noun} that is meant.`;
}

function nameIn(kind: ImportedKind, said: Said): string {
  return kind.callOf(said).name;
}

/** Whether two names have a word in common; who writes to one address is not always one person. */
function shareName(a: string, b: string): boolean {
  const words = new Set(foldedWords(a).filter((word) => word.length > 1));
  return b === "" || foldedWords(b).some((word) => words.has(word));
}

function idsIn(said: Said): string[] {
  return textsOf(said, "id")
    .map((id) => id.trim().toLowerCase())
    .filter((id) => UUID.test(id));
}

export function externalKeys(said: Said): string[] {
  return externalIdsRule.parse(said["externalIds"]).map(externalIdKey);
}

export function emailsIn(said: Said): string[] {
  return textsOf(said, "email").map((email) => email.trim().toLowerCase());
}

function grouped<Value>(rows: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of rows) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

function there(viewing: Viewing, kind: ImportedKind): Sql {
  return sql`JOIN ${kind.table} t ON t.id = x.record_id AND ${whereThere(viewing.viewer, kind.policy, "t")}`;
}

async function byExternalId(viewing: Viewing, reader: Reader, kind: ImportedKind, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, string[]>();
  const rows = await reader.raw(
    sql`SELECT x.lookup, x.record_id FROM record_external_ids x ${there(viewing, kind)}
        WHERE x.lookup IN (${join([...new Set(keys)])}) ORDER BY x.record_id`,
  );
  return grouped(rows.map((row) => [textOf(row, "lookup"), textOf(row, "record_id")] as const));
}

async function byEmail(viewing: Viewing, reader: Reader, kind: ImportedKind, emails: readonly string[]) {
  if (emails.length === 0) return new Map<string, string[]>();
  const rows = await reader.raw(
    sql`SELECT t.email, t.id FROM ${kind.table} t WHERE t.email IN (${join([...new Set(emails)])})
        AND ${whereThere(viewing.viewer, kind.policy, "t")} ORDER BY t.id`,
  );
  return grouped(rows.map((row) => [textOf(row, "email"), textOf(row, "id")] as const));
}

/** What earlier imports made of rows with these keys; whether the viewer may read it is told when it is read. */
async function earlierRows(reader: Reader, keys: readonly string[]): Promise<(readonly [string, EarlierRow])[]> {
  if (keys.length === 0) return [];
  const rows = await reader.raw(
    sql`SELECT row_key, record_id, said_hash FROM import_keys WHERE row_key IN (${join([...keys])})
        ORDER BY import_id, record_id`,
  );
  return rows.map((row) => [
    textOf(row, "row_key"),
    { recordId: textOf(row, "record_id"), saidHash: textOf(row, "said_hash") },
  ]);
}

async function inTrash(viewing: Viewing, reader: Reader, kind: ImportedKind, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, string[]>();
  const rows = await reader.raw(
    sql`SELECT x.row_key, x.record_id FROM import_keys x JOIN ${kind.table} t ON t.id = x.record_id
        WHERE x.row_key IN (${join([...keys])}) AND ${whereInTrash(viewing.viewer, kind.policy, "t")}
          AND NOT EXISTS (SELECT 1 FROM merges m WHERE m.merged_id = x.record_id)`,
  );
  return grouped(rows.map((row) => [textOf(row, "row_key"), textOf(row, "record_id")] as const));
}
