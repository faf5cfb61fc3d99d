import type { Asking } from "../../access/gates.ts";
import type { Database } from "../../database/database.ts";
import { type Origin, type Viewing, viewingOf } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import type { User } from "./accounts.entity.ts";
import { userOfApiToken } from "./api-tokens.ts";
import { type OpenSession, openSession } from "./sessions.ts";

/** Who sends a request, and by what. */
export interface Asker {
  readonly user: User;
  readonly viewing: Viewing;
  readonly asking: Asking;
  /** Null where an API token asks. */
  readonly session: OpenSession | null;
}

interface Credentials {
  /** Of the cookie. */
  readonly sessionToken: string | null;
  /** Of the header `Authorization: Bearer …`; it goes before the cookie. */
  readonly apiToken: string | null;
}

/** Who bears these credentials; null where nobody does who may enter. */
export async function findAsker(
  database: Database,
  settings: Settings,
  origin: Origin,
  credentials: Credentials,
): Promise<Asker | null> {
  const asker = (user: User, by: Asking["by"], session: OpenSession | null): Asker => {
    const asking = { viewer: user, by };
    return { user, viewing: viewingOf(asking, database, origin, settings.keys), asking, session };
  };
  if (credentials.apiToken !== null) {
    const found = await userOfApiToken(database, settings, credentials.apiToken);
    return found && asker(found.user, found.scope, null);
  }
  if (credentials.sessionToken === null) return null;
  const open = await openSession(database, settings, credentials.sessionToken);
  return open && asker(open.user, "SESSION", open);
}
