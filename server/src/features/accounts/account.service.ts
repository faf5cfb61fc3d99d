import { LIMITS } from "@concord/shared/limits";
import { changePasswordRule } from "@concord/shared/rules/accounts";
import sql from "sql-template-tag";
import type { Transaction } from "../../database/database.ts";
import { badInput, Failure, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { parseInput } from "../../records/input.ts";
import type { Actor } from "../../records/viewing.ts";
import type { User } from "./accounts.entity.ts";
import { newCodes, renewRecoveryCodes, stepOfCode, useCode } from "./one-time-codes.ts";
import { replacePassword } from "./password-links.ts";
import { hashPassword, isPasswordRight, refuseGuessable } from "./passwords.ts";
import { endSessions, type OpenSession } from "./sessions.ts";
import { type SignInRequest, subjectOf } from "./sign-in.service.ts";
import { type Attempt, countAttempt, forgetAttempt } from "./sign-in-limits.ts";

/** What users do with their own accounts, in a session. */
export interface AccountRequest extends SignInRequest {
  readonly session: OpenSession;
}

const actorOf = ({ session, origin }: AccountRequest): Actor => ({ userId: session.user.id, origin });

/** @throws BAD_USER_INPUT where the present password is wrong or the new one refused, RATE_LIMITED */
export async function changePassword(request: AccountRequest, input: unknown): Promise<void> {
  const { current, password } = parseInput(changePasswordRule, input);
  const { database, settings, session } = request;
  await refuseWrongPassword(request, current, "current");
  const { user } = session;
  await refuseGuessable(password, [user.name, user.email, settings.organisation.name, settings.organisation.shortName]);
  const passwordHash = await hashPassword(password);
  const actor = { userId: user.id, origin: request.origin };
  await database.transaction((transaction) =>
    replacePassword(transaction, settings, actor, user, passwordHash, session.session.id),
  );
}

/**
 * Begins to set up one-time codes: they count only after a first one was typed.
 * @throws BAD_USER_INPUT where the password is wrong, CONFLICT where codes are on already, RATE_LIMITED
 */
export async function beginOneTimeCodes(
  request: AccountRequest,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const { database, settings, session } = request;
  if (session.user.codesSecret !== null) {
    throw new Failure("CONFLICT", "One-time codes are on already. Switch them off before you set them up anew.");
  }
  if (session.user.passwordHash !== null) await refuseWrongPassword(request, password, "password");
  const { sealed, secret, uri } = newCodes(settings, session.user);
  await database.transaction((transaction) =>
    transaction.execute(sql`UPDATE users SET codes_pending = ${sealed} WHERE id = ${session.user.id}`),
  );
  return { secret, uri };
}

/**
 * Switches one-time codes on, confirms this session and ends the others.
 * @returns the recovery codes
 * @throws BAD_USER_INPUT where the code is not right or nothing was begun
 */
export async function confirmOneTimeCodes(request: AccountRequest, code: string): Promise<string[]> {
  const { database, settings, session } = request;
  const { user } = session;
  const step = user.codesPending === null ? null : stepOfCode(settings, user, user.codesPending, code);
  if (step === null) throw wrongCode("It is not right. Type the code that your app shows now, or begin again.");
  return database.transaction(async (transaction) => {
    await transaction.execute(
      sql`UPDATE users SET codes_secret = codes_pending, codes_pending = NULL, codes_last_step = ${step} WHERE id = ${user.id}`,
    );
    await confirm(transaction, request);
    await endSessions(transaction, user.id, session.session.id);
    note(transaction, actorOf(request), { action: "SWITCH_CODES_ON", subject: subjectOf(user) });
    return renewRecoveryCodes(transaction, user.id);
  });
}

/** @throws BAD_USER_INPUT, RATE_LIMITED */
export function makeRecoveryCodes(request: AccountRequest, code: string): Promise<string[]> {
  return withCode(request, code, (transaction) => renewRecoveryCodes(transaction, request.session.user.id));
}

/** @throws BAD_USER_INPUT, RATE_LIMITED */
export async function switchOneTimeCodesOff(request: AccountRequest, code: string): Promise<void> {
  await withCode(request, code, (transaction) => forgetCodes(transaction, actorOf(request), request.session.user));
}

/** Confirms this session, so that it may reveal names. @throws BAD_USER_INPUT, RATE_LIMITED */
export async function confirmSession(request: AccountRequest, code: string): Promise<void> {
  await withCode(request, code, (transaction) => confirm(transaction, request));
}

/** Forgets a user's one-time codes; sessions that they confirmed are confirmed no longer. */
export async function forgetCodes(transaction: Transaction, actor: Actor, user: Pick<User, "id">): Promise<void> {
  await transaction.execute(
    sql`UPDATE users SET codes_secret = NULL, codes_pending = NULL, codes_last_step = NULL WHERE id = ${user.id}`,
  );
  await transaction.execute(sql`DELETE FROM recovery_codes WHERE user_id = ${user.id}`);
  await transaction.execute(sql`UPDATE sessions SET confirmed_at = NULL WHERE user_id = ${user.id}`);
  note(transaction, actor, { action: "SWITCH_CODES_OFF", subject: subjectOf(user) });
}

/** Ends one session of the viewer's. @throws NOT_FOUND */
export async function endSession(request: AccountRequest, id: string): Promise<void> {
  const { database, session } = request;
  await database.transaction(async (transaction) => {
    const ended = await transaction.execute(
      sql`DELETE FROM sessions WHERE id = ${id} AND user_id = ${session.user.id}`,
    );
    if (ended !== 1) throw notFound("session", id);
    note(transaction, actorOf(request), { action: "END_SESSIONS", subject: subjectOf(session.user), remark: "one" });
  });
}

/** Ends every session of the viewer's, this one too. */
export function signOutEverywhere(request: AccountRequest): Promise<number> {
  const { database, session } = request;
  return database.transaction(async (transaction) => {
    const ended = await endSessions(transaction, session.user.id, null);
    note(transaction, actorOf(request), { action: "END_SESSIONS", subject: subjectOf(session.user), remark: "all" });
    return ended;
  });
}

async function confirm(transaction: Transaction, { session }: AccountRequest): Promise<void> {
  await transaction.execute(
    sql`UPDATE sessions SET confirmed_at = ${new Date().toISOString()} WHERE id = ${session.session.id}`,
  );
}

/** Does `work` for the right code, which it uses up; wrong ones count as failed sign-ins. */
async function withCode<Result>(
  request: AccountRequest,
  code: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const { database, settings } = request;
  const { user } = request.session;
  if (user.codesSecret === null) throw wrongCode("This account has no one-time codes: set them up first.");
  const attempt = await countOwnAttempt(request);
  const done = await database.transaction(async (transaction) => {
    const used = await useCode(transaction, settings, user, code.slice(0, LIMITS.password));
    if (used === null) return null;
    await forgetAttempt(transaction, attempt);
    if (used === "RECOVERY") {
      note(transaction, actorOf(request), { action: "USE_RECOVERY_CODE", subject: subjectOf(user) });
    }
    return { result: await work(transaction) };
  });
  if (done) return done.result;
  await noteFailure(request, "wrong one-time code");
  throw wrongCode("It is not right, or was used already. Wait for the next one, or type a recovery code.");
}

async function refuseWrongPassword(request: AccountRequest, password: string, path: string): Promise<void> {
  const attempt = await countOwnAttempt(request);
  if (await isPasswordRight(password.slice(0, LIMITS.password), request.session.user.passwordHash)) {
    await request.database.transaction((transaction) => forgetAttempt(transaction, attempt));
    return;
  }
  await noteFailure(request, "wrong password");
  throw badInput([{ path, message: "This is not your present password. Type it again." }]);
}

/** Guesses at one's own account count as those at the sign-in. */
function countOwnAttempt({ database, settings, origin, session }: AccountRequest): Promise<Attempt> {
  return countAttempt(database, settings.sessionSecret, session.user.email, origin.address ?? "");
}

function noteFailure(request: AccountRequest, remark: string): Promise<void> {
  return request.database.transaction(async (transaction) =>
    note(transaction, actorOf(request), {
      action: "SIGN_IN_FAILED",
      subject: subjectOf(request.session.user),
      remark,
    }),
  );
}

function wrongCode(message: string): Failure {
  return badInput([{ path: "code", message }]);
}
