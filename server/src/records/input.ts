import { checkInput, type FieldIssue, issuesOf } from "@concord/shared/rules/check";
import { pageRule, periodIssues } from "@concord/shared/rules/records";
import type * as z from "zod";
import { badInput } from "../errors.ts";
import type { ListArguments } from "./list.ts";

/**
 * Checks input at the border.
 * @throws BAD_USER_INPUT with every fault at once
 */
export function parseInput<Shape extends z.ZodRawShape>(
  rule: z.ZodObject<Shape>,
  input: unknown,
  between?: (values: Partial<z.output<z.ZodObject<Shape>>>) => readonly FieldIssue[],
): z.output<z.ZodObject<Shape>> {
  const checked = checkInput(rule, input, between);
  if (!checked.ok) throw badInput(checked.issues);
  return checked.value;
}

interface RawListArguments<OrderField extends string> {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly filter?: unknown;
  readonly orderBy?:
    | { readonly field: OrderField; readonly direction?: "ASC" | "DESC" | null | undefined }
    | null
    | undefined;
}

/** How many checked arguments of lists are remembered of each rule, and how long they may be as text. */
const [REMEMBERED_ARGUMENTS, REMEMBERED_LENGTH] = [50, 200];

const remembered = new WeakMap<z.ZodType, Map<string, unknown>>();

/**
 * The arguments of a list, checked; those that are sent again, as under each of fifty parents, are checked once.
 * @throws BAD_USER_INPUT with every fault at once
 */
export function parseListArguments<Shape extends z.ZodRawShape, OrderField extends string>(
  filterRule: z.ZodObject<Shape>,
  raw: RawListArguments<OrderField>,
): ListArguments<z.output<z.ZodObject<Shape>>, OrderField> {
  const known = remembered.get(filterRule) ?? new Map();
  remembered.set(filterRule, known);
  const { first, after, filter, orderBy } = raw;
  const text = JSON.stringify({ first, after, filter, orderBy });
  const checked = known.get(text);
  if (checked) return checked;
  const parsed = checkListArguments(filterRule, raw);
  if (text.length > REMEMBERED_LENGTH) return parsed;
  if (known.size >= REMEMBERED_ARGUMENTS) known.clear();
  known.set(text, parsed);
  return parsed;
}

function checkListArguments<Shape extends z.ZodRawShape, OrderField extends string>(
  filterRule: z.ZodObject<Shape>,
  raw: RawListArguments<OrderField>,
): ListArguments<z.output<z.ZodObject<Shape>>, OrderField> {
  const page = pageRule.safeParse({ first: raw.first, after: raw.after });
  const filter = parseFilter(filterRule, raw.filter);
  const issues = [...(page.success ? [] : issuesOf(page.error)), ...filter.issues];
  if (!page.success || !filter.value) throw badInput(issues);
  const orderBy = raw.orderBy ? { field: raw.orderBy.field, direction: raw.orderBy.direction ?? "ASC" } : null;
  return { first: page.data.first, after: page.data.after, filter: filter.value, orderBy };
}

/**
 * Where a page begins and how long it is, checked.
 * @throws BAD_USER_INPUT
 */
export function pageArguments(raw: {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}): z.output<typeof pageRule> {
  const page = pageRule.safeParse({ first: raw.first, after: raw.after });
  if (!page.success) throw badInput(issuesOf(page.error));
  return page.data;
}

/** A filter, checked, with its period; its issues are at the path `filter`. */
export function parseFilter<Shape extends z.ZodRawShape>(
  rule: z.ZodObject<Shape>,
  raw: unknown,
): { value: z.output<z.ZodObject<Shape>> | null; issues: FieldIssue[] } {
  const checked = checkInput(rule, raw ?? {}, (values) => {
    const { from, to } = { from: null, to: null, ...values };
    return periodIssues(typeof from === "string" ? from : null, typeof to === "string" ? to : null);
  });
  if (checked.ok) return { value: checked.value, issues: [] };
  return { value: null, issues: checked.issues.map(({ path, message }) => ({ path: `filter.${path}`, message })) };
}
