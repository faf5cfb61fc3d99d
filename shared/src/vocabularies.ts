/**
 * The closed lists of the domain: the codes that are stored, and the words that are shown. A test holds the codes
 * against the enums of the schema.
 */
export const ROLE_LABELS = {
  PARTNERSHIP_MANAGER: "Partnership manager",
  REGIONAL_OFFICE: "Regional office",
  LEADERSHIP: "Leadership",
  ADMINISTRATOR: "Administrator",
} as const;
export type Role = keyof typeof ROLE_LABELS;

export const PARTNER_KIND_LABELS = {
  POLICE: "Police",
  PROSECUTION: "Prosecution",
  COURT: "Court",
  GOVERNMENT: "Ministry or department",
  LEGISLATURE: "Legislature",
  INTERGOVERNMENTAL: "Intergovernmental body",
  NGO: "NGO",
  SHELTER: "Shelter",
  UNIVERSITY: "University",
  COMPANY: "Company",
  FAITH: "Faith body",
  OTHER: "Other",
} as const;
export type PartnerKind = keyof typeof PARTNER_KIND_LABELS;

export const PARTNER_STATUS_LABELS = {
  PROSPECT: "Prospect",
  ACTIVE: "Active",
  DORMANT: "Dormant",
  ENDED: "Ended",
} as const;
export type PartnerStatus = keyof typeof PARTNER_STATUS_LABELS;

export const COLLABORATION_KIND_LABELS = {
  JOINT_OPERATION: "Joint operation",
  TRAINING: "Training",
  FOLLOW_UP_VISIT: "Follow-up visit",
  LEGAL_CASE: "Legal case",
  STUDY: "Study",
  ADVOCACY_CAMPAIGN: "Advocacy campaign",
  AGREEMENT: "Agreement",
  MEETING: "Meeting",
} as const;
export type CollaborationKind = keyof typeof COLLABORATION_KIND_LABELS;

export const STAGE_LABELS = {
  PLANNED: "Planned",
  UNDER_WAY: "Under way",
  COMPLETED: "Completed",
  CANCELLED: "Cancelled",
} as const;
export type Stage = keyof typeof STAGE_LABELS;

/** Why something waits for its office; docs/offices.md says when. */
export const COLLABORATION_DUE_LABELS = {
  AGREEMENT_ENDS: "Agreement ends soon",
  NOT_ENDED: "Should be over",
  NOT_BEGUN: "Should have begun",
  BEGINS: "Begins soon",
  NO_DATE: "Planned, without a date",
} as const;
export type CollaborationDue = keyof typeof COLLABORATION_DUE_LABELS;

/** How exactly a date is known; docs/dashboard.md says what for. */
export const DATE_PRECISION_LABELS = {
  NONE: "Without a date",
  YEAR: "Only the year",
  MONTH: "The month",
  DAY: "The day",
} as const;
export type DatePrecision = keyof typeof DATE_PRECISION_LABELS;

/** How often something is begun with a partner, on average; docs/dashboard.md has the rule. */
export const PARTNER_RHYTHM_LABELS = {
  QUARTERLY: "Every 3 months or more often",
  HALF_YEARLY: "Every 3 to 6 months",
  YEARLY: "Every 6 to 12 months",
  SELDOM: "Less than once a year",
  NONE: "No rhythm yet",
} as const;
export type PartnerRhythm = keyof typeof PARTNER_RHYTHM_LABELS;

/** Who has recognised whom more often, a partner or we. */
export const PARTNER_BALANCE_LABELS = {
  RECEIVED_MORE: "They recognised us more often",
  EVEN: "Each as often",
  GIVEN_MORE: "We recognised them more often",
  NONE: "No recognition yet",
} as const;
export type PartnerBalance = keyof typeof PARTNER_BALANCE_LABELS;

export const PARTICIPANT_ROLE_LABELS = {
  LEAD: "Lead",
  SUPPORT: "Support",
  HOST: "Host",
  TRAINER: "Trainer",
  TRAINEE: "Trainee",
  AUTHOR: "Author",
  FUNDER: "Funder",
  PROSECUTION: "Prosecution",
  COUNSEL: "Counsel",
  COURT: "Court",
  INVESTIGATOR: "Investigator",
  SIGNATORY: "Signatory",
  ADVOCATE: "Advocate",
  TARGET: "Addressee",
  SERVICE_PROVIDER: "Service provider",
  OTHER: "Other",
} as const;
export type ParticipantRole = keyof typeof PARTICIPANT_ROLE_LABELS;

