import type { Viewer } from "../access/viewer.ts";
import type { Database } from "../database/database.ts";

/**
 * One viewer's request: who asks, and what it reads from. Every service and loader takes it, so that nothing can be
 * read or written without a viewer.
 */
export interface Viewing {
  readonly viewer: Viewer;
  readonly database: Database;
  /** What the loaders know; a write replaces it, so that what is read after it is new. */
  loaded: object;
}

export function viewingOf(viewer: Viewer, database: Database): Viewing {
  return { viewer, database, loaded: {} };
}

/** Who did it, for the history: null where the installation itself did. */
export function userIdOf(viewer: Viewer): string | null {
  return viewer.isInstallation ? null : viewer.id;
}
