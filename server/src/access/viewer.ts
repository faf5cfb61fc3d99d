import type { Role } from "@concord/shared/vocabularies";

/** Who asks: the user of the session, as far as access depends on them. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
  readonly officeId: string;
  /** The installation itself, which loads the demo data; nobody can sign in as it. */
  readonly isInstallation?: true;
}
