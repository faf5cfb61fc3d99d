import sql from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { defineLoader, oncePerRequest } from "../../records/loader.ts";
import type { Viewing } from "../../records/viewing.ts";
import type { Counted, SumKind } from "./counted.ts";
import { layerOf } from "./parts.ts";
import { relationOf, statesKnownTo } from "./relation-states.ts";
import { readKept } from "./relations.ts";
import { countedEntity, type RelationRow } from "./sums.entity.ts";

/** What no sum tells: what somebody reads because a restricted record names them as a member. That is little. */

/** Restricted records that the viewer reads as a named member and not for their office. */
export const restrictedOfMember: (viewing: Viewing, kind: SumKind) => Promise<Counted[]> = defineLoader<
  SumKind,
  Counted[]
>(async (viewing, kinds) => {
  const { viewer, database } = viewing;
  const rows = await database.find(
    countedEntity,
    sql`SELECT k.* FROM record_members m JOIN counted k ON k.record_id = m.record_id
        WHERE m.user_id = ${viewer.id} AND k.restricted = 1`,
  );
  return kinds.map((kind) => {
    const { read } = policies[kind].policy;
    const isCountedByOffice = ({ officeId }: Counted) =>
      read.allows(viewer, { officeId, confidentiality: "RESTRICTED", memberIds: [] });
    return rows.flatMap((row) => (row.kind === kind && !isCountedByOffice(row.facts) ? [row.facts] : []));
  });
});

/** Relations that look different to somebody because of such records. */
interface RelationsOfMember {
  readonly partnerIds: readonly string[];
  /** As they look in the viewer's layer. */
  readonly kept: readonly RelationRow[];
  /** As the viewer knows them. */
  readonly known: readonly RelationRow[];
}

const NONE: RelationsOfMember = { partnerIds: [], kept: [], known: [] };

export const relationsOfMember = oncePerRequest(async (viewing): Promise<RelationsOfMember> => {
  const { layer, asMember } = layerOf(viewing.viewer);
  if (!asMember) return NONE;
  const kinds = ["COLLABORATION", "RECOGNITION"] as const;
  const records = await Promise.all(kinds.map((kind) => restrictedOfMember(viewing, kind)));
  const partnerIds = [...new Set(records.flat().flatMap(({ partners }) => partners))];
  if (partnerIds.length === 0) return NONE;
  const kept = await readKept(viewing.database, partnerIds);
  const known = await viewing.database.raw(statesKnownTo(viewing.viewer, partnerIds));
  return {
    partnerIds,
    kept: partnerIds.flatMap((id) => {
      const states = kept.get(id) ?? [];
      return states.find((state) => state.layer === layer) ?? states.find((state) => state.layer === "") ?? [];
    }),
    known: known.map(relationOf),
  };
});