/** Written so that they stand after a number: "94 people rescued". */
export const OUTCOME_MEASURE_LABELS = {
  PEOPLE_RESCUED: "people rescued",
  CHILDREN_BROUGHT_TO_SAFETY: "children brought to safety",
  SUSPECTS_ARRESTED: "suspects arrested",
  SUSPECTS_RESTRAINED: "suspects restrained",
  SUSPECTS_CHARGED: "suspects charged",
  CONVICTIONS: "convictions",
  PEOPLE_TRAINED: "people trained",
  SURVIVORS_SUPPORTED: "survivors supported",
  MESSAGES_SENT: "messages sent to legislators",
} as const;
export type OutcomeMeasure = keyof typeof OUTCOME_MEASURE_LABELS;

export const APPEARANCE_ROLE_LABELS = {
  SURVIVOR: "Survivor",
  WITNESS: "Witness",
  VICTIM: "Victim",
  ACCUSED: "Accused",
  INVESTIGATOR: "Investigator",
  COMPLAINANT: "Complainant",
  STAFF: "Our staff",
  OTHER: "Other",
} as const;
export type AppearanceRole = keyof typeof APPEARANCE_ROLE_LABELS;

export const RECOGNITION_KIND_LABELS = {
  AWARD: "Award",
  COMMENDATION: "Commendation",
  CERTIFICATE: "Certificate",
  MEDAL: "Medal",
  PUBLIC_STATEMENT: "Public statement",
} as const;
export type RecognitionKind = keyof typeof RECOGNITION_KIND_LABELS;

export const RECOGNITION_STAGE_LABELS = {
  PROPOSED: "Proposed",
  APPROVED: "Approved",
  DECLINED: "Declined",
  ISSUED: "Issued",
  HANDED_OVER: "Handed over",
} as const;
export type RecognitionStage = keyof typeof RECOGNITION_STAGE_LABELS;

export const DIRECTION_LABELS = {
  RECEIVED: "Received by us",
  GIVEN: "Given by us",
  BETWEEN_PARTNERS: "Between partners",
} as const;
export type Direction = keyof typeof DIRECTION_LABELS;

export const CONFIDENTIALITY_LABELS = {
  PUBLIC: "Public",
  INTERNAL: "Internal",
  RESTRICTED: "Restricted",
} as const;
export type Confidentiality = keyof typeof CONFIDENTIALITY_LABELS;

/** Whether the speaker of a statement lets us publish it. */
export const PERMISSION_STATUS_LABELS = {
  NOT_ASKED: "Not asked yet",
  GRANTED: "Granted",
  REFUSED: "Refused",
} as const;
export type PermissionStatus = keyof typeof PERMISSION_STATUS_LABELS;

export const FOCUS_AREA_LABELS = {
  BONDED_LABOUR: "Bonded labour",
  TRAFFICKING_IN_PERSONS: "Trafficking in persons",
  ONLINE_SEXUAL_EXPLOITATION_OF_CHILDREN: "Online sexual exploitation of children",
  COMMERCIAL_SEXUAL_EXPLOITATION: "Commercial sexual exploitation",
  VIOLENCE_AGAINST_WOMEN_AND_CHILDREN: "Violence against women and children",
  POLICE_ABUSE_OF_POWER: "Police abuse of power",
  LAND_THEFT: "Land theft",
  CHILD_LABOUR: "Child labour",
  FORCED_LABOUR: "Forced labour",
  SURVIVOR_CARE: "Survivor care",
  JUSTICE_SYSTEM_STRENGTHENING: "Justice system strengthening",
} as const;
export type FocusArea = keyof typeof FOCUS_AREA_LABELS;

export const RECORD_KIND_LABELS = {
  PARTNER: "Partner",
  PERSON: "Person",
  COLLABORATION: "Collaboration",
  RECOGNITION: "Recognition",
  STATEMENT: "Statement",
} as const;
export type RecordKind = keyof typeof RECORD_KIND_LABELS;

