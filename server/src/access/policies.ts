import type { RecordKind } from "@concord/shared/vocabularies";
import { allOf, always, anyOf, hasRole, namedMember, notRestricted, ownOffice, type Rule } from "./rule.ts";

/** Who may do what to one kind of record. What no rule allows is denied. */
export interface Policy {
  /** May know that the record is there. */
  readonly read: Rule;
  /** May make or change it, put it into the trash and take it out again; holds for the record as it will be, too. */
  readonly edit: Rule;
}

/** Only whom the record names as a member, whatever their role; leadership never. */
const namedWorkers: Rule = allOf(namedMember, hasRole("PARTNERSHIP_MANAGER", "REGIONAL_OFFICE", "ADMINISTRATOR"));

/**
 * Who may see the true name of a protected person, for a minute, with a reason that is noted, in a session confirmed by
 * a one-time code; and who may keep or remove it.
 */
export const trueNames = {
  reveal: namedWorkers,
  keep: allOf(namedWorkers, anyOf(hasRole("PARTNERSHIP_MANAGER", "ADMINISTRATOR"), ownOffice)),
} as const satisfies Record<string, Rule>;

/** Managers and administrators log everywhere, regional offices for their own office, leadership nowhere. */
const logs: Rule = anyOf(hasRole("PARTNERSHIP_MANAGER", "ADMINISTRATOR"), allOf(hasRole("REGIONAL_OFFICE"), ownOffice));

/** Restricted records show to their office, to named members and to administrators; leadership only as members. */
const readsConfidential: Rule = anyOf(
  notRestricted,
  hasRole("ADMINISTRATOR"),
  allOf(hasRole("PARTNERSHIP_MANAGER", "REGIONAL_OFFICE"), ownOffice),
  namedMember,
);

/** Who approves or declines what we are to give; never who proposed it, which is no matter of roles. */
export const decidesRecognitions: Rule = allOf(readsConfidential, hasRole("LEADERSHIP", "ADMINISTRATOR"));

const open: Policy = { read: always, edit: logs };
const confidential: Policy = { read: readsConfidential, edit: allOf(readsConfidential, logs) };

/**
 * The table "Who may do what": one policy for each kind of record, and the table whose rows it guards. A kind that is
 * not here cannot be read at all.
 */
export const policies = {
  PARTNER: { table: "partners", policy: open },
  PERSON: { table: "people", policy: open },
  COLLABORATION: { table: "collaborations", policy: confidential },
  RECOGNITION: { table: "recognitions", policy: confidential },
  STATEMENT: { table: "statements", policy: confidential },
} as const satisfies Record<RecordKind, { table: string; policy: Policy }>;
