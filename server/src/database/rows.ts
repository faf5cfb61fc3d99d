import type { DataSource, EntitySchema, ObjectLiteral } from "typeorm";

/** A row as a driver answers it: column name to value. */
export type RawRow = Readonly<Record<string, unknown>>;

type Decode = (value: unknown) => unknown;

const decoders = new WeakMap<
  DataSource,
  WeakMap<EntitySchema<ObjectLiteral>, Map<string, (raw: RawRow) => ObjectLiteral>>
>();

/**
 * Makes the function that turns a raw row into the entity's row: column names to properties, 0 and 1 to booleans,
 * JSON text to values. It is the one place where what a driver answers gets a type; the entity's columns say which. Of a
 * row of several entities the names of the columns begin with the prefix.
 */
export function rowDecoder<Row extends ObjectLiteral>(
  source: DataSource,
  entity: EntitySchema<Row>,
  prefix = "",
): (raw: RawRow) => Row {
  const entities = decoders.get(source) ?? new WeakMap();
  decoders.set(source, entities);
  const known = entities.get(entity) ?? new Map();
  entities.set(entity, known);
  const ready = known.get(prefix);
  if (ready) return ready;
  const columns = source.getMetadata(entity).columns.map((column) => ({
    from: `${prefix}${column.databaseName}`,
    to: column.propertyName,
    decode: decodeOf(column.type),
  }));
  const decoder = (raw: RawRow) => {
    const row: ObjectLiteral = {};
    for (const { from, to, decode } of columns) row[to] = decode(raw[from]);
    return row;
  };
  known.set(prefix, decoder);
  // biome-ignore lint/plugin: the checked border between driver and types; the entity's metadata drives the conversion
  return decoder as (raw: RawRow) => Row;
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
  if (value === undefined || value === null) return null;
  return typesOf(entity).get(property) === "simple-json" ? JSON.stringify(value) : value;
}

const types = new WeakMap<object, ReadonlyMap<string, unknown>>();

function typesOf<Row extends ObjectLiteral>(entity: EntitySchema<Row>): ReadonlyMap<string, unknown> {
  const known = types.get(entity);
  if (known) return known;
  const found = new Map(Object.entries(entity.options.columns).map(([property, options]) => [property, options?.type]));
  types.set(entity, found);
  return found;
}

function decodeOf(type: unknown): Decode {
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
