import { isDeepStrictEqual } from "node:util";
import { fold } from "@concord/shared/fold";
import { parsePartialDate } from "@concord/shared/partial-date";
import { type PersonValues, type PositionValues, personConsistency } from "@concord/shared/rules/people";
import { policies } from "../../access/policies.ts";
import { childList } from "../../records/child-list.ts";
import { dateColumns } from "../../records/dates.ts";
import type { RecordDefinition } from "../../records/record.ts";
import { externalIdList } from "../../records/shared-lists.ts";
import { keepMatches } from "../duplicates/keep-matches.ts";
import { type Person, type PositionRow, personEntity, positionEntity } from "./people.entity.ts";

const positionList = childList<PositionValues, PositionRow>({
  entity: positionEntity,
  owner: "personId",
  toRow: (item, personId, position) => ({
    personId,
    position,
    partnerId: item.partner,
    title: item.title,
    rankTitle: item.rank,
    fromEdtf: item.from,
    fromFirst: dateColumns(item.from).first,
    toEdtf: item.to,
    toLast: dateColumns(item.to).last,
  }),
  fromRow: (row) => ({
    partner: row.partnerId,
    title: row.title,
    rank: row.rankTitle,
    from: row.fromEdtf,
    to: row.toEdtf,
  }),
});

/** The newest first: those that go on before those that have ended, then by their beginning. */
export function newestFirst(positions: readonly PositionValues[]): PositionValues[] {
  const end = (position: PositionValues) =>
    position.to === null ? "9999-99" : (parsePartialDate(position.to)?.last ?? "");
  const begin = (position: PositionValues) =>
    position.from === null ? "" : (parsePartialDate(position.from)?.first ?? "");
  return positions.toSorted((a, b) => end(b).localeCompare(end(a)) || begin(b).localeCompare(begin(a)));
}

export const personRecord: RecordDefinition<Person, PersonValues> = {
  kind: "PERSON",
  noun: "person",
  entity: personEntity,
  policy: policies.PERSON.policy,
  links: [],
  facts: (values) => ({ officeId: values.office, confidentiality: "INTERNAL", memberIds: [] }),
  rowFacts: (row) => ({ officeId: row.officeId, confidentiality: "INTERNAL" }),

  async read(reader, rows) {
    const ids = rows.map((row) => row.id);
    const positions = await positionList.read(reader, ids);
    const externalIds = await externalIdList.read(reader, ids);
    return rows.map((row) => ({
      name: row.name,
      aliases: row.aliases,
      positions: positions(row.id),
      email: row.email,
      externalIds: externalIds(row.id),
      notes: row.notes,
      office: row.officeId,
    }));
  },

  columns: (values) => ({
    name: values.name,
    nameSort: fold(values.name),
    aliases: values.aliases,
    email: values.email,
    notes: values.notes,
    officeId: values.office,
  }),

  async writeLists(transaction, id, values, before) {
    await positionList.replace(transaction, id, values.positions, before?.positions);
    await externalIdList.replace(transaction, id, values.externalIds, before?.externalIds);
  },

  consistency: personConsistency,

  complete: async (_viewing, _reader, values) => ({
    ...values,
    aliases: [...new Set(values.aliases)],
    positions: newestFirst(values.positions),
  }),

  references: (values) => [
    ...values.positions.map(
      ({ partner }, index) => ({ path: `positions.${index}.partner`, kind: "PARTNER", id: partner }) as const,
    ),
    { path: "office", kind: "OFFICE", id: values.office },
  ],

  protects: () => [],

  searchTexts: (values) => [
    values.name,
    values.email,
    ...values.aliases,
    ...values.positions.flatMap((position) => [position.rank, position.title]),
  ],

  written: (transaction, id, change) => {
    if (!change || !isDeepStrictEqual(matched(change.before), matched(change.after))) {
      keepMatches(transaction, "PERSON", id);
    }
  },
};

/** What likely duplicates are found by. */
function matched({ name, aliases, positions }: PersonValues) {
  return { name, aliases, partners: positions.map(({ partner }) => partner) };
}
