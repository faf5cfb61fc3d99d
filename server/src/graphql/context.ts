import type { Database } from "../database/database.ts";
import { unauthenticated } from "../errors.ts";
import type { AccountRequest } from "../features/accounts/account.service.ts";
import type { Asker } from "../features/accounts/asker.ts";
import type { SignInRequest } from "../features/accounts/sign-in.service.ts";
import type { Origin, Viewing } from "../records/viewing.ts";
import type { Settings } from "../settings.ts";

/** What a resolver gets with every request. */
export interface Context {
  readonly settings: Settings;
  readonly database: Database;
  /** Null where nobody is signed in; a sign-in within the request changes it. */
  asker: Asker | null;
  readonly origin: Origin;
  /** When the request is given up, in milliseconds since 1970. */
  readonly deadline: number;
  /** How many items the request's lists have held so far. */
  answered: number;
  /** Sets the session cookie, or removes it. */
  setSessionCookie(session: { readonly token: string; readonly expiresAt: Date } | null): void;
  /** Sends what was queued, without waiting for it. */
  sendMail(): void;
  /** Goes on with imports that have something to do, without waiting for it. */
  workOnImports(): void;
}

/**
 * The viewer's request; everything but signing in begins with it.
 * @throws UNAUTHENTICATED
 */
export function signedIn(context: Context): Viewing {
  if (!context.asker) throw unauthenticated();
  return context.asker.viewing;
}

/** What signing in and out needs, with or without a session. */
export function signingIn({ database, settings, origin, asker }: Context): SignInRequest {
  return { database, settings, origin, session: asker?.session ?? null };
}

/**
 * What users do with their own accounts asks for, which is a session in a browser.
 * @throws UNAUTHENTICATED
 */
export function ownAccount(context: Context): AccountRequest {
  const request = signingIn(context);
  if (!request.session) throw unauthenticated();
  return { ...request, session: request.session };
}
