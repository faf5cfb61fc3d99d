import { fold } from "@concord/shared/fold";
import { parsePartialDate } from "@concord/shared/partial-date";
import { type PersonValues, type PositionValues, personConsistency } from "@concord/shared/rules/people";
import { policies } from "../../access/policies.ts";
import { childList } from "../../records/child-list.ts";
import { dateColumns } from "../../records/dates.ts";
import type { RecordDefinition } from "../../records/record.ts";
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
    const positions = await positionList.read(
      reader,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({
      name: row.name,
      aliases: row.aliases,
      positions: positions(row.id),
      notes: row.notes,
      office: row.officeId,
    }));
  },

  columns: (values) => ({
    name: values.name,
    nameSort: fold(values.name),
    aliases: values.aliases,
    notes: values.notes,
    officeId: values.office,
  }),

  writeLists: (transaction, id, values, before) =>
    positionList.replace(transaction, id, values.positions, before?.positions),

  consistency: personConsistency,

  complete: async (_viewing, _transaction, values) => ({
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

  searchTexts: (values) => [
    values.name,
    ...values.aliases,
    ...values.positions.flatMap((position) => [position.rank, position.title]),
  ],
};
