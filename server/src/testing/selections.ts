import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
} from "graphql";

/** Whether a field is asked for at all: one that the viewer may not see would refuse the whole question. */
export type Wanted = (type: string, field: string) => boolean;

interface Extent {
  readonly wanted: Wanted;
  /** How many items of each list within what is asked for. */
  readonly nested: number;
}

/**
 * Every field of a type and of what lies in it, as a selection, so that fields which are added later are asked for by
 * themselves. `depth` is how many records one goes into from here.
 */
export function everythingOf(type: GraphQLNamedType, depth: number, extent: Partial<Extent> = {}): string {
  const whole = { wanted: () => true, nested: 3, ...extent };
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} ${fieldsOf(member, depth, whole, type)}`);
    return `{ __typename ${members.join(" ")} }`;
  }
  return isObjectType(type) ? fieldsOf(type, depth, whole, null) : "";
}

function fieldsOf(type: GraphQLObjectType, depth: number, extent: Extent, union: GraphQLUnionType | null): string {
  const fields = Object.values(type.getFields())
    .filter((field) => extent.wanted(type.name, field.name))
    .flatMap((field) => {
      const selection = fieldOf(field, depth, extent);
      if (selection === null) return [];
      return [isAmbiguous(field, union) ? `${aliasOf(type, field.name)}: ${selection}` : selection];
    });
  return `{ ${fields.length > 0 ? fields.join(" ") : "__typename"} }`;
}

/** A field with all that is in it; null where one would go into a record too many. */
function fieldOf(field: GraphQLField<unknown, unknown>, depth: number, extent: Extent): string | null {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  const inside = isRecord(type) ? depth - 1 : depth;
  if (inside < 0) return null;
  const first = field.args.some(({ name }) => name === "first") ? `(first: ${extent.nested})` : "";
  return `${field.name}${first} ${everythingOf(type, inside, extent)}`;
}

function aliasOf(type: GraphQLObjectType, field: string): string {
  return `${type.name}_${field}`;
}

/**
 * The fields that an answer to such a selection holds, as `Type.field`: those whose object is there, so that their
 * resolver really answered.
 */
export function answeredFields(type: GraphQLNamedType, answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap((item) => answeredFields(type, item));
  if (typeof answer !== "object" || answer === null) return [];
  const values = new Map<string, unknown>(Object.entries(answer));
  const [object] = isUnionType(type)
    ? type.getTypes().filter(({ name }) => name === values.get("__typename"))
    : [type].filter(isObjectType);
  if (!object) return [];
  return Object.values(object.getFields()).flatMap((field) => {
    const name = values.has(field.name) ? field.name : aliasOf(object, field.name);
    if (!values.has(name)) return [];
    return [`${object.name}.${field.name}`, ...answeredFields(getNamedType(field.type), values.get(name))];
  });
}

/** Something with a version, which one goes into and does not merely look at: a record, a user, an office. */
export function isRecord(type: GraphQLNamedType): boolean {
  if (isUnionType(type)) return type.getTypes().some(isRecord);
  return isObjectType(type) && "version" in type.getFields();
}

/** Fields of one name and different types cannot stand side by side in a union. */
function isAmbiguous(field: GraphQLField<unknown, unknown>, union: GraphQLUnionType | null): boolean {
  const namesakes = union?.getTypes().map((member) => member.getFields()[field.name]?.type.toString()) ?? [];
  return new Set(namesakes.filter((type) => type !== undefined)).size > 1;
}
