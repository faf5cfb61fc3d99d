import { LIMITS } from "@concord/shared/limits";
import { revealRule, trueNameRule } from "@concord/shared/rules/collaborations";
import sql, { join } from "sql-template-tag";
import { gates } from "../../access/gates.ts";
import { trueNames } from "../../access/policies.ts";
import type { Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { badInput, Failure, forbidden, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { parseInput } from "../../records/input.ts";
import { memberIdsOf } from "../../records/list-loaders.ts";
import { defineLoader } from "../../records/loader.ts";
import { trueNameContext, trueNameEntity } from "../../records/true-names.entity.ts";
import { notingCaught, openTrueName, refuseTexts, textsIn } from "../../records/true-names.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { readableRecord } from "../../records/write-guards.ts";
import { type AppearanceRow, appearanceEntity } from "./collaborations.entity.ts";
import { collaborationById } from "./collaborations.loader.ts";
import { collaborationRecord } from "./collaborations.record.ts";

/** Whether a true name is kept for each of these appearances. */
export const hasTrueName = defineLoader<string, boolean>(async (viewing, ids) => {
  const rows = await viewing.database.raw(
    sql`SELECT appearance_id FROM true_names WHERE appearance_id IN (${join([...ids])})`,
  );
  const kept = new Set(rows.map((row) => textOf(row, "appearance_id")));
  return ids.map((id) => kept.has(id));
});

/** What the viewer may do with the true name of somebody in a collaboration that they read. */
export async function trueNameAbilities(viewing: Viewing, { collaborationId, isProtected }: AppearanceRow) {
  const row = await collaborationById(viewing, collaborationId);
  if (!row || !isProtected || !gates.owners.allows(viewing)) return { reveal: false, keep: false };
  const facts = { ...collaborationRecord.rowFacts(row), memberIds: await memberIdsOf(viewing, collaborationId) };
  return { reveal: trueNames.reveal.allows(viewing.viewer, facts), keep: trueNames.keep.allows(viewing.viewer, facts) };
}

interface Whose {
  readonly collaboration: string;
  readonly appearance: string;
}

/**
 * Keeps a true name, sealed, in the place of an earlier one.
 * @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT where a text of the collaboration tells the name
 */
export async function keepTrueName(viewing: Viewing, whose: Whose, input: unknown): Promise<AppearanceRow> {
  const { trueName } = parseInput(trueNameRule, input);
  return changeTrueName(viewing, whose, async (transaction, appearance, texts) => {
    if (!appearance.isProtected) {
      throw badInput([
        { path: "appearance", message: `${appearance.name} is not protected. Protect them first, under a pseudonym.` },
      ]);
    }
    refuseTexts(whose.collaboration, trueName, texts);
    await transaction.execute(sql`DELETE FROM true_names WHERE appearance_id = ${appearance.id}`);
    await transaction.insert(trueNameEntity, [
      {
        appearanceId: appearance.id,
        collaborationId: whose.collaboration,
        sealed: viewing.keys.seal(trueName, trueNameContext(appearance.id)),
        createdAt: new Date().toISOString(),
      },
    ]);
    return "KEEP_TRUE_NAME";
  });
}

/** @throws NOT_FOUND also where no true name is kept, FORBIDDEN */
export function removeTrueName(viewing: Viewing, whose: Whose): Promise<AppearanceRow> {
  return changeTrueName(viewing, whose, async (transaction, appearance) => {
    const removed = await transaction.execute(sql`DELETE FROM true_names WHERE appearance_id = ${appearance.id}`);
    if (removed !== 1) throw notFound("true name", appearance.id);
    return "REMOVE_TRUE_NAME";
  });
}

async function changeTrueName(
  viewing: Viewing,
  whose: Whose,
  change: (
    transaction: Transaction,
    appearance: AppearanceRow,
    texts: ReturnType<typeof textsIn>,
  ) => Promise<"KEEP_TRUE_NAME" | "REMOVE_TRUE_NAME">,
): Promise<AppearanceRow> {
  const write = () =>
    viewing.database.transaction(async (transaction) => {
      const { values } = await readableRecord(viewing, transaction, collaborationRecord, whose.collaboration);
      if (!trueNames.keep.allows(viewing.viewer, collaborationRecord.facts(values))) {
        throw forbidden("Only named members who may edit this collaboration keep or remove a true name.");
      }
      const appearance = await appearanceOf(transaction, whose);
      const action = await change(transaction, appearance, textsIn(values));
      note(transaction, actorOf(viewing), { action, subject: subjectOf(whose), remark: `of ${appearance.name}` });
      return appearance;
    });
  const appearance = await notingCaught(viewing, write);
  viewing.loaded = {};
  return appearance;
}

/**
 * Opens a true name for a named member, and notes who, when and why before it answers.
 * @param confirmed whether a one-time code, or the organisation's provider, confirmed the session
 * @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT where the reason is missing or tells the name itself
 */
export async function revealTrueName(
  viewing: Viewing,
  whose: Whose,
  confirmed: boolean,
  input: unknown,
): Promise<{ trueName: string; hideAt: string }> {
  const { reason } = parseInput(revealRule, input);
  const reveal = () =>
    viewing.database.transaction(async (transaction) => {
      const { values } = await readableRecord(viewing, transaction, collaborationRecord, whose.collaboration);
      if (!trueNames.reveal.allows(viewing.viewer, collaborationRecord.facts(values))) {
        throw forbidden("Only named members of this collaboration see true names. Ask one of them, or its office.");
      }
      if (!confirmed) throw unconfirmed();
      const appearance = await appearanceOf(transaction, whose);
      const [kept] = await transaction.find(
        trueNameEntity,
        sql`SELECT * FROM true_names WHERE appearance_id = ${appearance.id}`,
      );
      if (!kept) throw notFound("true name", appearance.id);
      const trueName = openTrueName(viewing, kept);
      refuseTexts(whose.collaboration, trueName, [{ path: "reason", text: reason }]);
      const remark = `${appearance.name}: ${reason}`;
      note(transaction, actorOf(viewing), { action: "REVEAL", subject: subjectOf(whose), remark });
      return trueName;
    });
  const trueName = await notingCaught(viewing, reveal);
  return { trueName, hideAt: new Date(Date.now() + LIMITS.revealSeconds * 1000).toISOString() };
}

function unconfirmed(): Failure {
  return new Failure(
    "FORBIDDEN",
    "True names are shown only in a session that a one-time code confirmed. Type a code first; they are set up under Your account.",
    { confirmationRequired: true },
  );
}

async function appearanceOf(transaction: Transaction, { collaboration, appearance }: Whose): Promise<AppearanceRow> {
  const [row] = await transaction.find(
    appearanceEntity,
    sql`SELECT * FROM appearances WHERE id = ${appearance} AND collaboration_id = ${collaboration}`,
  );
  if (!row) throw notFound("appearance", appearance);
  return row;
}

function subjectOf({ collaboration }: Whose) {
  return { kind: "COLLABORATION", id: collaboration } as const;
}
