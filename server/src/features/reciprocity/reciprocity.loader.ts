import { COLLABORATION_KIND_LABELS, type CollaborationKind, isCode } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import { numberOf, type RawRow, textOf } from "../../database/rows.ts";
import { defineLoader } from "../../records/loader.ts";
import { whereThere } from "../../records/scope.ts";
import { waitingByKind } from "./recognition-due.list.ts";
import { whatCounts } from "./what-counts.ts";

interface Numbers {
  readonly received: number;
  readonly given: number;
  readonly together: number;
}

/** What a partner and we gave each other and did together. */
export interface Reciprocity extends Numbers {
  readonly partnerId: string;
  readonly byYear: readonly (Numbers & { readonly year: number })[];
}

const NUMBERS = ["received", "given", "together"] as const;

/** What partners and we gave each other and did together, each in the year of its date. */
export const reciprocityOf = defineLoader<string, Reciprocity>(async ({ viewer, database }, partnerIds) => {
  const ids = join([...partnerIds]);
  const partnerIsThere = whereThere(viewer, policies.PARTNER.policy, "p");
  // A partner in the trash has no list that these numbers could be those of, and so no numbers.
  const recognitions = (what: Sql, direction: "RECEIVED" | "GIVEN") =>
    sql`SELECT p.id, ${what} AS what, SUBSTR(r.date_first, 1, 4) AS year_of, COUNT(*) AS total
        FROM (SELECT DISTINCT partner_id, recognition_id FROM recognition_parties WHERE partner_id IN (${ids})) l
        JOIN recognitions r ON r.id = l.recognition_id JOIN partners p ON p.id = l.partner_id
        WHERE ${whatCounts.recognitions(viewer, direction)} AND ${partnerIsThere} GROUP BY p.id, SUBSTR(r.date_first, 1, 4)`;
  const rows = await database.raw(
    sql`${recognitions(sql`'received'`, "RECEIVED")} UNION ALL ${recognitions(sql`'given'`, "GIVEN")} UNION ALL
        SELECT p.id, 'together' AS what, SUBSTR(c.begin_first, 1, 4) AS year_of, COUNT(*) AS total
        FROM (SELECT DISTINCT partner_id, collaboration_id FROM participants WHERE partner_id IN (${ids})) l
        JOIN collaborations c ON c.id = l.collaboration_id JOIN partners p ON p.id = l.partner_id
        WHERE ${whatCounts.doneTogether(viewer)} AND ${partnerIsThere} GROUP BY p.id, SUBSTR(c.begin_first, 1, 4)`,
  );
  const ofPartner = Map.groupBy(rows, (row) => textOf(row, "id"));
  return partnerIds.map((partnerId) => {
    const own = ofPartner.get(partnerId) ?? [];
    const years = [...Map.groupBy(own, (row) => textOf(row, "year_of"))].filter(([year]) => year !== "").toSorted();
    return { partnerId, ...sumsOf(own), byYear: years.map(([year, of]) => ({ year: Number(year), ...sumsOf(of) })) };
  });
});

function sumsOf(rows: readonly RawRow[]): Numbers {
  const [received, given, together] = NUMBERS.map((what) =>
    rows.filter((row) => textOf(row, "what") === what).reduce((sum, row) => sum + numberOf(row, "total"), 0),
  );
  return { received: received ?? 0, given: given ?? 0, together: together ?? 0 };
}

interface LastRecognitions {
  /** EDTF. */
  readonly received: string | null;
  readonly given: string | null;
}

/**
 * When partners and their people last recognised us, and we them: of the recognitions with a date the one that may be the
 * latest, and of two of which the same can be said, the one that is known more exactly.
 */
export const lastRecognitionsOf = defineLoader<string, LastRecognitions>(async ({ viewer, database }, partnerIds) => {
  const last = (direction: "RECEIVED" | "GIVEN", side: "GIVER" | "RECIPIENT") =>
    sql`SELECT * FROM (
          SELECT t.partner_id, r.direction, r.date_edtf,
            ROW_NUMBER() OVER (PARTITION BY t.partner_id ORDER BY r.date_last DESC, r.date_first DESC, r.id) AS place
          FROM recognition_parties t JOIN recognitions r ON r.id = t.recognition_id
          WHERE t.partner_id IN (${join([...partnerIds])}) AND t.side = ${side} AND r.date_edtf IS NOT NULL
            AND ${whatCounts.recognitions(viewer, direction)}
        ) last_${sql([direction.toLowerCase()])} WHERE place = 1`;
  const rows = await database.raw(sql`${last("RECEIVED", "GIVER")} UNION ALL ${last("GIVEN", "RECIPIENT")}`);
  const dates = new Map(
    rows.map((row) => [`${textOf(row, "partner_id")} ${textOf(row, "direction")}`, textOf(row, "date_edtf")]),
  );
  return partnerIds.map((id) => ({
    received: dates.get(`${id} RECEIVED`) ?? null,
    given: dates.get(`${id} GIVEN`) ?? null,
  }));
});

/** The collaborations for which recognition is due to partners, by their kind. */
export const waitingByKindOf = defineLoader<string, { kind: CollaborationKind; collaborations: number }[]>(
  async ({ viewer, database }, partnerIds) => {
    const rows = await database.raw(waitingByKind(viewer, partnerIds));
    const ofPartner = Map.groupBy(rows, (row) => textOf(row, "partner_id"));
    return partnerIds.map((id) =>
      (ofPartner.get(id) ?? []).flatMap((row) => {
        const kind = textOf(row, "kind");
        return isCode(COLLABORATION_KIND_LABELS, kind) ? [{ kind, collaborations: numberOf(row, "total") }] : [];
      }),
    );
  },
);
