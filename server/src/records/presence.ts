import type { Sql } from "sql-template-tag";
import type { Policy } from "../access/policies.ts";
import type { Viewer } from "../access/viewer.ts";
import { whereInTrash, whereThere } from "./scope.ts";

/** The scope of a list: what is there for the viewer, or what the viewer may restore from the trash. */
export function scopeOf(
  viewer: Viewer,
  policy: Policy,
  alias: string,
  presence: "PRESENT" | "IN_TRASH" | null | undefined,
): Sql {
  return presence === "IN_TRASH" ? whereInTrash(viewer, policy, alias) : whereThere(viewer, policy, alias);
}
