import { isDeepStrictEqual } from "node:util";
import { fold } from "@concord/shared/fold";
import { inviteUserRule, updateUserRule } from "@concord/shared/rules/accounts";
import { given } from "@concord/shared/rules/fields";
import type { AuditAction } from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { Transaction } from "../../database/database.ts";
import { numberOf } from "../../database/rows.ts";
import { badInput, Failure, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { changesOf } from "../../records/history.ts";
import { parseInput } from "../../records/input.ts";
import { assignments } from "../../records/row-writing.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import { queueMail } from "../mail/mail.service.ts";
import { forgetCodes } from "./account.service.ts";
import { newUser, type User, userEntity } from "./accounts.entity.ts";
import { type PasswordLink, passwordLink } from "./password-links.ts";
import { endSessions } from "./sessions.ts";
import { subjectOf } from "./sign-in.service.ts";

/** What administrators do with users. Who is an administrator, the table of the access module has asked already. */

/** With the link to hand over where no e-mail is sent; else with none. */
type Link = PasswordLink | { readonly link: null; readonly worksUntil: null };
type Invitation = { readonly user: User } & Link;

/**
 * Invites somebody. The same invitation sent again, since its answer was lost, invites nobody else; as the first link
 * is known to nobody, it answers another one.
 * @throws BAD_USER_INPUT where a field is wrong or another user has the address, CONFLICT where the id is another user's
 */
export async function inviteUser(viewing: Viewing, settings: Settings, input: unknown): Promise<Invitation> {
  const { id = v7(), name, email, role, office } = parseInput(inviteUserRule, input);
  return viewing.database.transaction(async (transaction) => {
    const user = newUser({ id, name, nameSort: fold(name), email, role, officeId: office, passwordHash: null });
    await refuseWrongUser(transaction, user);
    const [made] = await transaction.find(userEntity, sql`SELECT * FROM users WHERE id = ${id}`);
    if (made && !isDeepStrictEqual(made, user)) {
      throw new Failure("CONFLICT", `The id "${id}" is taken by another user. Make a new one, or leave the id out.`);
    }
    if (!made) {
      await transaction.insert(userEntity, [user]);
      const changes = changesOf(null, valuesOf(user));
      note(transaction, actorOf(viewing), { action: "INVITE_USER", subject: subjectOf(user), changes });
    }
    return { user, ...(await sendLink(transaction, settings, user)) };
  });
}

/** Sends the invitation again, or a link for a new password. @throws NOT_FOUND */
export function sendPasswordLink(viewing: Viewing, settings: Settings, id: string): Promise<Invitation> {
  return viewing.database.transaction(async (transaction) => {
    const user = await userToChange(transaction, id);
    if (user.deactivatedAt !== null) throw notFound("active user", id);
    note(transaction, actorOf(viewing), { action: "ASK_FOR_PASSWORD", subject: subjectOf(user) });
    return { user, ...(await sendLink(transaction, settings, user)) };
  });
}

async function sendLink(transaction: Transaction, settings: Settings, user: User): Promise<Link> {
  const purpose = user.passwordHash === null ? "INVITATION" : "PASSWORD_RESET";
  if (!settings.mail) return passwordLink(transaction, settings, user, purpose);
  await queueMail(transaction, purpose, user.email);
  return { link: null, worksUntil: null };
}

/** @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT where a field is wrong or the last administrator would be none */
export function updateUser(viewing: Viewing, id: string, version: number, input: unknown): Promise<User> {
  const { name, email, role, office } = given(parseInput(updateUserRule, input));
  return changeUser(viewing, id, version, "UPDATE_USER", (user) => ({
    ...user,
    ...(name === undefined ? {} : { name, nameSort: fold(name) }),
    email: email ?? user.email,
    role: role ?? user.role,
    officeId: office ?? user.officeId,
  }));
}

/** Out at the next request: the sessions and tokens end with it. @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT */
export function deactivateUser(viewing: Viewing, id: string, version: number): Promise<User> {
  const deactivatedAt = new Date().toISOString();
  return changeUser(viewing, id, version, "DEACTIVATE_USER", (user) => ({ ...user, deactivatedAt }));
}

/** @throws NOT_FOUND, CONFLICT */
export function reactivateUser(viewing: Viewing, id: string, version: number): Promise<User> {
  return changeUser(viewing, id, version, "REACTIVATE_USER", (user) => ({ ...user, deactivatedAt: null }));
}

/** @throws NOT_FOUND, CONFLICT */
export function resetOneTimeCodes(viewing: Viewing, id: string, version: number): Promise<User> {
  return viewing.database.transaction(async (transaction) => {
    const user = await userAt(transaction, id, version);
    await forgetCodes(transaction, actorOf(viewing), user);
    await endSessions(transaction, id, null);
    return userToChange(transaction, id);
  });
}

async function changeUser(
  viewing: Viewing,
  id: string,
  version: number,
  action: AuditAction,
  change: (user: User) => User,
): Promise<User> {
  const changed = await viewing.database.transaction(async (transaction) => {
    // Whoever else changes an administrator waits here, so that two cannot each leave the other as the last.
    await transaction.execute(sql`UPDATE users SET role = role WHERE role = 'ADMINISTRATOR'`);
    const user = await userAt(transaction, id, version);
    const next = { ...change(user), version: user.version + 1 };
    const changes = changesOf(valuesOf(user), valuesOf(next));
    if (changes.length === 0) return user;
    await refuseWrongUser(transaction, next);
    await transaction.execute(
      sql`UPDATE users SET ${assignments(userEntity, user, next)} WHERE id = ${id} AND version = ${user.version}`,
    );
    await refuseNoAdministrator(transaction);
    if (next.deactivatedAt !== null) await lockOut(transaction, id);
    note(transaction, actorOf(viewing), { action, subject: subjectOf(user), changes });
    return next;
  });
  viewing.loaded = {};
  return changed;
}

async function lockOut(transaction: Transaction, userId: string): Promise<void> {
  await endSessions(transaction, userId, null);
  await transaction.execute(sql`DELETE FROM api_tokens WHERE user_id = ${userId}`);
  await transaction.execute(sql`DELETE FROM account_tokens WHERE user_id = ${userId}`);
}

/** What the audit log tells of a user; neither password nor secrets. */
function valuesOf(user: User) {
  const { name, email, role, officeId: office, deactivatedAt } = user;
  return { name, email, role, office, deactivated: deactivatedAt !== null };
}

async function userToChange(transaction: Transaction, id: string): Promise<User> {
  const [user] = await transaction.find(userEntity, sql`SELECT * FROM users WHERE id = ${id}`);
  if (!user) throw notFound("user", id);
  return user;
}

async function userAt(transaction: Transaction, id: string, version: number): Promise<User> {
  const user = await userToChange(transaction, id);
  if (user.version === version) return user;
  throw new Failure(
    "CONFLICT",
    `Somebody else changed this user: you sent version ${version}, it is now at version ${user.version}. Compare the two and save again.`,
    { current: { id, version: user.version, ...valuesOf(user) } },
  );
}

async function refuseWrongUser(transaction: Transaction, user: User): Promise<void> {
  const [taken] = await transaction.raw(sql`SELECT id FROM users WHERE email = ${user.email} AND id <> ${user.id}`);
  const [office] = await transaction.raw(sql`SELECT id FROM offices WHERE id = ${user.officeId}`);
  const issues = [
    ...(taken
      ? [{ path: "email", message: `Another user has the address "${user.email}" already. Give another one.` }]
      : []),
    ...(office
      ? []
      : [{ path: "office", message: `There is no office with the id "${user.officeId}". Choose one that is there.` }]),
  ];
  if (issues.length > 0) throw badInput(issues);
}

async function refuseNoAdministrator(transaction: Transaction): Promise<void> {
  const [row] = await transaction.raw(
    sql`SELECT COUNT(*) AS total FROM users
        WHERE role = 'ADMINISTRATOR' AND deactivated_at IS NULL AND (password_hash IS NOT NULL OR identity IS NOT NULL)`,
  );
  if (numberOf(row, "total") > 0) return;
  throw badInput([
    {
      path: "role",
      message: "This is the last administrator who can sign in. Make somebody else an administrator first.",
    },
  ]);
}
