import { type Gate, gates } from "./gates.ts";

type GateName = keyof typeof gates;

/**
 * Who may send which mutation, ask which query and see which field: the whole schema, by type. Which records a query or
 * mutation then reaches, `policies.ts` says. What is not written here is refused at the start of the program and in the
 * tests, so that nothing can be added without somebody having thought of who may see it.
 */
export const table: Readonly<Record<string, Partial<Record<GateName, readonly string[]>>>> = {
  Query: {
    anyone: ["installation", "viewer", "certificate"],
    users: [
      ...["partner", "partners", "person", "people", "collaboration", "collaborations"],
      ...["recognition", "recognitions", "statement", "statements", "office", "offices", "user", "users"],
      ...["search", "dashboard", "history", "likelyDuplicates", "duplicates", "recognitionDue", "neverThanked"],
    ],
    auditors: ["auditLog"],
    importers: ["import", "imports", "importRows"],
    owners: ["savedDashboards"],
  },
  Mutation: {
    anyone: ["signIn", "signOut", "requestPasswordReset", "setPassword"],
    owners: [
      ...["changePassword", "beginOneTimeCodes", "confirmOneTimeCodes", "renewRecoveryCodes", "switchOneTimeCodesOff"],
      ...["confirmSession", "endSession", "signOutEverywhere", "createApiToken", "revokeApiToken"],
      ...["keepTrueName", "removeTrueName", "revealTrueName"],
      ...["saveDashboard", "updateSavedDashboard", "deleteSavedDashboard"],
    ],
    managing: [
      ...["inviteUser", "sendPasswordLink", "updateUser", "deactivateUser", "reactivateUser", "resetOneTimeCodes"],
      ...["createOffice", "updateOffice", "emptyTrash"],
    ],
    writers: [
      ...["createPartner", "updatePartner", "deletePartner", "restorePartner"],
      ...["createPerson", "updatePerson", "deletePerson", "restorePerson"],
      ...["mergePartners", "mergePartnersInBulk", "mergePeople", "mergePeopleInBulk", "unmerge"],
      ...["createCollaboration", "updateCollaboration", "deleteCollaboration", "restoreCollaboration"],
      ...["createRecognition", "updateRecognition", "deleteRecognition", "restoreRecognition"],
      ...["proposeRecognition", "issueRecognition", "handOverRecognition", "withdrawCertificate"],
      ...["createStatement", "updateStatement", "deleteStatement", "restoreStatement"],
      ...["dismissDuplicate", "reopenDuplicate"],
      "removeFile",
    ],
    deciders: ["approveRecognition", "declineRecognition"],
    importers: ["readImport", "checkImport", "decideImportRows", "runImport", "cancelImport", "undoImport"],
  },

  Installation: {
    anyone: ["name", "shortName", "homeCountry", "demoUsers", "identityProvider", "sendsMail", "maxFileSize"],
  },
  User: {
    holders: ["id", "version", "name", "email", "role", "office", "status"],
    administrators: ["account"],
  },
  UserAccount: {
    administrators: ["lastSignInAt", "oneTimeCodes", "identityLinked"],
  },
  Viewer: {
    holders: ["id", "name", "email", "role", "office", "abilities"],
    owners: ["account", "draftKey"],
  },
  ViewerAbilities: {
    holders: [
      "createPartner",
      "createPerson",
      "createCollaboration",
      "createRecognition",
      "createStatement",
      "mergePartners",
      "mergePeople",
      "importRecords",
      "chooseOffice",
      "emptyTrash",
      "manageUsers",
      "readAuditLog",
    ],
  },
  OwnAccount: {
    owners: ["hasPassword", "oneTimeCodes", "recoveryCodesLeft", "confirmed", "sessions", "apiTokens"],
  },
  Session: {
    owners: ["id", "current", "createdAt", "lastSeenAt", "expiresAt", "address", "agent"],
  },
  ApiToken: {
    owners: ["id", "name", "scope", "createdAt", "expiresAt", "lastUsedAt"],
  },
  NewApiToken: {
    owners: ["token", "apiToken"],
  },
  DemoUser: {
    anyone: ["name", "email", "role", "office", "password"],
  },
  OneTimeCodeSetup: {
    owners: ["secret", "uri"],
  },
  Invitation: {
    administrators: ["user", "link", "worksUntil"],
  },
  UserEdge: {
    holders: ["cursor", "node"],
  },
  UserConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  AuditSubject: {
    auditors: ["kind", "id", "name"],
  },
  AuditEntry: {
    auditors: ["id", "at", "by", "address", "agent", "action", "subject", "changes", "remark"],
  },
  AuditEdge: {
    auditors: ["cursor", "node"],
  },
  AuditConnection: {
    auditors: ["edges", "pageInfo", "totalCount"],
  },
  Collaboration: {
    holders: [
      "id",
      "version",
      "title",
      "kind",
      "stage",
      "begin",
      "end",
      "place",
      "country",
      "subdivision",
      "subdivisionName",
      "confidentiality",
      "focusAreas",
      "summary",
      "ask",
      "link",
      "participants",
      "outcomes",
      "milestones",
      "follows",
      "followedBy",
      "appearances",
      "externalIds",
      "sources",
      "members",
      "office",
      "recognitions",
      "statements",
      "createdAt",
      "updatedAt",
      "deletedAt",
      "abilities",
      "attachments",
    ],
  },
  Participant: {
    holders: ["partner", "role"],
  },
  Outcome: {
    holders: ["measure", "count"],
  },
  Milestone: {
    holders: ["date", "title"],
  },
  Appearance: {
    holders: [
      "id",
      "name",
      "role",
      "count",
      "protected",
      "consent",
      "description",
      "employer",
      "hasTrueName",
      "trueNameAbilities",
    ],
  },
  CollaborationEdge: {
    holders: ["cursor", "node"],
  },
  CollaborationConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  PageInfo: {
    holders: ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"],
  },
  Abilities: {
    holders: ["update", "delete", "restore"],
  },
  ExternalId: {
    holders: ["system", "value"],
  },
  Source: {
    holders: ["title", "url", "date"],
  },
  Dashboard: {
    holders: [
      "partners",
      "collaborations",
      "peopleRescued",
      "recognitionsReceived",
      "recognitionsGiven",
      "statements",
      "outcomes",
      "previous",
      "byYear",
      "byMonth",
      "byCountry",
      "bySubdivision",
      "partnersByKind",
      "partnersByStatus",
      "outcomesByFocusArea",
      "byOffice",
      "health",
      "recentActivity",
    ],
  },
  DashboardBefore: {
    holders: [
      ...["from", "to", "collaborations", "peopleRescued", "recognitionsReceived", "recognitionsGiven"],
      ...["statements", "outcomes"],
    ],
  },
  DashboardMonth: {
    holders: ["period", "collaborations", "peopleRescued", "recognitionsReceived", "recognitionsGiven"],
  },
  DashboardSubdivision: {
    holders: ["subdivision", "name", "partners", "collaborations", "peopleRescued"],
  },
  DashboardPartnerKind: {
    holders: ["kind", "partners"],
  },
  DashboardPartnerStatus: {
    holders: ["status", "partners"],
  },
  DashboardFocusArea: {
    holders: ["focusArea", "measure", "count"],
  },
  DashboardOffice: {
    holders: [
      ...["office", "partners", "collaborations", "peopleRescued", "recognitionsReceived", "recognitionsGiven"],
      "quietPartners",
    ],
  },
  RelationshipHealth: {
    holders: ["active", "quiet", "rhythms", "balances", "goneQuiet"],
  },
  QuietPartners: {
    holders: ["months", "partners"],
  },
  RhythmPartners: {
    holders: ["rhythm", "partners"],
  },
  BalancePartners: {
    holders: ["balance", "partners"],
  },
  PartnerHealth: {
    holders: ["partner", "lastContact", "gapMonths", "recognitionsReceived", "recognitionsGiven"],
  },
  SavedDashboard: {
    owners: ["id", "name", "filter", "period", "monthly", "createdAt"],
  },
  SavedFilter: {
    owners: ["from", "to", "office", "country", "focusArea"],
  },
  DashboardYear: {
    holders: ["year", "collaborations", "peopleRescued", "recognitionsReceived", "recognitionsGiven"],
  },
  DashboardCountry: {
    holders: ["country", "partners", "collaborations", "peopleRescued"],
  },
  Reciprocity: {
    holders: ["received", "given", "together", "lastReceived", "lastGiven", "byYear"],
  },
  ReciprocityYear: {
    holders: ["year", "received", "given", "together"],
  },
  RecognitionDue: {
    holders: ["id", "partner", "collaborations", "byKind", "since", "lastRecognised", "recognised", "months"],
  },
  CollaborationsOfKind: {
    holders: ["kind", "collaborations"],
  },
  RecognitionDueEdge: {
    holders: ["cursor", "node"],
  },
  RecognitionDueConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  NeverThanked: {
    holders: ["id", "partner", "person", "received", "statements", "collaborations"],
  },
  NeverThankedEdge: {
    holders: ["cursor", "node"],
  },
  NeverThankedConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  LikelyDuplicate: {
    holders: ["record", "score", "certain", "reasons"],
  },
  LikelyDuplicateEdge: {
    holders: ["node"],
  },
  LikelyDuplicateConnection: {
    holders: ["edges"],
  },
  DuplicateReason: {
    holders: ["code", "mine", "theirs"],
  },
  DuplicatePair: {
    holders: [
      ...["id", "kind", "one", "other", "score", "certain", "reasons"],
      ...["dismissedAt", "dismissedBy", "abilities"],
    ],
  },
  DuplicateAbilities: {
    holders: ["dismiss", "merge"],
  },
  DuplicatePairEdge: {
    holders: ["cursor", "node"],
  },
  DuplicatePairConnection: {
    holders: ["edges", "pageInfo", "totalCount", "upToDate"],
  },
  Activity: {
    holders: ["at", "by", "action", "kind", "id", "title"],
  },
  Attachment: {
    holders: ["id", "name", "mediaType", "size", "width", "height", "url", "createdAt", "by", "removable"],
  },
  FieldChange: {
    holders: ["field", "before", "after"],
  },
  HistoryEntry: {
    holders: ["id", "at", "by", "action", "changes", "merge"],
  },
  Merge: {
    holders: ["id", "name", "undoable"],
  },
  Unmerge: {
    holders: ["unmerged", "kept", "changedSince"],
  },
  PartnerMergeResult: {
    holders: ["keep", "merge", "partner", "fault"],
  },
  PersonMergeResult: {
    holders: ["keep", "merge", "person", "fault"],
  },
  MergeFault: {
    holders: ["code", "message"],
  },
  HistoryEdge: {
    holders: ["cursor", "node"],
  },
  HistoryConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  Import: {
    importers: [
      ...["id", "kind", "state", "fileName", "fileSize", "by", "createdAt", "finishedAt", "total", "goal", "done"],
      ...["failure", "format", "columns", "fields", "mapping", "counts", "abilities"],
    ],
  },
  ImportFormat: {
    importers: ["encoding", "separator", "sheet", "sheets"],
  },
  ImportColumn: {
    importers: ["header", "samples", "foundBy", "dateOrder"],
  },
  ImportField: {
    importers: ["id", "label", "required", "several", "forAll", "choices"],
  },
  ImportChoice: {
    importers: ["value", "label"],
  },
  ImportMapping: {
    importers: ["columns", "forAll", "dateOrder", "system", "office"],
  },
  ImportForAll: {
    importers: ["field", "value"],
  },
  ImportCount: {
    importers: ["verdict", "decision", "result", "rows"],
  },
  ImportAbilities: {
    importers: ["map", "decide", "run", "cancel", "undo"],
  },
  ImportRow: {
    importers: [
      ...["id", "number", "cells", "verdict", "reasons", "record", "matchedBy", "score", "sameAsRow", "changes"],
      ...["decision", "choices", "result", "resultRecord"],
    ],
  },
  ImportReason: {
    importers: ["column", "message", "likeness"],
  },
  ImportedRecord: {
    importers: ["kind", "id", "name"],
  },
  ImportEdge: {
    importers: ["cursor", "node"],
  },
  ImportConnection: {
    importers: ["edges", "pageInfo", "totalCount"],
  },
  ImportRowEdge: {
    importers: ["cursor", "node"],
  },
  ImportRowConnection: {
    importers: ["edges", "pageInfo", "totalCount"],
  },
  Office: {
    holders: ["id", "version", "name", "country", "city"],
  },
  OfficeEdge: {
    holders: ["cursor", "node"],
  },
  OfficeConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  Partner: {
    holders: [
      "id",
      "version",
      "name",
      "shortName",
      "aliases",
      "kind",
      "status",
      "statusHistory",
      "parent",
      "units",
      "international",
      "country",
      "subdivision",
      "subdivisionName",
      "focusAreas",
      "summary",
      "website",
      "email",
      "externalIds",
      "sources",
      "office",
      "people",
      "collaborations",
      "recognitions",
      "statements",
      "timeline",
      "recognitionBalance",
      "reciprocity",
      "contributedTo",
      "createdAt",
      "updatedAt",
      "deletedAt",
      "abilities",
      "attachments",
      "mergedInto",
    ],
  },
  PartnerAlias: {
    holders: ["name", "language"],
  },
  PartnerStatusPeriod: {
    holders: ["status", "since"],
  },
  RecognitionBalance: {
    holders: ["received", "given", "betweenPartners"],
  },
  TimelineEntry: {
    holders: ["id", "date", "relation", "item"],
  },
  TimelineEdge: {
    holders: ["cursor", "node"],
  },
  TimelineConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  PartnerEdge: {
    holders: ["cursor", "node"],
  },
  PartnerConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  Person: {
    holders: [
      "id",
      "version",
      "name",
      "aliases",
      "positions",
      "currentPosition",
      "email",
      "externalIds",
      "notes",
      "office",
      "recognitions",
      "statements",
      "createdAt",
      "updatedAt",
      "deletedAt",
      "abilities",
      "attachments",
      "mergedInto",
    ],
  },
  Position: {
    holders: ["partner", "title", "rank", "from", "to"],
  },
  PersonEdge: {
    holders: ["cursor", "node"],
  },
  PersonConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  Recognition: {
    holders: [
      "id",
      "version",
      "kind",
      "title",
      "citation",
      "date",
      "occasion",
      "place",
      "givers",
      "recipients",
      "direction",
      ...["stage", "proposedBy", "decidedBy", "decisionReason", "handedOverOn", "nextSteps", "certificate"],
      "handedOverBy",
      "takenBy",
      "honours",
      "externalIds",
      "evidence",
      "focusAreas",
      "confidentiality",
      "members",
      "office",
      "createdAt",
      "updatedAt",
      "deletedAt",
      "abilities",
      "attachments",
      "picture",
    ],
  },
  Certificate: {
    holders: ["code", "checkAddress", "pdfAddress", "credentials", "issuedAt", "signatories"],
  },
  CheckedCertificate: {
    holders: [
      ...["code", "organisation", "kind", "title", "citation", "date", "occasion", "givers", "recipients"],
      ...["signatories", "issuedAt", "credentials"],
    ],
  },
  RecipientCredential: {
    holders: ["recipient", "address"],
  },
  Signatory: {
    holders: ["name", "title"],
  },
  Party: {
    holders: ["us", "partner", "person", "name"],
  },
  RecognitionEdge: {
    holders: ["cursor", "node"],
  },
  RecognitionConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  SearchHit: {
    holders: ["kind", "id", "title", "subtitle"],
  },
  SearchEdge: {
    holders: ["node"],
  },
  SearchConnection: {
    holders: ["edges"],
  },
  Statement: {
    holders: [
      "id",
      "version",
      "text",
      "language",
      "translation",
      "date",
      "occasion",
      "source",
      "permission",
      "publishable",
      "ours",
      "person",
      "partner",
      "speakerName",
      "speakerTitle",
      "about",
      "focusAreas",
      "confidentiality",
      "members",
      "office",
      "createdAt",
      "updatedAt",
      "deletedAt",
      "abilities",
      "attachments",
    ],
  },
  Permission: {
    holders: ["status", "by", "date", "note"],
  },
  StatementEdge: {
    holders: ["cursor", "node"],
  },
  StatementConnection: {
    holders: ["edges", "pageInfo", "totalCount"],
  },
  TrueNameAbilities: {
    holders: ["reveal", "keep"],
  },
  RevealedName: {
    owners: ["trueName", "hideAt"],
  },
};

/** The gate of a field of the schema; undefined where the table does not know it. */
export function gateOf(type: string, field: string): Gate | undefined {
  const entries = Object.entries(table[type] ?? {});
  const name = entries.find(([, fields]) => fields.includes(field))?.[0];
  return Object.entries(gates).find(([known]) => known === name)?.[1];
}
