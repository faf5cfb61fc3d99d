import { fold } from "@concord/shared/fold";
import type { ImportKind } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Policy } from "../../../access/policies.ts";
import type { RecordRow } from "../../../database/columns.ts";
import type { Reader, Transaction } from "../../../database/database.ts";
import type { StoredChange } from "../../../records/audit-log.entity.ts";
import { changesOf } from "../../../records/history.ts";
import type { RecordDefinition } from "../../../records/record.ts";
import { readableLinks } from "../../../records/references.ts";
import { tableOf, whereThere } from "../../../records/scope.ts";
import type { Viewing } from "../../../records/viewing.ts";
import { versionsWithin } from "../../../records/visible-version.ts";
import { changeRecord, makeRecord, moveRecord } from "../../../records/write.ts";
import { changedValues, editRecord, newValues } from "../../../records/write-guards.ts";
import type { ImportField, Said } from "../fields/field.ts";
import type { FindLike } from "../likeness.ts";

/** A record that a row may be about, as the viewer sees it. */
export interface FoundRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly officeId: string;
  readonly mayEdit: boolean;
  /** What a row would change. @throws BAD_USER_INPUT, FORBIDDEN as the change itself would */
  changesBy(reader: Reader, said: Said): Promise<StoredChange[]>;
}

