import { isDeepStrictEqual } from "node:util";
import type { StoredChange } from "../../records/audit-log.entity.ts";

/** Fields that stand or fall together; every other field stands alone. */
export type FieldGroups = readonly (readonly string[])[];

/** What a merge changed in the fields of the record that stayed: of a group in which anything differs, every field. */
export function changedFields(groups: FieldGroups, before: object, after: object): StoredChange[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([field, value]) => !isDeepStrictEqual(was.get(field), value));
  const fields = new Set(changed.flatMap(([field]) => groupOf(groups, field)));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...fields].map((field) => ({ field, before: was.get(field), after: is.get(field) }));
}

function groupOf(groups: FieldGroups, field: string): readonly string[] {
  return groups.find((group) => group.includes(field)) ?? [field];
}

/** A record's fields, some of them as they were before a merge, and those which somebody changed since and so stay. */
interface Undone<Values> {
  readonly values: Values;
  readonly changedSince: readonly string[];
}

/**
 * Takes out of a record what a merge did to its fields, as far as they are as the merge left them. A list gives back
 * what the merge added to it, and keeps what was added since.
 */
export function undone<Values extends object>(
  groups: FieldGroups,
  changes: readonly StoredChange[],
  now: Values,
): Undone<Values> {
  const is = new Map<string, unknown>(Object.entries(now));
  const result = new Map(is);
  const changedSince: string[] = [];
  for (const group of Map.groupBy(changes, ({ field }) => groupOf(groups, field).join(" ")).values()) {
    const [first, ...others] = group;
    if (group.every(({ field, after }) => isDeepStrictEqual(is.get(field), after))) {
      for (const { field, before } of group) result.set(field, before);
    } else if (first && others.length === 0 && isList(first)) {
      result.set(first.field, undoneList(first, is.get(first.field)));
    } else {
      const altered = group.filter(({ before, after }) => !isDeepStrictEqual(before, after));
      changedSince.push(...altered.map(({ field }) => field));
    }
  }
  // biome-ignore lint/plugin: every field is one that such a record has had
  return { values: Object.fromEntries(result) as Values, changedSince };
}

/**
 * What a later merge did to the same record, as if the merge that is undone had never been: else undoing the later one
 * would bring back what came of the earlier.
 */
export function withoutEarlier(
  groups: FieldGroups,
  later: readonly StoredChange[],
  earlier: readonly StoredChange[],
): StoredChange[] {
  const before = new Map(later.map((change) => [change.field, change.before]));
  const known = earlier.filter(({ field }) => before.has(field));
  const { values } = undone(groups, known, Object.fromEntries(before));
  const was = new Map<string, unknown>(Object.entries(values));
  return later.map((change) => {
    const same = known.find(({ field }) => field === change.field);
    const after = same && isList(same) && groupOf(groups, same.field).length === 1;
    return {
      field: change.field,
      before: was.get(change.field),
      after: after ? undoneList(same, change.after) : change.after,
    };
  });
}

function isList({ before, after }: StoredChange): boolean {
  return Array.isArray(before) && Array.isArray(after);
}

function undoneList({ before, after }: StoredChange, now: unknown): unknown[] {
  const [was, left, is] = [before, after, now].map((list): unknown[] => (Array.isArray(list) ? list : []));
  const isIn = (list: readonly unknown[] | undefined, item: unknown) =>
    list?.some((other) => isDeepStrictEqual(other, item)) ?? false;
  if (isDeepStrictEqual(is, left)) return was ?? [];
  return [
    ...(is ?? []).filter((item) => isIn(was, item) || !isIn(left, item)),
    ...(was ?? []).filter((item) => !isIn(left, item) && !isIn(is, item)),
  ];
}
