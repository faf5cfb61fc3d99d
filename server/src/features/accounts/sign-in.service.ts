import { signInRule } from "@concord/shared/rules/accounts";
import sql from "sql-template-tag";
import type { Database, Transaction } from "../../database/database.ts";
import { Failure } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { parseInput } from "../../records/input.ts";
import type { Origin } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import { type User, userEntity } from "./accounts.entity.ts";
import { useCode } from "./one-time-codes.ts";
import { isPasswordRight } from "./passwords.ts";
import { beginSession, type OpenSession } from "./sessions.ts";
import { countAttempt, forgetAttempt, forgetAttempts } from "./sign-in-limits.ts";

/** From where somebody signs in, and the session in which they do, which ends with it. */
export interface SignInRequest {
  readonly database: Database;
  readonly settings: Settings;
  readonly origin: Origin;
  readonly session: OpenSession | null;
}

export interface SignedIn {
  readonly user: User;
  readonly session: { readonly token: string; readonly expiresAt: Date };
}

/**
 * Signs in. Whether the account exists shows neither in the answer nor in the time that it takes; whether it asks for
 * a one-time code shows to whoever has the password.
 * @throws BAD_USER_INPUT, UNAUTHENTICATED where e-mail and password do not belong together or the code is missing or
 *   wrong, RATE_LIMITED
 */
export async function signIn(request: SignInRequest, input: unknown): Promise<SignedIn> {
  const { email, password, code } = parseInput(signInRule, input);
  const { database, settings, origin } = request;
  const attempt = await countAttempt(database, settings.sessionSecret, email, origin.address ?? "");
  const [known] = await database.find(userEntity, sql`SELECT * FROM users WHERE email = ${email}`);
  const found = known?.deactivatedAt === null ? known : undefined;
  const right = await isPasswordRight(password, found?.passwordHash ?? null);
  const fail = (reason: string) => noteFailure(request, email, known, reason);
  if (!found || !right) {
    await fail("e-mail address or password");
    throw new Failure(
      "UNAUTHENTICATED",
      "This e-mail address and password do not belong together. Check both and try again.",
    );
  }
  if (found.codesSecret !== null && !code) {
    await database.transaction((transaction) => forgetAttempt(transaction, attempt));
    throw new Failure("UNAUTHENTICATED", "This account asks for a one-time code. Type the one that your app shows.", {
      codeRequired: true,
    });
  }
  const signedIn = await database.transaction(async (transaction) => {
    const used = code && found.codesSecret !== null ? await useCode(transaction, settings, found, code) : null;
    if (found.codesSecret !== null && used === null) return null;
    await forgetAttempts(transaction, attempt);
    const actor = { userId: found.id, origin };
    if (used === "RECOVERY") note(transaction, actor, { action: "USE_RECOVERY_CODE", subject: subjectOf(found) });
    return enter(transaction, request, found, used !== null, used === null ? "password" : "password and code");
  });
  if (signedIn) return signedIn;
  await fail("one-time code");
  throw new Failure(
    "UNAUTHENTICATED",
    "This one-time code is not right, or was used already. Wait for the next one, or type a recovery code.",
    { codeRequired: true },
  );
}

/** Begins a session for a user who has proved who they are; the session in which they did ends. */
export async function enter(
  transaction: Transaction,
  request: SignInRequest,
  user: User,
  confirmed: boolean,
  how: string,
): Promise<SignedIn> {
  if (request.session) {
    await transaction.execute(sql`DELETE FROM sessions WHERE id = ${request.session.session.id}`);
  }
  const session = await beginSession(transaction, request.settings, user, request.origin, confirmed);
  note(
    transaction,
    { userId: user.id, origin: request.origin },
    { action: "SIGN_IN", subject: subjectOf(user), remark: `by ${how}` },
  );
  return { user, session };
}

export function subjectOf(user: Pick<User, "id">) {
  return { kind: "USER", id: user.id } as const;
}

/** Ends the session of a request, where there is one. */
export async function signOut({ database, session, origin }: SignInRequest): Promise<void> {
  if (!session) return;
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`DELETE FROM sessions WHERE id = ${session.session.id}`);
    note(transaction, { userId: session.user.id, origin }, { action: "SIGN_OUT", subject: subjectOf(session.user) });
  });
}

async function noteFailure(
  { database, origin }: SignInRequest,
  email: string,
  known: User | undefined,
  reason: string,
): Promise<void> {
  await database.transaction(async (transaction) =>
    note(
      transaction,
      { userId: null, origin },
      {
        action: "SIGN_IN_FAILED",
        ...(known ? { subject: subjectOf(known) } : {}),
        remark: known ? `wrong ${reason}` : `unknown address ${email}`,
      },
    ),
  );
}
