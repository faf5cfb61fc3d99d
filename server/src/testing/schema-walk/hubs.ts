import type { RecordKind } from "@concord/shared/vocabularies";
import { type GraphQLField, type GraphQLNamedType, getNamedType, isLeafType } from "graphql";
import { gateOf } from "../../access/table.ts";
import { MAX_TOKENS } from "../../graphql/limits.ts";
import { KINDS } from "../kinds.ts";
import { answeredFields, everythingOf, isRecord } from "../selections.ts";
import { askingOf, type Someone } from "./someone.ts";
import { HUB_IDS, isThere, leaksIn, type Specimen } from "./specimens.ts";
import { fieldsOf, schema, type Walk } from "./walk.ts";

type Field = GraphQLField<unknown, unknown>;

/**
 * Asks the record of each kind that is linked with all specimens for each of its fields, three records deep, and says
 * which lists are not what is theirs, and what tells of what is not.
 */
export async function tryHubs(walk: Walk, someone: Someone): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const kind of KINDS) {
    for (const field of fieldsOf(typeOf(kind))) {
      if (isLeafType(getNamedType(field.type))) continue;
      const wrong = await tryField(walk, someone, kind, field);
      if (wrong.length > 0) found.push({ kind, field: field.name, wrong });
    }
  }
  return found;
}

function typeOf(kind: RecordKind): GraphQLNamedType {
  const query = schema.getQueryType()?.getFields()[kind.toLowerCase()];
  if (!query) throw new Error(`There is no query for one ${kind.toLowerCase()}.`);
  return getNamedType(query.type);
}

async function tryField(walk: Walk, someone: Someone, kind: RecordKind, field: Field): Promise<unknown[]> {
  const whole = await ask(walk, someone, kind, field, { depth: 1, first: 100 });
  const deep = await ask(walk, someone, kind, field, { depth: 2, first: 2 });
  const leaks = leaksIn([whole, deep], walk.specimens, someone.viewer);
  // A field that holds one record, as the parent, cannot hold all.
  return [...leaks, ...(Array.isArray(whole) || isConnection(whole) ? wronglyShown(walk, someone, field, whole) : [])];
}

function isConnection(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "edges" in answer;
}

async function ask(
  walk: Walk,
  someone: Someone,
  kind: RecordKind,
  field: Field,
  { depth, first }: { readonly depth: number; readonly first: number },
): Promise<unknown> {
  const asking = askingOf(someone, "SESSION");
  const wanted = (type: string, name: string) => gateOf(type, name)?.allows(asking) ?? false;
  const paged = field.args.some(({ name }) => name === "first") ? `(first: ${first})` : "";
  const type = getNamedType(field.type);
  const selection = everythingOf(type, depth, { wanted, nested: 2 });
  if (tokensIn(selection) > MAX_TOKENS - 50) return null;
  const query = `query($id: ID!) { hub: ${kind.toLowerCase()}(id: $id) { answer: ${field.name}${paged} ${selection} } }`;
  const { answer } = (await someone.session.get(query, { id: HUB_IDS[kind] })).hub;
  walk.remember(someone.user.role, answeredFields(type, answer));
  return answer;
}

/** Everything of three kinds at once, two records deep, is more than one request may ask for. */
function tokensIn(selection: string): number {
  return selection.match(/\w+|[^\s\w]/g)?.length ?? 0;
}

/** Specimens of the kind that a list holds which are shown and are not theirs, or are theirs and not shown. */
function wronglyShown(walk: Walk, someone: Someone, field: Field, answer: unknown): Specimen[] {
  const held = heldKinds(getNamedType(field.type));
  const shown = new Set([...JSON.stringify(answer).matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id));
  return walk.specimens
    .filter(({ kind }) => held.includes(kind))
    .filter((each) => shown.has(each.id) !== (!each.isTrashed && isThere(each, someone.viewer)));
}

/** The kinds of records that a list is of, directly or by its edges. */
function heldKinds(type: GraphQLNamedType): readonly RecordKind[] {
  const node = isRecord(type) ? type : schema.getType(type.name.replace(/Connection$/, ""));
  return KINDS.filter((kind) => kind === node?.name.toUpperCase());
}
