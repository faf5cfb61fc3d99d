import { policies } from "../../access/policies.ts";
import { defineRecordLoader } from "../../records/by-id.ts";
import { defineLinkLoader } from "../../records/link-loader.ts";
import { collaborationEntity } from "../collaborations/collaborations.entity.ts";

/** The collaborations that statements are about, as far as the viewer may know of them. */
export const aboutOf = defineLinkLoader(collaborationEntity, policies.COLLABORATION.policy, {
  table: "statement_about",
  from: "statement_id",
  to: "collaboration_id",
  order: "AS_LISTED",
});

/** Statements that are there for the viewer. */
export const statementById = defineRecordLoader(statementRecord.entity, statementRecord.policy);

import { statementRecord } from "./statements.record.ts";
