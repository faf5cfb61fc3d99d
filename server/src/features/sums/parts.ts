import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import type { SumKind } from "./counted.ts";

/** What a viewer may read: sums, some of them of one office alone, and restricted records that name them as a member. */
export interface Part {
  readonly restricted: 0 | 1;
  readonly officeId: string | null;
}

/** The sums that a viewer may read, as the policy of the kind says it; named members read records besides. */
export function partsOf(kind: SumKind, viewer: Viewer): { readonly parts: Part[]; readonly asMember: boolean } {
  const { read } = policies[kind].policy;
  const reads = (officeId: string, memberIds: readonly string[] = []) =>
    read.allows(viewer, { officeId, confidentiality: "RESTRICTED", memberIds });
  const open: Part = { restricted: 0, officeId: null };
  if (kind === "PARTNER") return { parts: [open], asMember: false };
  if (reads("")) return { parts: [open, { restricted: 1, officeId: null }], asMember: false };
  const own: Part[] = reads(viewer.officeId) ? [{ restricted: 1, officeId: viewer.officeId }] : [];
  return { parts: [open, ...own], asMember: reads("", [viewer.id]) };
}
