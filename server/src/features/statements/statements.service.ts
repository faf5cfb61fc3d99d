import { given } from "@concord/shared/rules/fields";
import {
  createStatementRule,
  statementConsistency,
  statementFilterRule,
  updateStatementRule,
} from "@concord/shared/rules/statements";
import type { SomeColumns } from "../../database/rows.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import type { Statement, StatementPage } from "./statements.entity.ts";
import { type StatementOrderField, statementList } from "./statements.list.ts";
import { statementRecord } from "./statements.record.ts";

/** Records a statement, for the viewer's own office where the input names none. */
export async function recordStatement(viewing: Viewing, input: unknown): Promise<Statement> {
  const { id, office, ...values } = parseInput(createStatementRule, input, statementConsistency);
  return createRecord(viewing, statementRecord, { ...values, office: office ?? viewing.viewer.officeId }, id);
}

/** Changes a statement; what the input leaves out stays. */
export async function changeStatement(
  viewing: Viewing,
  id: string,
  version: number,
  input: unknown,
): Promise<Statement> {
  return updateRecord(viewing, statementRecord, id, version, given(parseInput(updateStatementRule, input)));
}

type RawListArguments = Parameters<typeof parseListArguments<typeof statementFilterRule.shape, StatementOrderField>>[1];

/** The arguments of a list of statements, checked. */
export function statementListArguments(raw: RawListArguments) {
  return parseListArguments(statementFilterRule, raw);
}

/** Statements that the viewer may read. */
export async function listStatements(
  viewing: Viewing,
  raw: RawListArguments,
  columns: SomeColumns<Statement> | null,
): Promise<StatementPage> {
  return list(viewing, statementList, statementListArguments(raw), columns);
}

/** Only what the speaker lets us publish, and what may be told outside by its own confidentiality, is told outside. */
export function mayBeTold({ permissionStatus, confidentiality }: Statement): boolean {
  return permissionStatus === "GRANTED" && confidentiality === "PUBLIC";
}