export const HISTORY_ACTION_LABELS = {
  CREATE: "Added",
  UPDATE: "Changed",
  DELETE: "Moved to the trash",
  RESTORE: "Restored",
  MERGE: "Merged",
  UNMERGE: "Undid a merge",
} as const;
export type HistoryAction = keyof typeof HISTORY_ACTION_LABELS;

export const USER_STATUS_LABELS = { INVITED: "Invited", ACTIVE: "Active", DEACTIVATED: "Deactivated" } as const;
export type UserStatus = keyof typeof USER_STATUS_LABELS;

export const API_TOKEN_SCOPE_LABELS = { READ: "Read", WRITE: "Read and write" } as const;
export type ApiTokenScope = keyof typeof API_TOKEN_SCOPE_LABELS;

/** All that the audit log notes; what happens to a record is its history. */
export const AUDIT_ACTION_LABELS = {
  ...HISTORY_ACTION_LABELS,
  REMOVE: "Removed for good",
  ATTACH_FILE: "Attached a file",
  REMOVE_FILE: "Removed a file",
  KEEP_TRUE_NAME: "Kept a true name",
  REMOVE_TRUE_NAME: "Removed a true name",
  REVEAL: "Revealed a true name",
  TRUE_NAME_CAUGHT: "Typed a true name, not saved",
  EXPORT: "Exported",
  SIGN_IN: "Signed in",
  SIGN_IN_FAILED: "Sign-in failed",
  SIGN_OUT: "Signed out",
  END_SESSIONS: "Ended sessions",
  ASK_FOR_PASSWORD: "Asked for a new password",
  SET_PASSWORD: "Set a password",
  SWITCH_CODES_ON: "Switched one-time codes on",
  SWITCH_CODES_OFF: "Switched one-time codes off",
  USE_RECOVERY_CODE: "Used a recovery code",
  INVITE_USER: "Invited a user",
  UPDATE_USER: "Changed a user",
  DEACTIVATE_USER: "Deactivated a user",
  REACTIVATE_USER: "Reactivated a user",
  LINK_IDENTITY: "Linked an identity of the organisation",
  CREATE_OFFICE: "Added an office",
  UPDATE_OFFICE: "Changed an office",
  CREATE_TOKEN: "Made an API token",
  REVOKE_TOKEN: "Revoked an API token",
  DISMISS_DUPLICATE: "Said that two records are two",
  REOPEN_DUPLICATE: "Took back that two records are two",
  BEGIN_IMPORT: "Began an import",
  FINISH_IMPORT: "Finished an import",
  UNDO_IMPORT: "Undid an import",
} as const;
export type AuditAction = keyof typeof AUDIT_ACTION_LABELS;

/** Periods of a dashboard that go along with time. */
export const DASHBOARD_PERIOD_LABELS = {
  THIS_YEAR: "This year",
  LAST_MONTH: "Last month",
  LAST_12_MONTHS: "Last 12 months",
  LAST_YEAR: "Last year",
} as const;
export type DashboardPeriod = keyof typeof DASHBOARD_PERIOD_LABELS;

/** What an entry of the audit log may be about. */
export const AUDIT_SUBJECT_KIND_LABELS = { ...RECORD_KIND_LABELS, USER: "User", OFFICE: "Office" } as const;
export type AuditSubjectKind = keyof typeof AUDIT_SUBJECT_KIND_LABELS;

export const TIMELINE_RELATION_LABELS = {
  PARTICIPANT: "Took part",
  EMPLOYER: "Employer of somebody in it",
  GIVER: "Gave",
  RECIPIENT: "Received",
  SPEAKER: "Said",
} as const;
export type TimelineRelation = keyof typeof TIMELINE_RELATION_LABELS;

/** The kinds of record of which likely duplicates are looked for. */
export const DUPLICATE_KIND_LABELS = { PARTNER: "Partners", PERSON: "People" } as const;
export type DuplicateKind = keyof typeof DUPLICATE_KIND_LABELS;

/** Who may deserve thanks that they never had. */
export const THANKED_KIND_LABELS = { PARTNER: "Partners", PERSON: "People" } as const;
export type ThankedKind = keyof typeof THANKED_KIND_LABELS;

