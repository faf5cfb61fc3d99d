import sql, { join } from "sql-template-tag";
import * as z from "zod";
import type { Reader } from "../../database/database.ts";
import { optionalTextOf, textOf } from "../../database/rows.ts";
import type { KindMatching, ScopeOf } from "./kind-matching.ts";
import { personKeys } from "./matching/person-keys.ts";
import { type ReadPerson, readPersonFacts, scorePeople } from "./matching/person-score.ts";

const aliasesRule = z.array(z.string());

/** How people are matched. */
export const personMatching: KindMatching<ReadPerson> = {
  kind: "PERSON",
  keys: personKeys,
  score: scorePeople,
  names: (read) => read.facts.names,

  async read(reader, ids, scopeOf) {
    if (ids.length === 0) return new Map();
    const rows = await reader.raw(
      sql`SELECT t.id, t.name, t.aliases FROM people t WHERE t.id IN (${join([...ids])}) AND ${scopeOf("t")}`,
    );
    const positions = await reader.raw(
      sql`SELECT p.person_id, p.partner_id FROM positions p WHERE p.person_id IN (${join([...ids])})
          ORDER BY p.person_id, p.position`,
    );
    const held = Map.groupBy(positions, (row) => textOf(row, "person_id"));
    const partners = await readPartners(
      reader,
      positions.map((row) => textOf(row, "partner_id")),
      scopeOf,
    );
    return new Map(
      rows.map((row) => {
        const id = textOf(row, "id");
        const aliases = aliasesRule.parse(JSON.parse(textOf(row, "aliases")));
        const at = (held.get(id) ?? []).map((position) => textOf(position, "partner_id"));
        return [id, readPersonFacts({ id, names: [textOf(row, "name"), ...aliases], ...whereabouts(at, partners) })];
      }),
    );
  },

  async readDrafts(reader, drafts, scopeOf) {
    const partners = await readPartners(
      reader,
      drafts.flatMap((draft) => draft.partners),
      scopeOf,
    );
    return drafts.map((draft) =>
      readPersonFacts({
        id: draft.id,
        names: [draft.name, ...draft.aliases].flatMap((name) => name?.trim() || []),
        ...whereabouts(draft.partners, partners),
      }),
    );
  },
};

interface Place {
  readonly parentId: string | null;
  readonly country: string | null;
}

async function readPartners(
  reader: Reader,
  partnerIds: readonly string[],
  scopeOf: ScopeOf,
): Promise<ReadonlyMap<string, Place>> {
  const ids = [...new Set(partnerIds)];
  if (ids.length === 0) return new Map();
  const rows = await reader.raw(
    sql`SELECT t.id, t.parent_id, t.country FROM partners t WHERE t.id IN (${join(ids)}) AND ${scopeOf("t")}`,
  );
  return new Map(
    rows.map((row) => [
      textOf(row, "id"),
      { parentId: optionalTextOf(row, "parent_id"), country: textOf(row, "country") || null },
    ]),
  );
}

/** The partners of positions with the agencies that these are units of, and the countries where they act. */
function whereabouts(partnerIds: readonly string[], partners: ReadonlyMap<string, Place>) {
  const there = [...new Set(partnerIds)].flatMap((id) => {
    const place = partners.get(id);
    return place ? [{ id, ...place }] : [];
  });
  const parents = there.flatMap(({ parentId }) => (parentId ? [parentId] : []));
  return {
    partnerIds: [...new Set([...there.map(({ id }) => id), ...parents])],
    countries: [...new Set(there.flatMap(({ country }) => (country ? [country] : [])))],
  };
}
