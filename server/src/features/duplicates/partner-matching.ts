import type { DuplicateDraft } from "@concord/shared/rules/duplicates";
import { subdivisionName } from "@concord/shared/subdivisions";
import { isCode, PARTNER_KIND_LABELS } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import * as z from "zod";
import type { Reader } from "../../database/database.ts";
import { optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";
import type { KindMatching, ScopeOf } from "./kind-matching.ts";
import type { PartnerFacts } from "./matching/partner-circumstances.ts";
import { partnerKeys } from "./matching/partner-keys.ts";
import { type ReadPartner, readPartnerFacts, scorePartners } from "./matching/partner-score.ts";

const aliasesRule = z.array(z.object({ name: z.string() }));

/** Hosts at which many keep a page: that two are there says nothing. */
const SHARED_HOSTS =
  /(?:^|\.)(?:facebook|fb|twitter|x|instagram|linkedin|youtube|tiktok|wikipedia|linktr|t|medium|google|wordpress|blogspot|wixsite|weebly)\.(?:com|org|ee|me|be)$/;

/** How partners are matched. */
export const partnerMatching: KindMatching<ReadPartner> = {
  kind: "PARTNER",
  keys: partnerKeys,
  score: scorePartners,
  names: (read) => read.facts.names,

  async read(reader, ids, scopeOf) {
    if (ids.length === 0) return new Map();
    const rows = await reader.raw(
      sql`SELECT t.id, t.name, t.short_name, t.aliases, t.kind, t.international, t.country, t.subdivision, t.website,
            t.parent_id, u.name AS parent_name, u.short_name AS parent_short_name, u.aliases AS parent_aliases
          FROM partners t LEFT JOIN partners u ON u.id = t.parent_id AND ${scopeOf("u")}
          WHERE t.id IN (${join([...ids])}) AND ${scopeOf("t")}`,
    );
    return new Map(rows.map((row) => [textOf(row, "id"), readPartnerFacts(factsOf(row))]));
  },

  async readDrafts(reader, drafts, scopeOf) {
    const parents = await readParents(reader, drafts, scopeOf);
    return drafts.map((draft) => readPartnerFacts(draftFacts(draft, parents.get(draft.parent ?? "") ?? [])));
  },
};

/** All names of the agencies that drafts are units of, with one statement where there are any. */
async function readParents(
  reader: Reader,
  drafts: readonly DuplicateDraft[],
  scopeOf: ScopeOf,
): Promise<Map<string, string[]>> {
  const ids = [...new Set(drafts.flatMap(({ parent }) => (parent ? [parent] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await reader.raw(
    sql`SELECT t.id, t.name, t.short_name, t.aliases FROM partners t WHERE t.id IN (${join(ids)}) AND ${scopeOf("t")}`,
  );
  return new Map(rows.map((row) => [textOf(row, "id"), namesIn(row, "")]));
}

function factsOf(row: RawRow): PartnerFacts {
  const kind = textOf(row, "kind");
  const subdivision = optionalTextOf(row, "subdivision");
  return {
    id: textOf(row, "id"),
    names: namesIn(row, ""),
    kind: isCode(PARTNER_KIND_LABELS, kind) ? kind : null,
    international: Number(row["international"]) === 1,
    country: textOf(row, "country") || null,
    subdivision,
    subdivisionName: subdivision && subdivisionName(subdivision),
    parentId: optionalTextOf(row, "parent_id"),
    parentNames: namesIn(row, "parent_"),
    host: hostOf(optionalTextOf(row, "website")),
  };
}

function draftFacts(draft: DuplicateDraft, parentNames: readonly string[]): PartnerFacts {
  return {
    id: draft.id,
    names: [draft.name, draft.shortName, ...draft.aliases].flatMap((name) => name?.trim() || []),
    kind: draft.partnerKind,
    international: draft.international,
    country: draft.international ? null : draft.country,
    subdivision: draft.subdivision,
    subdivisionName: draft.subdivision && subdivisionName(draft.subdivision),
    parentId: draft.parent,
    parentNames,
    host: hostOf(draft.website),
  };
}

function namesIn(row: RawRow, prefix: "" | "parent_"): string[] {
  const aliases = optionalTextOf(row, `${prefix}aliases`);
  return [
    optionalTextOf(row, `${prefix}name`),
    optionalTextOf(row, `${prefix}short_name`),
    ...(aliases === null ? [] : aliasesRule.parse(JSON.parse(aliases)).map((alias) => alias.name)),
  ].flatMap((name) => name ?? []);
}

/** The host of an address that is the agency's own, without `www.`; null while it is still being typed. */
function hostOf(website: string | null): string | null {
  if (website === null || !URL.canParse(website)) return null;
  const host = new URL(website).hostname.toLowerCase().replace(/^www\./, "");
  return host === "" || SHARED_HOSTS.test(host) ? null : host;
}
