import { raw, type Sql } from "sql-template-tag";
import type { DataSource, EntitySchema, EntitySchemaColumnOptions, ObjectLiteral } from "typeorm";
import { columnOf } from "./naming.ts";

/** A row as a driver answers it: column name to value. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Some of an entity's columns; rows that are read of them have nothing else. */
export interface SomeColumns<Row extends ObjectLiteral> {
  readonly properties: readonly (string & keyof Row)[];
  /** Whether the record's focus areas are wanted with them. */
  readonly withFocusAreas: boolean;
  /** The same for the same columns of an entity. */
  readonly key: string;
}

/** Columns of an entity, by their properties. */
export function someColumns<Row extends ObjectLiteral>(
  properties: Iterable<string & keyof Row>,
  withFocusAreas = false,
): SomeColumns<Row> {
  const named = [...new Set(properties)].toSorted();
  return { properties: named, withFocusAreas, key: named.join() };
}

const widened = new WeakMap<object, Map<string, object>>();

/** The columns with one more; the same ones for the same. */
export function withColumn<Row extends ObjectLiteral>(
  columns: SomeColumns<Row>,
  property: string & keyof Row,
): SomeColumns<Row> {
  const known: Map<string, SomeColumns<Row>> = widened.get(columns) ?? new Map();
  widened.set(columns, known);
  const wider = known.get(property) ?? someColumns([...columns.properties, property], columns.withFocusAreas);
  known.set(property, wider);
  return wider;
}

const written = new WeakMap<object, Map<string, Sql>>();

/** Columns for a `SELECT`: all of the table where none are named. */
export function selected<Row extends ObjectLiteral>(alias: string, columns: SomeColumns<Row> | null): Sql {
  if (!columns) return raw(`${alias}.*`);
  const known = written.get(columns) ?? new Map<string, Sql>();
  written.set(columns, known);
  const list =
    known.get(alias) ?? raw(columns.properties.map((property) => `${alias}.${columnOf(property)}`).join(", "));
  known.set(alias, list);
  return list;
}

type Decode = (value: unknown) => unknown;

const decoders = new WeakMap<
  DataSource,
  WeakMap<EntitySchema<ObjectLiteral>, Map<string, (raw: RawRow) => ObjectLiteral>>
>();

/**
 * Makes the function that turns a raw row into the entity's row: column names to properties, 0 and 1 to booleans,
 * JSON text to values. It is the one place where what a driver answers gets a type; the entity's columns say which. Of a
 * row of several entities the names of the columns begin with the prefix. A row that was read of some columns only tells,
 * when it is asked for another one, that this was not read.
 */
export function rowDecoder<Row extends ObjectLiteral>(
  source: DataSource,
  entity: EntitySchema<Row>,
  { prefix = "", columns = null }: Decoded<Row> = {},
): (raw: RawRow) => Row {
  const entities = decoders.get(source) ?? new WeakMap();
  decoders.set(source, entities);
  const known = entities.get(entity) ?? new Map();
  entities.set(entity, known);
  const key = `${prefix} ${columns?.key ?? "*"}`;
  const ready = known.get(key);
  if (ready) return ready;
  const isRead = (property: string) => !columns || columns.properties.includes(property);
  const all = source.getMetadata(entity).columns.map((column) => ({
    from: `${prefix}${column.databaseName}`,
    to: column.propertyName,
    decode: decodeOf(column),
  }));
  const read = all.filter(({ to }) => isRead(to));
  const PartOfRow = columns && partOfRow(all.map(({ to }) => to).filter((property) => !isRead(property)));
  const decoder = (raw: RawRow) => {
    const row: ObjectLiteral = PartOfRow ? new PartOfRow() : {};
    for (const { from, to, decode } of read) row[to] = decode(raw[from]);
    return row;
  };
  known.set(key, decoder);
  // biome-ignore lint/plugin: the checked border between driver and types; the entity's metadata drives the conversion
  return decoder as (raw: RawRow) => Row;
}

/** What of a raw row belongs to an entity. */
interface Decoded<Row extends ObjectLiteral> {
  /** With which the names of its columns begin. */
  readonly prefix?: string;
  /** All where none are named. */
  readonly columns?: SomeColumns<Row> | null;
}

/** The class of rows that lack some properties. A null in their place would be taken for an answer. */
function partOfRow(missing: readonly string[]): new () => ObjectLiteral {
  class PartOfRow {}
  for (const property of missing) {
    Object.defineProperty(PartOfRow.prototype, property, {
      get: () => {
        throw new Error(`"${property}" was not read. Name it among the needs of the field that was asked for.`);
      },
    });
  }
  return PartOfRow;
}

/** Makes the function that turns an entity's row into the values of its columns, in their order. */
export function rowEncoder<Row extends ObjectLiteral>(entity: EntitySchema<Row>): (row: Row) => unknown[] {
  const columns = Object.keys(entity.options.columns);
  return (row) => columns.map((property) => storedValue(entity, property, row[property]));
}

/** A value of a property as its column keeps it. */
export function storedValue<Row extends ObjectLiteral>(
  entity: EntitySchema<Row>,
  property: string,
  value: unknown,
): unknown {
  const { type, transformer } = keptOf(entity).get(property) ?? {};
  if (transformer && !Array.isArray(transformer)) return transformer.to(value);
  if (value === undefined || value === null) return null;
  return type === "simple-json" ? JSON.stringify(value) : value;
}

const kept = new WeakMap<object, ReadonlyMap<string, Partial<Kept>>>();

function keptOf<Row extends ObjectLiteral>(entity: EntitySchema<Row>): ReadonlyMap<string, Partial<Kept>> {
  const known = kept.get(entity);
  if (known) return known;
  const found = new Map(Object.entries(entity.options.columns).map(([property, options]) => [property, options ?? {}]));
  kept.set(entity, found);
  return found;
}

/** What of a column says how its values are kept. */
type Kept = Pick<EntitySchemaColumnOptions, "type" | "transformer">;

function decodeOf({ type, transformer }: Kept): Decode {
  if (transformer && !Array.isArray(transformer)) return transformer.from;
  if (type === "boolean") return (value) => value === 1 || value === true;
  if (type === "simple-json") return (value) => (typeof value === "string" ? JSON.parse(value) : value);
  return (value) => value ?? null;
}

/** A text column of a raw row; an empty text where the column is null. */
export function textOf(row: RawRow, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? "" : String(value);
}

/** A text column of a raw row, null kept. */
export function optionalTextOf(row: RawRow, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
}

/** A count or sum of a raw row: MySQL answers sums as text, and the sum of no rows is null. */
export function numberOf(row: RawRow | undefined, column: string): number {
  return Number(row?.[column] ?? 0);
}
