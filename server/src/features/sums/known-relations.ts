import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { columnOf } from "../../database/naming.ts";
import { isIn } from "../../records/conditions.ts";
import { daysAfter, monthsBefore, today } from "../../records/days.ts";
import { oncePerRequest } from "../../records/loader.ts";
import type { Viewing } from "../../records/viewing.ts";
import { maskOf } from "./counted.ts";
import { relationsOfMember } from "./named-member.ts";
import { layerOf } from "./parts.ts";
import { areSumsWhole } from "./rebuild-sums.ts";
import { relationOf, statesKnownTo } from "./relation-states.ts";
import { bringRelationsUpToToday } from "./relations.ts";
import { type RelationRow, relationEntity } from "./sums.entity.ts";

/** The last day on which partners were not quiet who have been for so many months; ISO 8601. */
export function lastDayBefore(months: number): string {
  return daysAfter(monthsBefore(today(), months), -1);
}

/** Before relations are read of what is kept: whether all is kept; what has begun since is counted. */
export const upToToday = oncePerRequest(async ({ database }) => {
  const areWhole = await areSumsWhole(database);
  if (areWhole) await bringRelationsUpToToday(database);
  return areWhole;
});

/**
 * The partners that have been quiet for so many months, as far as the viewer knows: first those of whom no contact is known,
 * then those whose last one is longest ago. Of what is kept, the index has them in this order: it reads as many as are shown.
 */
export async function longestQuiet(
  viewing: Viewing,
  months: number,
  filter: Pick<DashboardFilter, "office" | "country" | "focusArea">,
  first: number,
): Promise<RelationRow[]> {
  const narrowed = [
    sql`s.quiet_day <> '' AND s.quiet_day <= ${lastDayBefore(months)}`,
    ...(filter.office ? [isIn(sql`s.office_id`, filter.office)] : []),
    ...(filter.country ? [isIn(sql`s.country`, filter.country)] : []),
    ...(filter.focusArea ? [sql`(s.focus_areas & ${maskOf(filter.focusArea)}) <> 0`] : []),
  ];
  const order = sql`ORDER BY s.last_contact, s.name_sort, s.partner_id LIMIT ${first}`;
  const select = ({ from, where }: Source, index: number) =>
    sql`SELECT * FROM (SELECT ${KNOWN} FROM ${from} WHERE ${join([...where, ...narrowed], " AND ")} ${order}) ${raw(`s${index}`)}`;
  const sources = await sourcesOf(viewing);
  const rows = await viewing.database.raw(sql`SELECT * FROM (${join(sources.map(select), " UNION ALL ")}) s ${order}`);
  return rows.map(relationOf);
}

/** What is kept of a relation and counted alike, by name: the order of columns is another one. */
const KNOWN = join(
  Object.keys(relationEntity.options.columns)
    .filter((property) => property !== "isUnderWay")
    .map((property) => raw(`s.${columnOf(property)}`)),
);

interface Source {
  readonly from: Sql;
  readonly where: readonly Sql[];
}

/** From where the relations are read that make up what a viewer knows, each partner in one of them. */
async function sourcesOf(viewing: Viewing): Promise<Source[]> {
  const { viewer } = viewing;
  if (!(await upToToday(viewing))) return [{ from: sql`(${statesKnownTo(viewer, null)}) s`, where: [] }];
  const { layer } = layerOf(viewer);
  const { partnerIds } = await relationsOfMember(viewing);
  const [isNoneOf, ofThese] =
    partnerIds.length === 0
      ? [[], []]
      : [
          [sql`s.partner_id NOT IN (${join([...partnerIds])})`],
          [{ from: sql`(${statesKnownTo(viewer, partnerIds)}) s`, where: [] }],
        ];
  const kept = (of: string) => ({
    from: sql`relations s`,
    where: [sql`s.layer = ${of} AND s.is_under_way = 0`, ...isNoneOf],
  });
  if (layer === "") return [kept(""), ...ofThese];
  // Joined, since a subquery would be made a table of first, of the whole layer.
  const other = sql`LEFT JOIN relations other ON other.partner_id = s.partner_id AND other.layer = ${layer}`;
  const looksAlike = {
    from: sql`relations s ${other}`,
    where: [...kept("").where, sql`other.partner_id IS NULL`],
  };
  return [looksAlike, kept(layer), ...ofThese];
}
