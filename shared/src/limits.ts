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
  url: 2_000,
  sourceTitle: 300,
  milestoneTitle: 300,
  filterText: 200,
  email: 254,
  password: 1_000,
  aliases: 50,
  statuses: 50,
  sources: 50,
  positions: 100,
  participants: 200,
  milestones: 200,
  appearances: 200,
  links: 200,
  members: 100,
  parties: 50,
  filterValues: 200,
  /** Of an outcome. */
  count: 1_000_000_000,
} as const;

/** Records on a page of a list where the request does not say, and at most. */
export const PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

export const SEARCH_SIZE = 10;
export const MAX_SEARCH_SIZE = 50;
