import { gates } from "../access/gates.ts";
import type { RecordRow } from "../database/columns.ts";
import { memberIdsOf } from "./list-loaders.ts";
import { leadLoader } from "./merges.ts";
import type { RecordDefinition } from "./record.ts";
import type { Viewing } from "./viewing.ts";

/** What the viewer may do with a record that they may read, by what they ask with: a token that only reads does nothing. */
export interface Abilities {
  readonly update: boolean;
  readonly delete: boolean;
  readonly restore: boolean;
}

export async function abilitiesOf<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  definition: Pick<RecordDefinition<Row, Values>, "policy" | "rowFacts">,
  row: Row,
): Promise<Abilities> {
  const facts = definition.rowFacts(row);
  // Members matter only to what is restricted; the rest is known from the row.
  const memberIds = facts.confidentiality === "RESTRICTED" ? await memberIdsOf(viewing, row.id) : [];
  const mayEdit =
    gates.writers.allows(viewing) && definition.policy.edit.allows(viewing.viewer, { ...facts, memberIds });
  const present = row.deletedAt === null;
  const wasMerged = !present && (await leadLoader(viewing, row.id)) !== null;
  return { update: mayEdit && present, delete: mayEdit && present, restore: mayEdit && !present && !wasMerged };
}