/** Why two records may be one; those from MORE_WORDS on speak against it. */
export const DUPLICATE_REASON_CODE_LABELS = {
  SAME_NAME: "The same name",
  WORD_ORDER: "The same words in another order",
  SPELLING: "Another spelling of the name",
  ABBREVIATION: "The name with its words abbreviated",
  ACRONYM: "The acronym of the other's name",
  INITIALS: "The same name with initials",
  TRANSLATION: "The name in another language",
  OTHER_SCRIPT: "The name in another script",
  SAME_WEBSITE: "The same website",
  SAME_PARENT: "Part of the same agency",
  SAME_PARTNER: "At the same partner",
  MORE_WORDS: "One name says more than the other",
  SAME_ACRONYM_ONLY: "The same acronym of two different names",
  OTHER_KIND: "Of another kind",
  OTHER_REACH: "One is international, the other is not",
  OTHER_COUNTRY: "In another country",
  OTHER_SUBDIVISION: "In another state or province",
  OTHER_PARENT: "Part of another agency",
  OTHER_PARTNER: "At another partner",
  UNIT_OF: "One is a unit of the other",
} as const;
export type DuplicateReasonCode = keyof typeof DUPLICATE_REASON_CODE_LABELS;

/** Whether a reason speaks against two being one. */
export function speaksAgainst(code: DuplicateReasonCode): boolean {
  const codes = codesOf(DUPLICATE_REASON_CODE_LABELS);
  return codes.indexOf(code) >= codes.indexOf("MORE_WORDS");
}

/** Of what kinds spreadsheets can be imported. */
export const IMPORT_KIND_LABELS = {
  PARTNER: "Partners",
  PERSON: "People",
  COLLABORATION: "Collaborations",
  RECOGNITION: "Recognitions",
} as const;
export type ImportKind = keyof typeof IMPORT_KIND_LABELS;

export const IMPORT_STATE_LABELS = {
  READING: "Reading the file",
  READ: "Columns to be matched",
  CHECKING: "Checking",
  CHECKED: "Ready to run",
  RUNNING: "Running",
  DONE: "Done",
  UNDOING: "Being undone",
  UNDONE: "Undone",
  FAILED: "Could not be read",
  CANCELLED: "Cancelled",
} as const;
export type ImportState = keyof typeof IMPORT_STATE_LABELS;

/** What the dry run says of a row. */
export const IMPORT_VERDICT_LABELS = {
  NEW: "New",
  UPDATE: "Update",
  UNCHANGED: "Nothing changes",
  LIKELY_DUPLICATE: "Likely duplicate",
  UNREADABLE: "Cannot be read",
} as const;
export type ImportVerdict = keyof typeof IMPORT_VERDICT_LABELS;

export const IMPORT_DECISION_LABELS = { CREATE: "Add as new", UPDATE: "Update it", SKIP: "Skip" } as const;
export type ImportDecision = keyof typeof IMPORT_DECISION_LABELS;

/** What became of a row. */
export const IMPORT_RESULT_LABELS = {
  ADDED: "Added",
  CHANGED: "Changed",
  SKIPPED: "Skipped",
  FAILED: "Failed",
  TAKEN_BACK: "Taken back",
} as const;
export type ImportResult = keyof typeof IMPORT_RESULT_LABELS;

/** By what a row was found to be about a record. */
export const IMPORT_MATCH_LABELS = {
  ID: "its Concord id",
  EXTERNAL_ID: "its external id",
  EMAIL: "its e-mail address",
  EARLIER_IMPORT: "an earlier import of this row",
  LIKENESS: "its likeness",
} as const;
export type ImportMatch = keyof typeof IMPORT_MATCH_LABELS;

/** The codes of a vocabulary in the order in which people are shown them. */
export function codesOf<Code extends string>(labels: Readonly<Record<Code, string>>): readonly [Code, ...Code[]] {
  // biome-ignore lint/plugin: Object.keys forgets the keys' type; the vocabularies are const and never empty
  return Object.keys(labels) as [Code, ...Code[]];
}

/** Whether a text is one of a vocabulary's codes. */
export function isCode<Code extends string>(labels: Readonly<Record<Code, string>>, text: string): text is Code {
  return Object.hasOwn(labels, text);
}
