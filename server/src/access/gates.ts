import type { ApiTokenScope } from "@concord/shared/vocabularies";
import type { Viewer } from "./viewer.ts";

/** Who asks, and by what: a session of a browser, or an API token of a scope. */
export interface Asking {
  readonly viewer: Viewer;
  readonly by: "SESSION" | ApiTokenScope;
}

/** Who may ask for a query, send a mutation or see a field at all; which records it then reaches, the policies say. */
export interface Gate {
  /** Reads after "Allowed to …". */
  readonly sentence: string;
  /** `asking` is null where nobody is signed in. */
  allows(asking: Asking | null): boolean;
}

function gate(sentence: string, allows: (asking: Asking) => boolean): Gate {
  return { sentence, allows: (asking) => asking !== null && allows(asking) };
}

const isAdministrator = ({ viewer }: Asking) => viewer.role === "ADMINISTRATOR";

export const gates = {
  anyone: { sentence: "anyone, signed in or not", allows: () => true },
  /** Whoever was given the record, list or page in which the field stands; it was asked for through another gate. */
  holders: { sentence: "whoever may read what it stands in", allows: () => true },
  users: gate("every user", () => true),
  writers: gate("every user, and scripts whose token may write", ({ by }) => by !== "READ"),
  owners: gate("the user themselves, in a browser", ({ by }) => by === "SESSION"),
  importers: gate(
    "partnership managers, regional offices and administrators",
    ({ viewer, by }) =>
      by !== "READ" && ["PARTNERSHIP_MANAGER", "REGIONAL_OFFICE", "ADMINISTRATOR"].includes(viewer.role),
  ),
  administrators: gate("administrators", isAdministrator),
  managing: gate("administrators, in a browser", (asking) => asking.by === "SESSION" && isAdministrator(asking)),
  deciders: gate(
    "leadership and administrators, and scripts of theirs whose token may write",
    ({ viewer, by }) => by !== "READ" && ["LEADERSHIP", "ADMINISTRATOR"].includes(viewer.role),
  ),
  auditors: gate("leadership and administrators", ({ viewer }) =>
    ["LEADERSHIP", "ADMINISTRATOR"].includes(viewer.role),
  ),
} as const satisfies Readonly<Record<string, Gate>>;
