import type { Database } from "../database/database.ts";
import { unauthenticated } from "../errors.ts";
import type { User } from "../features/accounts/accounts.entity.ts";
import type { Viewing } from "../records/viewing.ts";
import type { Settings } from "../settings.ts";

/** What a resolver gets with every request. */
export interface Context {
  readonly settings: Settings;
  readonly database: Database;
  /** Null where nobody is signed in. */
  readonly session: { readonly user: User; readonly viewing: Viewing; readonly token: string } | null;
  /** The client's address, by which failed sign-ins are counted. */
  readonly address: string;
  /** Sets the session cookie, or removes it. */
  setSessionCookie(session: { readonly token: string; readonly expiresAt: Date } | null): void;
}

/**
 * The viewer's request; everything but signing in begins with it.
 * @throws UNAUTHENTICATED
 */
export function signedIn(context: Context): Viewing {
  if (!context.session) throw unauthenticated();
  return context.session.viewing;
}
