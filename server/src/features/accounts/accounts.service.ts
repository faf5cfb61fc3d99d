import { searchWords } from "@concord/shared/fold";
import { type UserFilter, userFilterRule } from "@concord/shared/rules/accounts";
import type { UserStatus } from "@concord/shared/vocabularies";
import sql, { join, type Sql } from "sql-template-tag";
import type { Asking } from "../../access/gates.ts";
import { policies } from "../../access/policies.ts";
import type { AccessFacts } from "../../access/rule.ts";
import { gateOf } from "../../access/table.ts";
import { notFound } from "../../errors.ts";
import { defineRowLoader } from "../../records/by-id.ts";
import { isOneOf } from "../../records/conditions.ts";
import { parseListArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import { memberIdsOf } from "../../records/list-loaders.ts";
import type { Viewing } from "../../records/viewing.ts";
import { type User, type UserPage, userEntity } from "./accounts.entity.ts";

export const userById = defineRowLoader(userEntity);

/** Users for a picker of members, and their names in histories. */
const userList: ListDefinition<User, UserFilter, "NAME"> = {
  entity: userEntity,
  alias: "u",
  conditions: (_viewer, filter) => [
    join(
      [
        sql`1 = 1`,
        ...searchWords(filter.text ?? "").map(
          (word) => sql`(u.name_sort LIKE ${`%${word}%`} OR u.email LIKE ${`%${word}%`})`,
        ),
      ],
      " AND ",
    ),
    ...isOneOf("u", "role", filter.role),
    ...isOneOf("u", "office_id", filter.office),
    hasStatus(filter.status ?? ["INVITED", "ACTIVE"]),
  ],
  order: { NAME: "nameSort" },
  defaultOrder: { field: "NAME", direction: "ASC" },
};

/** Somebody who signs in through the organisation's provider needs no password. */
export function statusOf(user: User): UserStatus {
  if (user.deactivatedAt !== null) return "DEACTIVATED";
  return user.passwordHash === null && user.identity === null ? "INVITED" : "ACTIVE";
}

/** The same as `statusOf`, as a condition. */
function hasStatus(statuses: readonly UserStatus[]): Sql {
  const entered = sql`(u.password_hash IS NOT NULL OR u.identity IS NOT NULL)`;
  const conditions: Readonly<Record<UserStatus, Sql>> = {
    DEACTIVATED: sql`u.deactivated_at IS NOT NULL`,
    ACTIVE: sql`(u.deactivated_at IS NULL AND ${entered})`,
    INVITED: sql`(u.deactivated_at IS NULL AND NOT ${entered})`,
  };
  return sql`(${join([sql`1 = 0`, ...statuses.map((status) => conditions[status])], " OR ")})`;
}

type RawListArguments = Parameters<typeof parseListArguments<typeof userFilterRule.shape, "NAME">>[1];

export async function listUsers(viewing: Viewing, raw: RawListArguments): Promise<UserPage> {
  return list(viewing, userList, parseListArguments(userFilterRule, raw));
}

export async function readUser(viewing: Viewing, id: string): Promise<User> {
  const user = await userById(viewing, id);
  if (!user) throw notFound("user", id);
  return user;
}

/** What a user may do that does not depend on one record. */
export function viewerAbilities(asking: Asking) {
  const { viewer } = asking;
  const ownFacts = { officeId: viewer.officeId, confidentiality: "INTERNAL", memberIds: [] } as const;
  const maySend = (type: "Query" | "Mutation", field: string) => gateOf(type, field)?.allows(asking) ?? false;
  const mayWrite = (kind: keyof typeof policies, mutation: string, facts: AccessFacts = ownFacts) =>
    maySend("Mutation", mutation) && policies[kind].policy.edit.allows(viewer, facts);
  return {
    createPartner: mayWrite("PARTNER", "createPartner"),
    createPerson: mayWrite("PERSON", "createPerson"),
    createCollaboration: mayWrite("COLLABORATION", "createCollaboration"),
    createRecognition: mayWrite("RECOGNITION", "createRecognition"),
    createStatement: mayWrite("STATEMENT", "createStatement"),
    mergePartners: mayWrite("PARTNER", "mergePartners"),
    mergePeople: mayWrite("PERSON", "mergePeople"),
    importRecords: maySend("Mutation", "runImport"),
    chooseOffice: mayWrite("PARTNER", "createPartner", { ...ownFacts, officeId: "" }),
    emptyTrash: maySend("Mutation", "emptyTrash"),
    manageUsers: maySend("Mutation", "inviteUser"),
    readAuditLog: maySend("Query", "auditLog"),
  };
}

/** The members of a record, in the order in which they were named. */
export async function membersOf(viewing: Viewing, recordId: string): Promise<User[]> {
  const members = await Promise.all((await memberIdsOf(viewing, recordId)).map((id) => userById(viewing, id)));
  return members.filter((user) => user !== null);
}
