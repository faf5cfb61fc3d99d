import * as z from "zod";

/** What is wrong with one field: `path` as in the input (`participants.0.partner`), `message` for a person. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

/** Input that passed, in its normal form, or everything that is wrong with it. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** The issues that a schema found, in the order of the fields, one a path. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  const first = new Map<string, FieldIssue>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    if (!first.has(path)) first.set(path, { path, message: issue.message });
  }
  return [...first.values()];
}

/**
 * Checks input by a schema, and by the rules between its fields also where single fields are wrong, so that a person
 * sees every fault at once. `between` gets the fields that are right; the wrong ones are missing.
 */
export function checkInput<Shape extends z.ZodRawShape>(
  rule: z.ZodObject<Shape>,
  input: unknown,
  between: (values: Partial<z.output<z.ZodObject<Shape>>>) => readonly FieldIssue[] = () => [],
): Checked<z.output<z.ZodObject<Shape>>> {
  const parsed = rule.safeParse(input);
  if (parsed.success) {
    const issues = between(parsed.data);
    return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parsed.data };
  }
  const issues = issuesOf(parsed.error);
  const isWrong = (issue: FieldIssue) => issues.some(({ path }) => fieldOf(path) === fieldOf(issue.path));
  return { ok: false, issues: [...issues, ...between(rightFields(rule, input)).filter((issue) => !isWrong(issue))] };
}

function fieldOf(path: string): string {
  return path.split(".")[0] ?? path;
}

function rightFields<Shape extends z.ZodRawShape>(
  rule: z.ZodObject<Shape>,
  input: unknown,
): Partial<z.output<z.ZodObject<Shape>>> {
  const given = new Map(typeof input === "object" && input !== null ? Object.entries(input) : []);
  const right = [...Object.entries(rule.shape)].flatMap(([field, fieldRule]) => {
    const parsed = z.safeParse(fieldRule, given.get(field));
    return parsed.success ? [[field, parsed.data] as const] : [];
  });
  // biome-ignore lint/plugin: each field was parsed by the rule that gives it its type
  return Object.fromEntries(right) as Partial<z.output<z.ZodObject<Shape>>>;
}
