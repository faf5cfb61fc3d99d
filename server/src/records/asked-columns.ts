import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import { type SomeColumns, someColumns } from "../database/rows.ts";

/**
 * Which properties of its row a field is answered from, the id apart; a field that is not named here is answered from the
 * property of its name.
 */
export type FieldNeeds<Row> = Readonly<Record<string, readonly (string & keyof Row)[]>>;

/** Where a field is in a query, as its resolver is told. */
type Asked = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">;

/** Which columns a query asks of the rows that a field answers; null where it may be any of them. */
export interface AskedColumns<Row extends ObjectLiteral> {
  /** Of a field that is a connection. */
  ofNodes(asked: Asked): SomeColumns<Row> | null;
  /** Of a field that is a record. */
  ofRecord(asked: Asked): SomeColumns<Row> | null;
}

/**
 * Knows by the fields that a query asks for which columns their rows need: a row of few columns is read, sent and taken
 * apart several times as fast as a whole one. A field that is neither a property nor among `needs` needs the whole row.
 */
export function askedColumns<Row extends ObjectLiteral & { id: string }>(
  entity: EntitySchema<Row>,
  needs: FieldNeeds<Row>,
): AskedColumns<Row> {
  const properties = new Set(Object.keys(entity.options.columns));
  const isProperty = (name: string): name is string & keyof Row => properties.has(name);
  const needsOf = (name: string) => needs[name] ?? (isProperty(name) ? [name] : null);
  const columnsOf = (fields: readonly FieldNode[]) => {
    const needed = fields.map(({ name }) => (name.value === "__typename" ? [] : needsOf(name.value)));
    const withFocusAreas = fields.some(({ name }) => name.value === "focusAreas");
    return needed.includes(null)
      ? null
      : someColumns<Row>(["id", ...needed.flatMap((each) => each ?? [])], withFocusAreas);
  };
  return {
    ofNodes: rememberedByField((asked) => columnsOf(under(asked, ["edges", "node"]))),
    ofRecord: rememberedByField((asked) => columnsOf(under(asked, []))),
  };
}

/** Knows whether a query asks for a field of what another field answers; also where a directive may leave it out. */
export function asking(name: string): (asked: Asked) => boolean {
  return rememberedByField((asked) => under(asked, []).some((field) => field.name.value === name));
}

/** A compiled operation has the same nodes for the same field each time it is executed. */
function rememberedByField<Value>(find: (asked: Asked) => Value): (asked: Asked) => Value {
  const known = new WeakMap<readonly FieldNode[], Value>();
  return (asked) => {
    const value = known.get(asked.fieldNodes) ?? find(asked);
    known.set(asked.fieldNodes, value);
    return value;
  };
}

/** The fields that are asked for at a path below; also those that a directive may leave out. */
function under({ fieldNodes, fragments }: Asked, path: readonly string[]): FieldNode[] {
  const fieldsOf = (selections: SelectionSetNode | undefined): FieldNode[] =>
    (selections?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      return fieldsOf(fragments[selection.name.value]?.selectionSet);
    });
  const below = (fields: readonly FieldNode[]) => fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet));
  return path.reduce((fields, step) => below(fields.filter(({ name }) => name.value === step)), below(fieldNodes));
}
