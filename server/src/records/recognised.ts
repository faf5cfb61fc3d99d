import sql, { type Sql } from "sql-template-tag";
import { policies } from "../access/policies.ts";
import { column } from "../access/rule.ts";
import type { Viewer } from "../access/viewer.ts";
import { whereThere } from "./scope.ts";

/** Recognitions that have been issued: what is proposed, approved or declined is none yet, and is counted nowhere. */
export function isIssued(alias: string): Sql {
  return sql`${column(alias, "stage")} IN ('ISSUED', 'HANDED_OVER')`;
}

/** Recognitions that are there for the viewer and have been issued: in every count, sum and timeline of recognitions. */
export function whereRecognised(viewer: Viewer, alias: string): Sql {
  return sql`${whereThere(viewer, policies.RECOGNITION.policy, alias)} AND ${isIssued(alias)}`;
}
