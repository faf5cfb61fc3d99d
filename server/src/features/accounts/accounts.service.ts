import { searchWords } from "@concord/shared/fold";
import { signInRule, type UserFilter, userFilterRule } from "@concord/shared/rules/accounts";
import sql, { join } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import type { Database } from "../../database/database.ts";
import { Failure, notFound } from "../../errors.ts";
import { defineRowLoader } from "../../records/by-id.ts";
import { isOneOf } from "../../records/conditions.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { type ListDefinition, list } from "../../records/list.ts";
import { memberIdsOf } from "../../records/list-loaders.ts";
import type { Viewing } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import { type User, type UserPage, userEntity } from "./accounts.entity.ts";
import { isPasswordRight } from "./passwords.ts";
import { beginSession } from "./sessions.ts";
import { forgetFailures, recordFailure, refuseTooManyFailures } from "./sign-in-limits.ts";

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
  ],
  order: { NAME: "nameSort" },
  defaultOrder: { field: "NAME", direction: "ASC" },
};

export async function listUsers(viewing: Viewing, raw: Parameters<typeof parseListArguments>[1]): Promise<UserPage> {
  return list(viewing, userList, { ...parseListArguments(userFilterRule, raw), orderBy: null });
}

export async function readUser(viewing: Viewing, id: string): Promise<User> {
  const user = await userById(viewing, id);
  if (!user) throw notFound("user", id);
  return user;
}

/**
 * Signs in. Whether the account exists shows neither in the answer nor in the time that it takes.
 * @throws BAD_USER_INPUT, UNAUTHENTICATED where e-mail and password do not belong together, RATE_LIMITED
 */
export async function signIn(
  database: Database,
  settings: Settings,
  address: string,
  input: unknown,
): Promise<{ user: User; session: { token: string; expiresAt: Date } }> {
  const { email, password } = parseInput(signInRule, input);
  const secret = settings.sessionSecret;
  await refuseTooManyFailures(database, secret, email, address);
  const [found] = await database.find(userEntity, sql`SELECT * FROM users WHERE email = ${email}`);
  const right = await isPasswordRight(password, found?.passwordHash ?? null);
  if (!found || !right) {
    await recordFailure(database, secret, email, address);
    throw new Failure(
      "UNAUTHENTICATED",
      "This e-mail address and password do not belong together. Check both and try again.",
    );
  }
  const session = await database.transaction(async (transaction) => {
    await forgetFailures(transaction, secret, email, address);
    return beginSession(transaction, secret, found.id);
  });
  return { user: found, session };
}

/** What a user may do that does not depend on one record. */
export function viewerAbilities(user: Viewer) {
  const ownFacts = { officeId: user.officeId, confidentiality: "INTERNAL", memberIds: [] } as const;
  const mayCreate = (kind: keyof typeof policies) => policies[kind].policy.edit.allows(user, ownFacts);
  const mayLogForOthers = policies.PARTNER.policy.edit.allows(user, { ...ownFacts, officeId: "" });
  return {
    createPartner: mayCreate("PARTNER"),
    createPerson: mayCreate("PERSON"),
    createCollaboration: mayCreate("COLLABORATION"),
    createRecognition: mayCreate("RECOGNITION"),
    createStatement: mayCreate("STATEMENT"),
    mergePartners: mayCreate("PARTNER"),
    chooseOffice: mayLogForOthers,
    emptyTrash: user.role === "ADMINISTRATOR",
  };
}

/** The members of a record, in the order in which they were named. */
export async function membersOf(viewing: Viewing, recordId: string): Promise<User[]> {
  const members = await Promise.all((await memberIdsOf(viewing, recordId)).map((id) => userById(viewing, id)));
  return members.filter((user) => user !== null);
}
