import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import type { SummedKind } from "./counted.ts";
import { EVERYTHING } from "./relation-states.ts";

/** What a viewer may read: sums, some of them of one office alone, and restricted records that name them as a member. */
export interface Part {
  readonly restricted: 0 | 1;
  readonly officeId: string | null;
  /** In which relations look as they do to the viewer; else empty. */
  readonly layer: string;
}

const OPEN: Part = { restricted: 0, officeId: null, layer: "" };

/** The layer in which a viewer sees relations. What they follow from, collaborations and recognitions, is read alike. */
export function layerOf(viewer: Viewer): { readonly layer: string; readonly asMember: boolean } {
  const { parts, asMember } = partsOf("COLLABORATION", viewer);
  const restricted = parts.find((part) => part.restricted === 1);
  return { layer: restricted ? (restricted.officeId ?? EVERYTHING) : "", asMember };
}

/** The sums that a viewer may read, as the policy of the kind says it; named members read records besides. */
export function partsOf(kind: SummedKind, viewer: Viewer): { readonly parts: Part[]; readonly asMember: boolean } {
  if (kind === "RELATION") {
    const { layer, asMember } = layerOf(viewer);
    return { parts: [OPEN, ...(layer ? [{ ...OPEN, restricted: 1, layer } as const] : [])], asMember };
  }
  const { read } = policies[kind].policy;
  const reads = (officeId: string, memberIds: readonly string[] = []) =>
    read.allows(viewer, { officeId, confidentiality: "RESTRICTED", memberIds });
  if (kind === "PARTNER") return { parts: [OPEN], asMember: false };
  if (reads("")) return { parts: [OPEN, { ...OPEN, restricted: 1 }], asMember: false };
  const own: Part[] = reads(viewer.officeId) ? [{ ...OPEN, restricted: 1, officeId: viewer.officeId }] : [];
  return { parts: [OPEN, ...own], asMember: reads("", [viewer.id]) };
}
