import { isDeepStrictEqual } from "node:util";
import { fold } from "@concord/shared/fold";
import {
  distinctAliases,
  type PartnerStatusPeriod,
  type PartnerValues,
  partnerConsistency,
} from "@concord/shared/rules/partners";
import { unknownSubdivision } from "@concord/shared/subdivisions";
import sql from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Reader } from "../../database/database.ts";
import { optionalTextOf } from "../../database/rows.ts";
import { badInput } from "../../errors.ts";
import type { RecordDefinition } from "../../records/record.ts";
import { externalIdList, focusAreaList } from "../../records/shared-lists.ts";
import { keepMatches } from "../duplicates/keep-matches.ts";
import { keepSums, keepSumsAround } from "../sums/keep-sums.ts";
import { type Partner, partnerEntity } from "./partners.entity.ts";

/** How deep units may lie in units; a chain that is longer goes round in a circle. */
const MAX_DEPTH = 20;

export const partnerRecord: RecordDefinition<Partner, PartnerValues> = {
  kind: "PARTNER",
  noun: "partner",
  entity: partnerEntity,
  policy: policies.PARTNER.policy,
  links: [],
  facts: (values) => ({ officeId: values.office, confidentiality: "INTERNAL", memberIds: [] }),
  rowFacts: (row) => ({ officeId: row.officeId, confidentiality: "INTERNAL" }),

  async read(reader, rows) {
    const ids = rows.map((row) => row.id);
    const focusAreas = await focusAreaList.read(reader, ids);
    const externalIds = await externalIdList.read(reader, ids);
    return rows.map((row) => ({
      name: row.name,
      shortName: row.shortName,
      aliases: row.aliases,
      kind: row.kind,
      status: row.status,
      statusSince: row.statusSince,
      statusHistory: row.statusHistory,
      parent: row.parentId,
      international: row.international,
      country: row.country,
      subdivision: row.subdivision,
      focusAreas: focusAreas(row.id),
      summary: row.summary,
      website: row.website,
      email: row.email,
      externalIds: externalIds(row.id),
      sources: row.sources,
      office: row.officeId,
    }));
  },

  columns: (values) => ({
    name: values.name,
    nameSort: fold(values.name),
    shortName: values.shortName,
    aliases: distinctAliases(values.aliases),
    kind: values.kind,
    status: values.status,
    statusSince: values.statusSince,
    statusHistory: values.statusHistory,
    parentId: values.parent,
    international: values.international,
    country: values.country ?? null,
    subdivision: values.subdivision,
    summary: values.summary,
    website: values.website,
    email: values.email,
    sources: values.sources,
    officeId: values.office,
  }),

  async writeLists(transaction, id, values, before) {
    await focusAreaList.replace(transaction, id, values.focusAreas, before?.focusAreas);
    await externalIdList.replace(transaction, id, values.externalIds, before?.externalIds);
  },

  consistency: (values, id) => [...partnerConsistency(values, id), ...unknownSubdivision(values.subdivision)],

  async complete(_viewing, reader, values, id) {
    await refuseCircle(reader, values.parent, id);
    return values;
  },

  references: (values) => [
    ...(values.parent ? [{ path: "parent", kind: "PARTNER", id: values.parent } as const] : []),
    { path: "office", kind: "OFFICE", id: values.office },
  ],

  protects: () => [],

  searchTexts: (values) => [values.name, values.shortName, values.email, ...values.aliases.map((alias) => alias.name)],

  written: (transaction, id, change) => {
    if (!change || !isDeepStrictEqual(matched(change.before), matched(change.after))) {
      keepMatches(transaction, "PARTNER", id);
    }
    keepSums(transaction, "PARTNER", id);
    if (!change || change.before.country !== change.after.country) keepSumsAround(transaction, id);
  },
};

/** What likely duplicates are found by. */
function matched({
  name,
  shortName,
  aliases,
  kind,
  parent,
  international,
  country,
  subdivision,
  website,
}: PartnerValues) {
  return { name, shortName, aliases, kind, parent, international, country, subdivision, website };
}

async function refuseCircle(reader: Reader, parentId: string | null, id: string): Promise<void> {
  if (!(await goesInCircle(reader, parentId, id))) return;
  throw badInput([
    { path: "parent", message: "The parent is itself a unit of this partner. Choose another parent, or none." },
  ]);
}

/** A partner whose units, or their units, include its own parent would have no top. */
export async function goesInCircle(reader: Reader, parentId: string | null, id: string): Promise<boolean> {
  let ancestor = parentId;
  for (let depth = 0; ancestor !== null; depth += 1) {
    if (ancestor === id || depth > MAX_DEPTH) return true;
    const [row] = await reader.raw(sql`SELECT parent_id FROM partners WHERE id = ${ancestor}`);
    ancestor = row ? optionalTextOf(row, "parent_id") : null;
  }
  return false;
}

interface StatusInput {
  readonly status?: PartnerStatusPeriod["status"] | null | undefined;
  readonly statusSince?: string | null | undefined;
  readonly statusHistory?: readonly PartnerStatusPeriod[] | undefined;
}

/**
 * The status, and the statuses before it, after an input: a whole history replaces all; another status is put in front;
 * the same status with another date is corrected.
 */
export function statusAfter(
  input: StatusInput,
  before: readonly PartnerStatusPeriod[],
): Pick<PartnerValues, "status" | "statusSince" | "statusHistory"> {
  const history = historyAfter(input, before);
  const [present = { status: "PROSPECT" as const, since: null }, ...past] = history;
  return { status: present.status, statusSince: present.since, statusHistory: [present, ...past] };
}

function historyAfter(input: StatusInput, before: readonly PartnerStatusPeriod[]): readonly PartnerStatusPeriod[] {
  if (input.statusHistory && input.statusHistory.length > 0) return input.statusHistory;
  const [present, ...past] = before;
  const status = input.status ?? present?.status ?? "PROSPECT";
  if (present && present.status === status) {
    return [{ status, since: input.statusSince === undefined ? present.since : input.statusSince }, ...past];
  }
  return [{ status, since: input.statusSince ?? null }, ...before];
}
