import type { Role } from "@concord/shared/vocabularies";

/** Who asks: the user of the session, as far as access depends on them. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
  readonly officeId: string;
  /** The installation itself, which loads the demo data; nobody can sign in as it. */
  readonly isInstallation?: true;
}

/**
 * Reads what is public or internal, and nothing restricted, since no record names it as a member: for what leaves Concord,
 * whoever has it made.
 */
export const openReader: Viewer = { id: "", role: "LEADERSHIP", officeId: "" };