/** What importing needs to know of one kind of record; every write goes the way of the forms. */
export interface ImportedKind {
  readonly kind: ImportKind;
  /** As it stands in sentences: "partner". */
  readonly noun: string;
  readonly fields: readonly ImportField[];
  /** Whether its records have an e-mail address by which they are known again. */
  readonly hasEmail: boolean;
  readonly table: Sql;
  /** Of its name or title. */
  readonly nameColumn: Sql;
  readonly policy: Policy;
  /** Puts together what several cells say in parts. */
  whole(said: Said): Said;
  /** By what two rows of a file are told apart. */
  callOf(said: Said): Call;
  readonly findLike: FindLike;
  /** Records that are there for the viewer, by id. */
  read(viewing: Viewing, reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, FoundRecord>>;
  /** @throws BAD_USER_INPUT with every fault, FORBIDDEN, as the making itself would */
  checkNew(viewing: Viewing, reader: Reader, id: string, said: Said): Promise<void>;
  /** Makes the record, and answers its version. */
  add(viewing: Viewing, transaction: Transaction, id: string, said: Said): Promise<number>;
  /** Changes the record, and answers its new version with what the change replaced. */
  change(
    viewing: Viewing,
    transaction: Transaction,
    target: RecordVersion,
    said: Said,
  ): Promise<{ version: number; replaced: Said }>;
  /** Puts back what a change replaced. @throws CONFLICT where the record was changed since */
  putBack(viewing: Viewing, transaction: Transaction, target: RecordVersion, replaced: Said): Promise<void>;
  /** Puts the record into the trash. @throws CONFLICT where it was changed since */
  remove(viewing: Viewing, transaction: Transaction, target: RecordVersion): Promise<void>;
}

/** What a row calls what it is about. */
export interface Call {
  readonly name: string;
  /** What tells two of one name apart: a partner's country, a collaboration's or recognition's date; null where unknown. */
  readonly mark: string | null;
}

export interface RecordVersion {
  readonly id: string;
  readonly version: number;
}

interface KindOptions<Row extends RecordRow, Values extends object> {
  readonly kind: ImportKind;
  readonly definition: RecordDefinition<Row, Values>;
  readonly fields: readonly ImportField[];
  readonly hasEmail: boolean;
  readonly nameColumn: "name" | "title";
  nameOf(values: Values): string;
  whole?(said: Said): Said;
  /** The property that tells two of one name apart, as the country of partners; null where none does. */
  readonly mark: string | null;
  readonly findLike: FindLike;
  /** A new record as the service of the kind reads it. */
  newRecord(viewing: Viewing, said: Said): { readonly values: Values };
  /** The record after what a row says; lists are added to. */
  changed(current: Values, said: Said): Values;
  /** Values that were stored, read by the rule of a change. */
  stored(values: Said): Partial<Values>;
}

/** Shuts the types of one kind in, so that all kinds can be treated alike. */
export function importedKind<Row extends RecordRow, Values extends object>(
  options: KindOptions<Row, Values>,
): ImportedKind {
  const { definition } = options;
  const read = async (viewing: Viewing, reader: Reader, ids: readonly string[]) => {
    const rows =
      ids.length === 0
        ? []
        : await reader.find(
            definition.entity,
            sql`SELECT t.* FROM ${tableOf(definition.entity)} t WHERE t.id IN (${join([...ids])})
                AND ${whereThere(viewing.viewer, definition.policy, "t")}`,
          );
    const values = await visibleValues(viewing, reader, definition, rows);
    const versions = await versionsWithin(viewing, reader, rows);
    return { rows, values, versions };
  };
  return {
    kind: options.kind,
    noun: definition.noun,
    fields: options.fields,
    hasEmail: options.hasEmail,
    table: tableOf(definition.entity),
    nameColumn: raw(options.nameColumn),
    policy: definition.policy,
    whole: options.whole ?? ((said) => said),
    findLike: options.findLike,
    callOf: (said) => ({
      name: textsOf(said, options.nameColumn)[0] ?? "",
      mark: options.mark === null ? null : (textsOf(said, options.mark)[0] ?? null),
    }),

    async read(viewing, reader, ids) {
      const { rows, values, versions } = await read(viewing, reader, ids);
      const found = rows.flatMap((row, index): FoundRecord[] => {
        const current = values[index];
        if (!current) return [];
        const facts = definition.facts(current);
        return [
          {
            id: row.id,
            version: versions.get(row.id) ?? row.version,
            name: options.nameOf(current),
            officeId: facts.officeId,
            mayEdit: definition.policy.edit.allows(viewing.viewer, facts),
            changesBy: async (within, said) => {
              const change = (seen: Values) => options.changed(seen, said);
              return changesOf(current, await changedValues(viewing, within, definition, row.id, current, change));
            },
          },
        ];
      });
      return new Map(found.map((record) => [record.id, record]));
    },

    async checkNew(viewing, reader, id, said) {
      await newValues(viewing, reader, definition, options.newRecord(viewing, said).values, id);
    },

    async add(viewing, transaction, id, said) {
      const { values } = options.newRecord(viewing, said);
      return (await makeRecord(viewing, transaction, definition, values, id)).version;
    },

    async change(viewing, transaction, { id, version }, said) {
      const { values: before } = await read(viewing, transaction, [id]);
      await changeRecord(viewing, transaction, definition, id, version, (current) => options.changed(current, said));
      const { rows, values: after, versions } = await read(viewing, transaction, [id]);
      const changes = changesOf(before[0] ?? null, after[0] ?? null);
      return {
        version: versions.get(id) ?? rows[0]?.version ?? version,
        replaced: Object.fromEntries(changes.map((change) => [change.field, change.before])),
      };
    },

    async putBack(viewing, transaction, { id, version }, replaced) {
      await changeRecord(viewing, transaction, definition, id, version, options.stored(replaced));
    },

    async remove(viewing, transaction, { id, version }) {
      const { row } = await editRecord(viewing, transaction, definition, id, version);
      await moveRecord(viewing, transaction, definition, row, "DELETE");
    },
  };
}

/** Records in the shape of their input, without the links that the viewer may not know of. */
async function visibleValues<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  reader: Reader,
  definition: RecordDefinition<Row, Values>,
  rows: readonly Row[],
): Promise<Values[]> {
  if (rows.length === 0) return [];
  let values = await definition.read(reader, rows);
  for (const link of definition.links) {
    const readable = await readableLinks(viewing, reader, [...new Set(values.flatMap((value) => link.get(value)))]);
    values = values.map((value) =>
      link.set(
        value,
        link.get(value).filter((id) => readable.has(id)),
      ),
    );
  }
  return values;
}

/** A list with what it does not hold yet: an import adds to lists, and never takes out of them. */
export function withMore<Item>(
  current: readonly Item[],
  more: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
): Item[] {
  const keys = new Set(current.map(keyOf));
  return [...current, ...(more ?? []).filter((item) => !keys.has(keyOf(item)))];
}

/** What a record was called until now, where a row calls it something else: by that, too, it is still to be found. */
export function formerName(current: string, next: string | undefined): string[] {
  return next === undefined || fold(next) === fold(current) ? [] : [current];
}

/** The texts of a property that may hold one, several or none. */
export function textsOf(said: Said, property: string): string[] {
  return [said[property]].flat().filter((value) => typeof value === "string");
}
