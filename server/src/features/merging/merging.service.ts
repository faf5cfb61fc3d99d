import { fold } from "@concord/shared/fold";
import type { PartnerValues } from "@concord/shared/rules/partners";
import { type PartyValues, partyKey } from "@concord/shared/rules/recognitions";
import sql, { join, type Sql } from "sql-template-tag";
import type { RecordRow } from "../../database/columns.ts";
import type { Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { badInput } from "../../errors.ts";
import type { RecordDefinition } from "../../records/record.ts";
import { tableOf } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import { moveToTrash, saveRecord } from "../../records/write.ts";
import { editRecord } from "../../records/write-guards.ts";
import { collaborationRecord } from "../collaborations/collaborations.record.ts";
import type { Partner } from "../partners/partners.entity.ts";
import { partnerRecord } from "../partners/partners.record.ts";
import { personRecord } from "../people/people.record.ts";
import { recognitionRecord } from "../recognitions/recognitions.record.ts";
import { statementRecord } from "../statements/statements.record.ts";

/**
 * Makes two records of one agency into one: everything of `merge` moves to `keep`, its names become aliases, and it
 * goes to the trash. Also records that the viewer may not read are moved, and nothing tells of them.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT
 */
export async function mergePartners(
  viewing: Viewing,
  keep: { readonly id: string; readonly version: number | null },
  merge: { readonly id: string; readonly version: number | null },
): Promise<Partner> {
  if (keep.id === merge.id) {
    throw badInput([{ path: "merge", message: "A partner cannot be merged with itself. Choose another one." }]);
  }
  try {
    return await viewing.database.transaction(async (transaction) => {
      const kept = await editRecord(viewing, transaction, partnerRecord, keep.id, keep.version);
      const merged = await editRecord(viewing, transaction, partnerRecord, merge.id, merge.version);
      await moveEverything(viewing, transaction, merge.id, keep.id);
      await moveToTrash(viewing, transaction, partnerRecord, merged.row);
      const parent = kept.values.parent === merge.id ? merged.values.parent : kept.values.parent;
      const after = { ...together(kept.values, merged.values), parent: parent === keep.id ? null : parent };
      return saveRecord(viewing, transaction, partnerRecord, kept.row, kept.values, after, "MERGE");
    });
  } finally {
    viewing.loaded = {};
  }
}

/** What the kept partner is after it: its own fields, with the other's names, focus areas and sources. */
function together(keep: PartnerValues, merge: PartnerValues): PartnerValues {
  const own = new Set([keep.name, keep.shortName ?? "", ...keep.aliases.map((alias) => alias.name)].map(fold));
  const names = [
    { name: merge.name, language: null },
    ...(merge.shortName ? [{ name: merge.shortName, language: null }] : []),
    ...merge.aliases,
  ];
  return {
    ...keep,
    aliases: [...keep.aliases, ...names.filter((alias) => !own.has(fold(alias.name)))],
    focusAreas: [...new Set([...keep.focusAreas, ...merge.focusAreas])],
    sources: [...keep.sources, ...merge.sources],
    summary: keep.summary ?? merge.summary,
    website: keep.website ?? merge.website,
  };
}

async function moveEverything(viewing: Viewing, transaction: Transaction, from: string, to: string): Promise<void> {
  const moved = (id: string) => (id === from ? to : id);
  const movedOrNull = (id: string | null) => (id === null ? null : moved(id));
  await change(
    viewing,
    transaction,
    partnerRecord,
    sql`SELECT id FROM partners WHERE parent_id = ${from} AND id <> ${to}`,
    (values) => ({
      ...values,
      parent: movedOrNull(values.parent),
    }),
  );
  await change(
    viewing,
    transaction,
    personRecord,
    sql`SELECT person_id AS id FROM positions WHERE partner_id = ${from}`,
    (values) => ({
      ...values,
      positions: values.positions.map((position) => ({ ...position, partner: moved(position.partner) })),
    }),
  );
  await change(
    viewing,
    transaction,
    collaborationRecord,
    sql`SELECT collaboration_id AS id FROM participants WHERE partner_id = ${from}
        UNION SELECT collaboration_id FROM appearances WHERE employer_id = ${from}`,
    (values) => ({
      ...values,
      participants: distinct(
        values.participants.map((participant) => ({ ...participant, partner: moved(participant.partner) })),
        (participant) => `${participant.partner} ${participant.role}`,
      ),
      appearances: values.appearances.map((appearance) => ({
        ...appearance,
        employer: movedOrNull(appearance.employer),
      })),
    }),
  );
  const movedParties = (parties: readonly PartyValues[]) =>
    distinct(
      parties.map((party) => ("partner" in party ? { partner: moved(party.partner) } : party)),
      partyKey,
    );
  await change(
    viewing,
    transaction,
    recognitionRecord,
    sql`SELECT recognition_id AS id FROM recognition_parties WHERE partner_id = ${from}`,
    (values) => ({ ...values, givers: movedParties(values.givers), recipients: movedParties(values.recipients) }),
  );
  // A person's recognition stands on the page of the partner for which they stood then, which no input names.
  await transaction.execute(sql`UPDATE recognition_parties SET partner_id = ${to} WHERE partner_id = ${from}`);
  await change(
    viewing,
    transaction,
    statementRecord,
    sql`SELECT id FROM statements WHERE partner_id = ${from}`,
    (values) => ({
      ...values,
      partner: movedOrNull(values.partner),
    }),
  );
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}

/** Writes a change to every record that the query names, each under its own version and with its own history. */
async function change<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  affected: Sql,
  apply: (values: Values) => Values,
): Promise<void> {
  const ids = [...new Set((await transaction.raw(affected)).map((row) => textOf(row, "id")))];
  if (ids.length === 0) return;
  const rows = await transaction.find(
    definition.entity,
    sql`SELECT * FROM ${tableOf(definition.entity)} WHERE id IN (${join(ids)})`,
  );
  const all = await definition.read(transaction, rows);
  for (const [index, row] of rows.entries()) {
    const values = all[index];
    if (values) await saveRecord(viewing, transaction, definition, row, values, apply(values), "UPDATE");
  }
}
