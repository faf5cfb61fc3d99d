import type { Asking } from "../access/gates.ts";
import type { Database } from "../database/database.ts";
import type { KeyRing } from "../sealing.ts";

/** Where a request came from. */
export interface Origin {
  /** The client's network address; null for the installation's own commands. */
  readonly address: string | null;
  /** What the client's program calls itself. */
  readonly agent: string | null;
}

/** Who does something, for the audit log: no user where the installation itself does, or nobody is signed in. */
export interface Actor {
  readonly userId: string | null;
  readonly origin: Origin;
}

/**
 * One viewer's request: who asks, and what it reads from. Every service and loader takes it, so that nothing can be
 * read or written without a viewer.
 */
export interface Viewing extends Asking {
  readonly database: Database;
  readonly origin: Origin;
  /** Open what is sealed. */
  readonly keys: KeyRing;
  /** What the loaders know; a write replaces it, so that what is read after it is new. */
  loaded: object;
}

/** The installation itself, at work by a command or at its start. */
export const installation: Actor = { userId: null, origin: { address: null, agent: "installation" } };

export function viewingOf({ viewer, by }: Asking, database: Database, origin: Origin, keys: KeyRing): Viewing {
  return { viewer, by, database, origin, keys, loaded: {} };
}

export function actorOf(viewing: Viewing): Actor {
  return { userId: viewing.viewer.isInstallation ? null : viewing.viewer.id, origin: viewing.origin };
}
