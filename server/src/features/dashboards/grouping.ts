import sql, { type Sql } from "sql-template-tag";
import { numberOf, type RawRow, textOf } from "../../database/rows.ts";
import { type DashboardRequest, scopes } from "./dashboards.service.ts";

/** Numbers by the value of an expression: a month, a place, an office. */
type Counts = ReadonlyMap<string, number>;

const ANY = sql`1 = 1`;

function countsOf(rows: readonly RawRow[], column: string): Counts {
  return new Map(rows.map((row) => [textOf(row, "value"), numberOf(row, column)]));
}

/** How many rows of a `FROM … WHERE …` have each value; what has none is left out. */
export async function countBy(request: DashboardRequest, value: Sql, from: Sql): Promise<Counts> {
  const rows = await request.viewing.database.raw(
    sql`SELECT ${value} AS value, COUNT(*) AS total FROM ${from} AND ${value} <> ''
        GROUP BY ${value} ORDER BY value`,
  );
  return countsOf(rows, "total");
}

export function partnersBy(request: DashboardRequest, value: Sql, condition: Sql = ANY): Promise<Counts> {
  return countBy(request, value, sql`partners p WHERE ${scopes.partners(request)} AND ${condition}`);
}

function recognitionsBy(
  request: DashboardRequest,
  direction: "RECEIVED" | "GIVEN",
  value: Sql,
  condition: Sql = ANY,
): Promise<Counts> {
  const ofDirection = sql`${scopes.recognitions(request)} AND r.direction = ${direction}`;
  return countBy(request, value, sql`recognitions r WHERE ${ofDirection} AND ${condition}`);
}

/** Collaborations, and the people rescued in them, by a value. */
async function collaborationsBy(
  request: DashboardRequest,
  value: Sql,
  condition: Sql = ANY,
): Promise<{ readonly collaborations: Counts; readonly rescued: Counts }> {
  const rows = await request.viewing.database.raw(
    sql`SELECT ${value} AS value, COUNT(*) AS total, SUM(o.amount) AS rescued FROM collaborations c
        LEFT JOIN outcomes o ON o.collaboration_id = c.id AND o.measure = 'PEOPLE_RESCUED'
        WHERE ${scopes.collaborations(request)} AND ${condition} AND ${value} <> '' GROUP BY ${value}`,
  );
  return { collaborations: countsOf(rows, "total"), rescued: countsOf(rows, "rescued") };
}

/** Every value that has a number, in order. */
function valuesIn(...counts: readonly Counts[]): string[] {
  return [...new Set(counts.flatMap((each) => [...each.keys()]))].toSorted();
}

/** What is dated, by a value of collaborations `c` and one of recognitions `r`: every value in order, and its numbers. */
export async function datedBy(
  request: DashboardRequest,
  value: { readonly collaborations: Sql; readonly recognitions: Sql },
  condition: { readonly collaborations: Sql; readonly recognitions: Sql } = { collaborations: ANY, recognitions: ANY },
) {
  const [{ collaborations, rescued }, received, given] = await Promise.all([
    collaborationsBy(request, value.collaborations, condition.collaborations),
    recognitionsBy(request, "RECEIVED", value.recognitions, condition.recognitions),
    recognitionsBy(request, "GIVEN", value.recognitions, condition.recognitions),
  ]);
  return {
    values: valuesIn(collaborations, received, given),
    at: (at: string) => ({
      collaborations: collaborations.get(at) ?? 0,
      peopleRescued: rescued.get(at) ?? 0,
      recognitionsReceived: received.get(at) ?? 0,
      recognitionsGiven: given.get(at) ?? 0,
    }),
  };
}

/** What lies somewhere, by a value of collaborations `c` and one of partners `p`: every value in order, and its numbers. */
export async function placedBy(
  request: DashboardRequest,
  value: { readonly collaborations: Sql; readonly partners: Sql },
  condition: { readonly collaborations: Sql; readonly partners: Sql } = { collaborations: ANY, partners: ANY },
) {
  const [{ collaborations, rescued }, partners] = await Promise.all([
    collaborationsBy(request, value.collaborations, condition.collaborations),
    partnersBy(request, value.partners, condition.partners),
  ]);
  return {
    values: valuesIn(collaborations, partners),
    at: (at: string) => ({
      partners: partners.get(at) ?? 0,
      collaborations: collaborations.get(at) ?? 0,
      peopleRescued: rescued.get(at) ?? 0,
    }),
  };
}
