import { fold } from "@concord/shared/fold";
import type { FieldIssue } from "@concord/shared/rules/check";
import type { AppearanceValues } from "@concord/shared/rules/collaborations";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import type { Reader } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { badInput } from "../../errors.ts";
import { appearanceList } from "./collaborations.lists.ts";

/**
 * The appearances of a collaboration with their ids: those that are there keep theirs, by the id or by the name, so
 * that a true name stays with its person whatever else is changed.
 * @throws BAD_USER_INPUT for an id that is not there, and where somebody whose true name is kept would go or be
 *   protected no longer
 */
export async function knownAppearances(
  reader: Reader,
  collaborationId: string,
  wanted: readonly AppearanceValues[],
): Promise<AppearanceValues[]> {
  const there = (await appearanceList.read(reader, [collaborationId]))(collaborationId);
  const rows = await reader.raw(sql`SELECT appearance_id FROM true_names WHERE collaboration_id = ${collaborationId}`);
  const kept = new Set(rows.map((row) => textOf(row, "appearance_id")));
  const result = withIds(there, wanted);
  const issues = [...unknownIds(there, wanted), ...lostNames(there, result, kept)];
  if (issues.length > 0) throw badInput(issues);
  return result;
}

function withIds(there: readonly AppearanceValues[], wanted: readonly AppearanceValues[]): AppearanceValues[] {
  const taken = new Set(wanted.map(({ id }) => id));
  return wanted.map((appearance) => {
    if (appearance.id !== null) return appearance;
    const same = there.find(({ id, name }) => !taken.has(id) && fold(name) === fold(appearance.name));
    const id = same?.id ?? v7();
    taken.add(id);
    return { ...appearance, id };
  });
}

function unknownIds(there: readonly AppearanceValues[], wanted: readonly AppearanceValues[]): FieldIssue[] {
  return wanted.flatMap(({ id, name }, index) => {
    const isThere = id === null || there.some((known) => known.id === id);
    const isFirst = wanted.findIndex((other) => other.id === id) === index || id === null;
    if (isThere && isFirst) return [];
    const path = `appearances.${index}.id`;
    return [{ path, message: `"${name}" has the id of somebody else. Leave the id out for somebody new.` }];
  });
}

function lostNames(
  there: readonly AppearanceValues[],
  result: readonly AppearanceValues[],
  kept: ReadonlySet<string>,
): FieldIssue[] {
  return there.flatMap((before) => {
    if (before.id === null || !kept.has(before.id)) return [];
    const index = result.findIndex(({ id }) => id === before.id);
    if (index >= 0 && result[index]?.protected) return [];
    const path = index < 0 ? "appearances" : `appearances.${index}.protected`;
    const what = index < 0 ? "is taken out" : "is no longer protected";
    return [{ path, message: `The true name of ${before.name} is kept. Remove it before ${before.name} ${what}.` }];
  });
}
