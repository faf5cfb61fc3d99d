import { DESERVES_RECOGNITION, DONE_TOGETHER, recognitionsThatCount } from "@concord/shared/reciprocity";
import type { CollaborationFilter } from "@concord/shared/rules/collaborations";
import sql, { join, type Sql } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.ts";
import { collaborationList } from "../collaborations/collaborations.list.ts";
import { recognitionList } from "../recognitions/recognitions.list.ts";

/**
 * What is counted between us and partners: the conditions of the lists themselves, over recognitions `r` and collaborations
 * `c`, so that a number and its list cannot mean different things.
 */
export const whatCounts = {
  recognitions: (viewer: Viewer, direction: "RECEIVED" | "GIVEN"): Sql =>
    join([...recognitionList.conditions(viewer, recognitionsThatCount(direction))], " AND "),
  doneTogether: (viewer: Viewer): Sql => collaborations(viewer, DONE_TOGETHER),
  deservesRecognition: (viewer: Viewer): Sql => collaborations(viewer, DESERVES_RECOGNITION),
};

function collaborations(viewer: Viewer, filter: CollaborationFilter): Sql {
  return join([...collaborationList.conditions(viewer, filter)], " AND ");
}

/**
 * `(subject, last_given)` of all whom we have recognised, themselves or, for partners, a person of theirs: the last day that
 * the date of the last recognition may mean, or an empty text where none has a date. Who gave something together with us has
 * not been recognised.
 */
export function recognised(viewer: Viewer, subject: Sql, among: Sql = sql`1 = 1`): Sql {
  return sql`SELECT ${subject} AS subject, MAX(r.date_last) AS last_given
    FROM recognition_parties t JOIN recognitions r ON r.id = t.recognition_id
    WHERE t.side = 'RECIPIENT' AND ${subject} IS NOT NULL AND ${among} AND ${whatCounts.recognitions(viewer, "GIVEN")}
    GROUP BY ${subject}`;
}
