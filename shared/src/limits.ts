/** How long and how many; both the forms and the API hold to these. Lengths are in characters. */
export const LIMITS = {
  title: 200,
  name: 200,
  shortName: 50,
  place: 200,
  occasion: 300,
  summary: 5_000,
  collaborationSummary: 20_000,
  ask: 2_000,
  citation: 5_000,
  notes: 5_000,
  statement: 10_000,
  description: 1_000,
  permissionNote: 1_000,
  url: 2_000,
  sourceTitle: 300,
  milestoneTitle: 300,
  filterText: 200,
  filterMonths: 600,
  filterCount: 10_000,
  email: 254,
  externalSystem: 50,
  externalId: 100,
  password: 1_000,
  minPassword: 15,
  reason: 500,
  minReason: 10,
  /** How long a revealed true name stays on the screen. */
  revealSeconds: 60,
  /** How long an API token lasts. */
  tokenDays: 365,
  aliases: 50,
  statuses: 50,
  sources: 50,
  externalIds: 20,
  positions: 100,
  participants: 200,
  milestones: 200,
  appearances: 200,
  attachments: 50,
  links: 200,
  members: 100,
  parties: 50,
  signatories: 3,
  filterValues: 200,
  /** Of one user. */
  savedDashboards: 30,
  /** Sent at once. */
  merges: 50,
  importColumns: 300,
  importRows: 200_000,
  importDecisions: 500,
  /** Of an outcome. */
  count: 1_000_000_000,
} as const;

/** Records on a page of a list where the request does not say, and at most. */
export const PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

export const SEARCH_SIZE = 10;
export const MAX_SEARCH_SIZE = 50;
