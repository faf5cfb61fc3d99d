import { passwordResetRule, setPasswordRule } from "@concord/shared/rules/accounts";
import sql from "sql-template-tag";
import type { Database, Transaction } from "../../database/database.ts";
import { badInput, type Failure, forbidden } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { parseInput } from "../../records/input.ts";
import type { Origin } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import type { MailJob } from "../mail/mail.entity.ts";
import { type Message, queueMail } from "../mail/mail.service.ts";
import { type AccountToken, accountTokenEntity, type User, userEntity } from "./accounts.entity.ts";
import { hashPassword, refuseGuessable } from "./passwords.ts";
import { activeUser, endSessions, newToken, tokenHash } from "./sessions.ts";
import { subjectOf } from "./sign-in.service.ts";
import { countResetRequest } from "./sign-in-limits.ts";

/** How long a link works: an invitation may wait for somebody's return, a reset is asked for now. */
export const LINK_HOURS: Readonly<Record<AccountToken["purpose"], number>> = { INVITATION: 7 * 24, PASSWORD_RESET: 1 };

export interface PasswordLink {
  readonly link: string;
  readonly worksUntil: string;
}

/** Makes a link with which the user chooses a password; earlier ones no longer work. */
export async function passwordLink(
  transaction: Transaction,
  settings: Settings,
  user: Pick<User, "id">,
  purpose: AccountToken["purpose"],
): Promise<PasswordLink> {
  const token = newToken();
  const now = Date.now();
  const worksUntil = new Date(now + LINK_HOURS[purpose] * 3_600_000).toISOString();
  await transaction.execute(
    sql`DELETE FROM account_tokens WHERE user_id = ${user.id} OR expires_at < ${new Date(now).toISOString()}`,
  );
  await transaction.insert(accountTokenEntity, [
    {
      tokenHash: tokenHash(token, settings.sessionSecret),
      userId: user.id,
      purpose,
      createdAt: new Date(now).toISOString(),
      expiresAt: worksUntil,
    },
  ]);
  // Behind the #, where neither servers' logs nor other sites see it.
  return { link: `${settings.publicUrl}/set-password#${token}`, worksUntil };
}

/** What a queued message about an account says; null where the address is no active user's. */
export async function composeAccountMail(
  database: Database,
  settings: Settings,
  job: MailJob,
): Promise<Message | null> {
  const [user] = await database.find(
    userEntity,
    sql`SELECT * FROM users WHERE email = ${job.recipient} AND deactivated_at IS NULL`,
  );
  if (!user) return null;
  const us = settings.organisation.shortName;
  if (job.kind === "PASSWORD_CHANGED") {
    return {
      subject: `Your Concord password was changed`,
      text: `${user.name},\n\nthe password of your account in Concord, the partner portal of ${us}, was changed at ${job.createdAt}, and every session was ended.\n\nIf that was not you, tell an administrator at once.\n`,
    };
  }
  const purpose = job.kind === "INVITATION" ? "INVITATION" : "PASSWORD_RESET";
  const { link } = await database.transaction((transaction) => passwordLink(transaction, settings, user, purpose));
  return purpose === "INVITATION"
    ? {
        subject: `You are invited to Concord`,
        text: `${user.name},\n\nyou are invited to Concord, the partner portal of ${us}. Choose your password here within seven days:\n\n${link}\n\nIf you did not expect this, ask an administrator of ${us}.\n`,
      }
    : {
        subject: `A new password for Concord`,
        text: `${user.name},\n\nsomebody asked for a new password for your account in Concord, the partner portal of ${us}. If it was you, choose one here within an hour:\n\n${link}\n\nIf it was not you, nothing needs to be done; your password stays as it is.\n`,
      };
}

/**
 * Queues a link for a new password. Known and unknown addresses take the same way, so that neither the answer nor its
 * time tells which it is; the difference is made when the message goes out.
 * @throws BAD_USER_INPUT, FORBIDDEN where the installation sends no e-mail, RATE_LIMITED
 */
export async function requestPasswordReset(
  database: Database,
  settings: Settings,
  origin: Origin,
  input: unknown,
): Promise<void> {
  const { email } = parseInput(passwordResetRule, input);
  if (!settings.mail) {
    throw forbidden("This installation sends no e-mail. Ask an administrator for a link to choose a new password.");
  }
  const maySend = await countResetRequest(database, settings.sessionSecret, email, origin.address ?? "");
  await database.transaction(async (transaction) => {
    if (maySend) await queueMail(transaction, "PASSWORD_RESET", email);
    note(transaction, { userId: null, origin }, { action: "ASK_FOR_PASSWORD", remark: `for ${email}` });
  });
}

/**
 * Sets the password of whoever a link was made for, and ends all their sessions.
 * @returns the e-mail address to sign in with
 * @throws BAD_USER_INPUT where the link is spent or too old, or the password is refused
 */
export async function setPassword(
  database: Database,
  settings: Settings,
  origin: Origin,
  input: unknown,
): Promise<string> {
  const { token, password } = parseInput(setPasswordRule, input);
  const hash = tokenHash(token, settings.sessionSecret);
  const query = sql`SELECT * FROM account_tokens WHERE token_hash = ${hash} AND expires_at > ${new Date().toISOString()}`;
  const [link] = await database.find(accountTokenEntity, query);
  const user = link ? await activeUser(database, link.userId) : null;
  if (!user) throw spentLink();
  await refuseGuessable(password, [user.name, user.email, settings.organisation.name, settings.organisation.shortName]);
  const passwordHash = await hashPassword(password);
  return database.transaction(async (transaction) => {
    const used = await transaction.execute(sql`DELETE FROM account_tokens WHERE token_hash = ${hash}`);
    if (used !== 1) throw spentLink();
    await replacePassword(transaction, settings, { userId: user.id, origin }, user, passwordHash, null);
    return user.email;
  });
}

/** Writes a new password and ends the user's sessions, but for one that may stay; tells the user by e-mail. */
export async function replacePassword(
  transaction: Transaction,
  settings: Settings,
  actor: { readonly userId: string; readonly origin: Origin },
  user: User,
  passwordHash: string,
  keptSession: string | null,
): Promise<void> {
  await transaction.execute(sql`UPDATE users SET password_hash = ${passwordHash} WHERE id = ${user.id}`);
  await endSessions(transaction, user.id, keptSession);
  note(transaction, actor, { action: "SET_PASSWORD", subject: subjectOf(user) });
  if (settings.mail && user.passwordHash !== null) await queueMail(transaction, "PASSWORD_CHANGED", user.email);
}

function spentLink(): Failure {
  return badInput([
    {
      path: "token",
      message: "This link was used already, or is too old. Ask for a new one on the sign-in page, or an administrator.",
    },
  ]);
}
