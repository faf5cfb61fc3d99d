import type { RecordKind } from "@concord/shared/vocabularies";
import type { Asking, Gate } from "../../access/gates.ts";
import { decidesRecognitions, policies, trueNames } from "../../access/policies.ts";
import type { AccessFacts, Rule } from "../../access/rule.ts";
import type { Viewer } from "../../access/viewer.ts";

/** What must come of a request. */
export type Verdict = "ALLOWED" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_USER_INPUT";

/** What a policy says of one record: which answer somebody gets who tries it. */
export type Ruling = (viewer: Viewer, facts: AccessFacts, kind: RecordKind) => Verdict;

/** The gate goes before everything: whom it stops learns nothing of any record. */
export function verdict(gate: Gate, asking: Asking | null, ruling: (viewer: Viewer) => Verdict): Verdict {
  if (!gate.allows(asking)) return asking ? "FORBIDDEN" : "UNAUTHENTICATED";
  return asking ? ruling(asking.viewer) : "ALLOWED";
}

/** What is there for whoever reads it. */
export const reading: Ruling = (viewer, facts, kind) =>
  policies[kind].policy.read.allows(viewer, facts) ? "ALLOWED" : "NOT_FOUND";

/** What lies in the trash is there for whoever may restore it, and for nobody else. */
export const restoring: Ruling = (viewer, facts, kind) =>
  policies[kind].policy.edit.allows(viewer, facts) ? "ALLOWED" : "NOT_FOUND";

export const editing: Ruling = (viewer, facts, kind) => allowing(policies[kind].policy.edit)(viewer, facts, kind);

/** What may be edited is given to another office only by whom may edit it there, too. */
export const movingTo =
  (officeId: string): Ruling =>
  (viewer, facts, kind) => {
    const before = editing(viewer, facts, kind);
    if (before !== "ALLOWED" || facts.officeId === officeId) return before;
    return policies[kind].policy.edit.allows(viewer, { ...facts, officeId }) ? "ALLOWED" : "FORBIDDEN";
  };

/** Whoever makes a record restricted without members keeps it readable for themselves. */
export const closing: Ruling = (viewer, facts, kind) => {
  const before = editing(viewer, facts, kind);
  const closed = { ...facts, confidentiality: "RESTRICTED", memberIds: [] } as const;
  if (before !== "ALLOWED" || policies[kind].policy.read.allows(viewer, closed)) return before;
  return "BAD_USER_INPUT";
};

/** Whoever logs something restricted for another office is made its member, if they may log there at all. */
export const making: Ruling = (viewer, facts, kind) => {
  const { read, edit } = policies[kind].policy;
  const made = read.allows(viewer, facts) ? facts : { ...facts, memberIds: [...facts.memberIds, viewer.id] };
  return edit.allows(viewer, made) ? "ALLOWED" : "FORBIDDEN";
};

export const deciding = allowing(decidesRecognitions);

/** What is shown to others is not made of what is restricted. */
export const unlessRestricted =
  (ruling: Ruling): Ruling =>
  (viewer, facts, kind) => {
    const verdictBefore = ruling(viewer, facts, kind);
    return verdictBefore === "ALLOWED" && facts.confidentiality === "RESTRICTED" ? "BAD_USER_INPUT" : verdictBefore;
  };

/** What is restricted is not proposed, whoever proposes it. */
export const proposing: Ruling = (viewer, facts, kind) =>
  facts.confidentiality === "RESTRICTED" ? "BAD_USER_INPUT" : making(viewer, facts, kind);

export const keepingTrueNames = allowing(trueNames.keep);
export const revealingTrueNames = allowing(trueNames.reveal);

function allowing(rule: Rule): Ruling {
  return (viewer, facts, kind) => {
    if (reading(viewer, facts, kind) === "NOT_FOUND") return "NOT_FOUND";
    return rule.allows(viewer, facts) ? "ALLOWED" : "FORBIDDEN";
  };
}
