import type { Confidentiality, Role } from "@concord/shared/vocabularies";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Viewer } from "./viewer.ts";

/** What access to a record depends on. */
export interface AccessFacts {
  readonly officeId: string;
  readonly confidentiality: Confidentiality;
  readonly memberIds: readonly string[];
}

/**
 * One rule in two forms that are built together, so that they cannot disagree: it answers for one record, and it turns
 * into a WHERE clause over the table that bears the alias. `sentence` reads after "A viewer may … where".
 */
export interface Rule {
  readonly sentence: string;
  /** Whether the sentence has several parts, which brackets then hold together within another sentence. */
  readonly isCompound?: true;
  allows(viewer: Viewer, record: AccessFacts): boolean;
  where(viewer: Viewer, alias: string): Sql;
}

const TRUE = sql`1 = 1`;
const FALSE = sql`1 = 0`;

/** A column of the aliased table; names come from code, never from a client. */
export function column(alias: string, name: string): Sql {
  return raw(`${alias}.${name}`);
}

export const always: Rule = {
  sentence: "always",
  allows: () => true,
  where: () => TRUE,
};

export function hasRole(...roles: readonly Role[]): Rule {
  const allows = (viewer: Viewer) => roles.includes(viewer.role);
  return {
    sentence: `the viewer is ${roles.map((role) => role.toLowerCase().replaceAll("_", " ")).join(" or ")}`,
    allows,
    where: (viewer) => (allows(viewer) ? TRUE : FALSE),
  };
}

export const ownOffice: Rule = {
  sentence: "the viewer's office is responsible for the record",
  allows: (viewer, record) => record.officeId === viewer.officeId,
  where: (viewer, alias) => sql`${column(alias, "office_id")} = ${viewer.officeId}`,
};

export const notRestricted: Rule = {
  sentence: "the record is public or internal",
  allows: (_viewer, record) => record.confidentiality !== "RESTRICTED",
  where: (_viewer, alias) => sql`${column(alias, "confidentiality")} <> 'RESTRICTED'`,
};

export const namedMember: Rule = {
  sentence: "the viewer is a named member of the record",
  allows: (viewer, record) => record.memberIds.includes(viewer.id),
  where: (viewer, alias) =>
    sql`${column(alias, "id")} IN (SELECT record_id FROM record_members WHERE user_id = ${viewer.id})`,
};

function sentenceOf(rules: readonly Rule[], link: string): string {
  return rules.map(({ sentence, isCompound }) => (isCompound ? `(${sentence})` : sentence)).join(link);
}

export function anyOf(...rules: readonly Rule[]): Rule {
  return {
    sentence: sentenceOf(rules, ", or "),
    isCompound: true,
    allows: (viewer, record) => rules.some((rule) => rule.allows(viewer, record)),
    where: (viewer, alias) =>
      sql`(${join(
        rules.map((rule) => rule.where(viewer, alias)),
        " OR ",
      )})`,
  };
}

export function allOf(...rules: readonly Rule[]): Rule {
  return {
    sentence: sentenceOf(rules, ", and "),
    isCompound: true,
    allows: (viewer, record) => rules.every((rule) => rule.allows(viewer, record)),
    where: (viewer, alias) =>
      sql`(${join(
        rules.map((rule) => rule.where(viewer, alias)),
        " AND ",
      )})`,
  };
}
