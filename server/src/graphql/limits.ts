import { MAX_PAGE_SIZE, PAGE_SIZE } from "@concord/shared/limits";
import { getDirective } from "@graphql-tools/utils";
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import * as z from "zod";

/** What one request may ask for; docs/limits.md says what each list counts. */
export const MAX_DEPTH = 15;
export const MAX_COST = 200_000;
export const MAX_TOKENS = 5_000;
export const MAX_ALIASES = 50;
export const MAX_DIRECTIVES = 50;
/** There are two, @skip and @include, and neither may stand twice. */
export const MAX_DIRECTIVES_AT_ONE = 2;
export const MAX_FRAGMENTS = 50;
/** Root fields of one operation: a mutation in which many sign-ins are tried is one request, too. */
export const MAX_ROOT_FIELDS = 20;
/** Of the variables. No input of ours goes as deep; deeper ones are sent to overflow the stack of who walks through. */
export const MAX_JSON_DEPTH = 20;

const listSizeRule = z.object({ assumedSize: z.number() });

/** How often what is in a field may be answered: the page that is asked for, or what the schema assumes. */
export function assumedSize(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): number {
  const [directive] = getDirective(schema, field, "listSize") ?? [];
  return directive ? listSizeRule.parse(directive).assumedSize : 1;
}

/** Whether the size of a field's list is asked for, by its argument `first`. */
export function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some((argument) => argument.name === "first");
}

/**
 * Refuses a query that goes too deep, or whose lists multiply into too much. The cost of a field is one for each time
 * that it may be answered: a list multiplies what is in it by its `first`, or by the size that the schema assumes.
 */
export function limitsRule(variables: Readonly<Record<string, unknown>>) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(node) {
      const root = context.getSchema().getRootType(node.operation);
      if (!root) return;
      const meter = new Meter(context, pageSizes(node, variables));
      const cost = meter.costOf(node.selectionSet, root, 1);
      const tooMuch = `The query may answer ${cost} fields; at most ${MAX_COST} are allowed. Ask for fewer at a time.`;
      const message = meter.fault ?? (cost > MAX_COST ? tooMuch : null);
      if (message) context.reportError(new GraphQLError(message));
    },
  });
}

/** How many fields an operation has where its fragments are written out, each as often as it is used. */
export function fieldsWrittenOut(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
  const counted = new Map<string, number>();
  const countOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + countOfFragment(selection.name.value);
      const within = selection.selectionSet ? countOf(selection.selectionSet) : 0;
      return sum + within + (selection.kind === Kind.FIELD ? 1 : 0);
    }, 0);
  const countOfFragment = (name: string): number => {
    const selections = fragments.get(name);
    const count = counted.get(name) ?? (selections ? countOf(selections) : 0);
    counted.set(name, count);
    return count;
  };
  return countOf(operation.selectionSet);
}

/** The page sizes that the variables of an operation may stand for, those among them that it gives itself. */
function pageSizes(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, number> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }): [string, number][] =>
    defaultValue?.kind === Kind.INT && !Object.hasOwn(variables, variable.name.value)
      ? [[variable.name.value, Number(defaultValue.value)]]
      : [],
  );
  const given = Object.entries(variables).flatMap(([name, value]): [string, number][] =>
    typeof value === "number" ? [[name, value]] : [],
  );
  return new Map([...defaults, ...given]);
}

class Meter {
  fault: string | null = null;
  private readonly context: ValidationContext;
  private readonly pageSizes: ReadonlyMap<string, number>;
  private readonly openFragments = new Set<string>();

  constructor(context: ValidationContext, sizes: ReadonlyMap<string, number>) {
    this.context = context;
    this.pageSizes = sizes;
  }

  costOf(selections: SelectionSetNode, type: GraphQLOutputType, depth: number): number {
    if (depth > MAX_DEPTH) {
      this.fault ??= `The query goes deeper than ${MAX_DEPTH} levels. Ask for less at a time.`;
      return 0;
    }
    let cost = 0;
    for (const selection of selections.selections) {
      if (this.fault) return cost;
      if (selection.kind === Kind.FIELD) cost += this.costOfField(selection, type, depth);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += this.costOf(selection.selectionSet, this.typeOf(selection.typeCondition?.name.value, type), depth);
      else cost += this.costOfFragment(selection.name.value, type, depth);
      // Fragments that contain each other many times over would take as long to weigh as to answer.
      if (cost > MAX_COST) this.fault ??= `The query may answer more than ${MAX_COST} fields. Ask for fewer at a time.`;
    }
    return cost;
  }

  private typeOf(name: string | undefined, otherwise: GraphQLOutputType): GraphQLOutputType {
    const type = name === undefined ? undefined : this.context.getSchema().getType(name);
    return type && isCompositeType(type) ? type : otherwise;
  }

  private costOfFragment(name: string, type: GraphQLOutputType, depth: number): number {
    const fragment = this.context.getFragment(name);
    // A fragment that contains itself is refused by another rule; here it must only not go on for ever.
    if (!fragment || this.openFragments.has(name)) return 0;
    this.openFragments.add(name);
    const cost = this.costOf(fragment.selectionSet, this.typeOf(fragment.typeCondition.name.value, type), depth);
    this.openFragments.delete(name);
    return cost;
  }

  private costOfField(node: FieldNode, parent: GraphQLOutputType, depth: number): number {
    const named = getNamedType(parent);
    const field = isObjectType(named) || isInterfaceType(named) ? named.getFields()[node.name.value] : undefined;
    if (!node.selectionSet || !field) return 1;
    return 1 + this.sizeOf(node, field) * this.costOf(node.selectionSet, field.type, depth + 1);
  }

  private sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    if (!isPaged(field)) return assumedSize(this.context.getSchema(), field);
    const first = node.arguments?.find((argument) => argument.name.value === "first")?.value;
    if (first?.kind === Kind.INT) return pageSize(Number(first.value));
    return pageSize((first?.kind === Kind.VARIABLE ? this.pageSizes.get(first.name.value) : undefined) ?? PAGE_SIZE);
  }
}

/** What is out of range is refused when it comes to be answered; until then it must not make anything cheaper. */
function pageSize(first: number): number {
  return Math.min(Math.max(first, 1), MAX_PAGE_SIZE);
}
