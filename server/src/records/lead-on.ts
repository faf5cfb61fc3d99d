import { isDeepStrictEqual } from "node:util";
import type { RecordRow } from "../database/columns.ts";
import type { Transaction } from "../database/database.ts";
import { leadLoader, leadsWhileWriting } from "./merges.ts";
import type { RecordDefinition, Reference } from "./record.ts";
import type { Viewing } from "./viewing.ts";

/**
 * A record as it is meant: where it names a partner or person who was merged into another one, the one that stays. A form
 * that was open while two became one sends the old id.
 */
export async function leadOn<Row extends RecordRow, Values extends object>(
  viewing: Viewing,
  transaction: Transaction,
  definition: RecordDefinition<Row, Values>,
  values: Values,
): Promise<Values> {
  const references = definition.references(values);
  const named = (kind: Reference["kind"]) => references.filter((one) => one.kind === kind).map((one) => one.id);
  const { dialect } = viewing.database;
  const leads = new Map([
    ...(await leadsWhileWriting(transaction, dialect, "partners", named("PARTNER"))),
    ...(await leadsWhileWriting(transaction, dialect, "people", named("PERSON"))),
  ]);
  return leads.size === 0 ? values : withLeads(references, values, leads);
}

/** The same record with other ids, without what says the same twice because of it. */
export function withLeads<Values extends object>(
  references: readonly Reference[],
  values: Values,
  leads: ReadonlyMap<string, string>,
): Values {
  let result: unknown = values;
  const led = new Map<string, Set<number>>();
  for (const { path, id } of references) {
    const to = leads.get(id);
    if (to === undefined) continue;
    const steps = path.split(".");
    result = exchanged(result, steps, to);
    const [list = "", index] = steps;
    if (index !== undefined) led.set(list, (led.get(list) ?? new Set()).add(Number(index)));
  }
  for (const [list, indices] of led) result = onceEach(result, list, indices);
  // biome-ignore lint/plugin: only ids were exchanged, at paths that the record's own definition gave, and items left out
  return result as Values;
}

function exchanged(value: unknown, [step, ...further]: readonly string[], id: string): unknown {
  if (step === undefined) return id;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === step ? exchanged(item, further, id) : item));
  }
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [step]: exchanged(Reflect.get(value, step), further, id) };
}

/** Leaves out those of the items at `indices` that are now the same as another one. */
function onceEach(values: unknown, list: string, indices: ReadonlySet<number>): unknown {
  if (typeof values !== "object" || values === null) return values;
  const items: unknown = Reflect.get(values, list);
  if (!Array.isArray(items)) return values;
  const isAgain = (item: unknown, at: number) =>
    indices.has(at) &&
    items.some((other, index) => index !== at && (index < at || !indices.has(index)) && isDeepStrictEqual(other, item));
  return { ...values, [list]: items.filter((item, index) => !isAgain(item, index)) };
}

/** A filter as it is meant: in `fields`, which hold ids of partners or people, old ids lead on. */
export async function leadFilterOn<Filter>(
  viewing: Viewing,
  fields: readonly (string & keyof Filter)[],
  filter: Filter,
): Promise<Filter> {
  let result = filter;
  for (const field of fields) {
    const wanted: unknown = filter[field];
    if (!Array.isArray(wanted)) continue;
    const ids = await Promise.all(wanted.map(async (id) => (await leadLoader(viewing, String(id))) ?? id));
    result = { ...result, [field]: ids };
  }
  return result;
}
