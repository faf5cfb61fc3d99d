import {
  type DuplicateDraft,
  duplicateDraftRule,
  duplicateFilterRule,
  likelySizeRule,
} from "@concord/shared/rules/duplicates";
import type { DuplicateKind } from "@concord/shared/vocabularies";
import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Reader, Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { forbidden, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import { whereThere } from "../../records/scope.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import type { Partner } from "../partners/partners.entity.ts";
import type { Person } from "../people/people.entity.ts";
import { bearersOf, candidatesAmong } from "./candidates.ts";
import { type DuplicatePage, type DuplicatePair, duplicatePairEntity } from "./duplicates.entity.ts";
import { duplicateList, wherePairThere } from "./duplicates.list.ts";
import type { KindMatching, ScopeOf } from "./kind-matching.ts";
import { MATCH_BATCH } from "./match-records.ts";
import { CERTAIN, LIKELY, type Reason } from "./matching/reasons.ts";
import { partnerMatching } from "./partner-matching.ts";
import { personMatching } from "./person-matching.ts";

export type DuplicateRow = Partner | Person;

/** A record that is likely a draft's. */
export interface LikelyDuplicate {
  readonly kind: DuplicateKind;
  readonly id: string;
  /** From LIKELY to 1. */
  readonly score: number;
  /** Whether hardly anybody would say that they are two. */
  readonly certain: boolean;
  readonly reasons: readonly Reason[];
}

/**
 * The records that are likely those of the drafts, for each draft in its order, the likeliest first: those that the
 * viewer may read and that score at least LIKELY. For any number of drafts up to `MATCH_BATCH` it sends the same number
 * of statements.
 */
export async function findLikelyDuplicates(
  viewing: Viewing,
  reader: Reader,
  drafts: readonly DuplicateDraft[],
): Promise<LikelyDuplicate[][]> {
  const found = new Map<DuplicateDraft, LikelyDuplicate[]>();
  for (let start = 0; start < drafts.length; start += MATCH_BATCH) {
    const batch = drafts.slice(start, start + MATCH_BATCH);
    const of = (kind: DuplicateKind) => batch.filter((draft) => draft.kind === kind);
    await findOfKind(viewing, reader, partnerMatching, of("PARTNER"), found);
    await findOfKind(viewing, reader, personMatching, of("PERSON"), found);
  }
  return drafts.map((draft) => found.get(draft) ?? []);
}

async function findOfKind<Read>(
  viewing: Viewing,
  reader: Reader,
  matching: KindMatching<Read>,
  drafts: readonly DuplicateDraft[],
  found: Map<DuplicateDraft, LikelyDuplicate[]>,
): Promise<void> {
  if (drafts.length === 0) return;
  const scopeOf =
    (kind: "PARTNER" | "PERSON"): ScopeOf =>
    (alias) =>
      whereThere(viewing.viewer, policies[kind].policy, alias);
  const scope = scopeOf(matching.kind);
  const reads = await matching.readDrafts(reader, drafts, scopeOf("PARTNER"));
  const keys = reads.map((read) => matching.keys(read));
  const bearers = await bearersOf(reader, matching.kind, keys.flat());
  const candidates = keys.map((own) => candidatesAmong(bearers, own));
  const known = await matching.read(reader, [...new Set(candidates.flat())], scope);
  const others = await saidToBeOthers(reader, drafts);
  for (const [index, draft] of drafts.entries()) {
    const mine = reads[index];
    if (mine === undefined) continue;
    const likely = (candidates[index] ?? []).flatMap((id): LikelyDuplicate[] => {
      const theirs = known.get(id);
      if (theirs === undefined || id === draft.id || others.has(`${draft.id} ${id}`)) return [];
      const { score, reasons } = matching.score(mine, theirs);
      return score < LIKELY ? [] : [{ kind: matching.kind, id, score, certain: score >= CERTAIN, reasons }];
    });
    found.set(
      draft,
      likely.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    );
  }
}

/** The pairs of which somebody said that they are two, either way round, for drafts of records that are there. */
async function saidToBeOthers(reader: Reader, drafts: readonly DuplicateDraft[]): Promise<ReadonlySet<string>> {
  const ids = drafts.flatMap((draft) => draft.id ?? []);
  if (ids.length === 0) return new Set();
  const rows = await reader.raw(
    sql`SELECT one_id AS mine, other_id AS theirs FROM duplicate_pairs
          WHERE one_id IN (${join(ids)}) AND dismissed_at IS NOT NULL
        UNION SELECT other_id, one_id FROM duplicate_pairs WHERE other_id IN (${join(ids)}) AND dismissed_at IS NOT NULL`,
  );
  return new Set(rows.map((row) => `${textOf(row, "mine")} ${textOf(row, "theirs")}`));
}

/**
 * The records that are likely the one that somebody types.
 * @throws BAD_USER_INPUT
 */
export async function likelyDuplicates(
  viewing: Viewing,
  asked: { readonly of: unknown; readonly first?: number | null | undefined },
): Promise<LikelyDuplicate[]> {
  const draft = parseInput(duplicateDraftRule, asked.of);
  const { first } = parseInput(likelySizeRule, { first: asked.first });
  const [found = []] = await findLikelyDuplicates(viewing, viewing.database, [draft]);
  return found.slice(0, first);
}

type RawListArguments = Parameters<typeof parseListArguments<typeof duplicateFilterRule.shape, "SCORE">>[1];

/** The pairs of the whole register, as far as both records are there for the viewer. */
export async function listDuplicates(viewing: Viewing, asked: RawListArguments): Promise<DuplicatePage> {
  return list(viewing, duplicateList, parseListArguments(duplicateFilterRule, asked));
}

/** What the viewer may do with a pair: say that they are two with one record of theirs, make them one with both. */
export function pairAbilities(viewing: Viewing, kind: DuplicateKind, one: DuplicateRow, other: DuplicateRow) {
  const mayEdit = (row: DuplicateRow) =>
    policies[kind].policy.edit.allows(viewing.viewer, {
      officeId: row.officeId,
      confidentiality: "INTERNAL",
      memberIds: [],
    });
  return { dismiss: mayEdit(one) || mayEdit(other), merge: mayEdit(one) && mayEdit(other) };
}

/** Says that two records are two. @throws NOT_FOUND, FORBIDDEN */
export function dismissDuplicate(viewing: Viewing, pairId: string): Promise<DuplicatePair> {
  return change(viewing, pairId, true);
}

/** Takes back that two records are two. @throws NOT_FOUND, FORBIDDEN */
export function reopenDuplicate(viewing: Viewing, pairId: string): Promise<DuplicatePair> {
  return change(viewing, pairId, false);
}

/** Sent twice, it changes nothing the second time. */
async function change(viewing: Viewing, pairId: string, isDismissed: boolean): Promise<DuplicatePair> {
  try {
    return await viewing.database.transaction(async (transaction) => {
      const pair = await editablePair(viewing, transaction, pairId);
      if ((pair.dismissedAt !== null) === isDismissed) return pair;
      const [dismissedAt, dismissedBy] = isDismissed ? [new Date().toISOString(), viewing.viewer.id] : [null, null];
      await transaction.execute(
        sql`UPDATE duplicate_pairs SET dismissed_at = ${dismissedAt}, dismissed_by = ${dismissedBy} WHERE id = ${pair.id}`,
      );
      note(transaction, actorOf(viewing), {
        action: isDismissed ? "DISMISS_DUPLICATE" : "REOPEN_DUPLICATE",
        subject: { kind: pair.kind, id: pair.oneId },
        changes: [
          {
            field: "isNot",
            before: isDismissed ? null : pair.otherId,
            after: isDismissed ? pair.otherId : null,
          },
        ],
      });
      return { ...pair, dismissedAt, dismissedBy };
    });
  } finally {
    viewing.loaded = {};
  }
}

/** A pair of which the viewer may read both records, and edit one. */
async function editablePair(viewing: Viewing, transaction: Transaction, id: string): Promise<DuplicatePair> {
  const [pair] = await transaction.find(
    duplicatePairEntity,
    sql`SELECT d.* FROM duplicate_pairs d WHERE d.id = ${id} AND ${wherePairThere(viewing.viewer, "d")}`,
  );
  if (!pair) throw notFound("pair", id);
  const { table, policy } = policies[pair.kind];
  const editable = await transaction.raw(
    sql`SELECT t.id FROM ${raw(table)} t WHERE t.id IN (${pair.oneId}, ${pair.otherId}) AND ${policy.edit.where(viewing.viewer, "t")}`,
  );
  if (editable.length > 0) return pair;
  throw forbidden(
    "You may read these two records, but change neither. Ask the office of one of them, or an administrator.",
  );
}
