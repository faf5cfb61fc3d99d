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

const ONE_OF_MEASURE: Readonly<Record<OutcomeMeasure, string>> = {
  PEOPLE_RESCUED: "person rescued",
  CHILDREN_BROUGHT_TO_SAFETY: "child brought to safety",
  SUSPECTS_ARRESTED: "suspect arrested",
  SUSPECTS_RESTRAINED: "suspect restrained",
  SUSPECTS_CHARGED: "suspect charged",
  CONVICTIONS: "conviction",
  PEOPLE_TRAINED: "person trained",
  SURVIVORS_SUPPORTED: "survivor supported",
  MESSAGES_SENT: "message sent to legislators",
};

/** What a measure is called after its count: "94 people rescued", "1 person rescued". */
export function measureWords(measure: OutcomeMeasure, count: number): string {
  return count === 1 ? ONE_OF_MEASURE[measure] : OUTCOME_MEASURE_LABELS[measure];
}

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
} as const;
export type HistoryAction = keyof typeof HISTORY_ACTION_LABELS;

export const TIMELINE_RELATION_LABELS = {
  PARTICIPANT: "Took part",
  EMPLOYER: "Employer of somebody in it",
  GIVER: "Gave",
  RECIPIENT: "Received",
  SPEAKER: "Said",
} as const;
export type TimelineRelation = keyof typeof TIMELINE_RELATION_LABELS;

/** The codes of a vocabulary in the order in which people are shown them. */
export function codesOf<Code extends string>(labels: Readonly<Record<Code, string>>): readonly [Code, ...Code[]] {
  // biome-ignore lint/plugin: Object.keys forgets the keys' type; the vocabularies are const and never empty
  return Object.keys(labels) as [Code, ...Code[]];
}

/** Whether a text is one of a vocabulary's codes. */
export function isCode<Code extends string>(labels: Readonly<Record<Code, string>>, text: string): text is Code {
  return Object.hasOwn(labels, text);
}
