import { MAX_PAGE_SIZE, PAGE_SIZE } from "@concord/shared/limits";
import {
  type ASTVisitor,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** What one request may ask for. A page of the client's costs less than a tenth of it. */
export const MAX_DEPTH = 15;
export const MAX_COST = 200_000;
export const MAX_TOKENS = 5_000;
export const MAX_ALIASES = 50;

/**
 * Refuses a query that goes too deep, or whose lists multiply into too much. The cost of a field is one for each time
 * that it may be answered: a list multiplies what is in it by its `first`.
 */
export function limitsRule(variables: Readonly<Record<string, unknown>>) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(node) {
      const root = context.getSchema().getRootType(node.operation);
      if (!root) return;
      const meter = new Meter(context, variables);
      const cost = meter.costOf(node.selectionSet, root, 1);
      const message =
        meter.fault ??
        (cost > MAX_COST
          ? `The query may answer ${cost} fields; at most ${MAX_COST} are allowed. Ask for fewer at a time.`
          : null);
      if (message)
        context.reportError(new GraphQLError(message, { nodes: [node], extensions: { code: "TOO_COMPLEX" } }));
    },
  });
}

class Meter {
  fault: string | null = null;
  private readonly context: ValidationContext;
  private readonly variables: Readonly<Record<string, unknown>>;
  private readonly openFragments = new Set<string>();
  private aliases = 0;

  constructor(context: ValidationContext, variables: Readonly<Record<string, unknown>>) {
    this.context = context;
    this.variables = variables;
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
    if (node.alias) this.aliases += 1;
    if (this.aliases > MAX_ALIASES)
      this.fault ??= `The query has more than ${MAX_ALIASES} aliases. Ask for less at a time.`;
    const named = getNamedType(parent);
    const field = isObjectType(named) || isInterfaceType(named) ? named.getFields()[node.name.value] : undefined;
    if (!node.selectionSet || !field) return 1;
    return 1 + this.pageSizeOf(node, field) * this.costOf(node.selectionSet, field.type, depth + 1);
  }

  private pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    if (!field.args.some((argument) => argument.name === "first")) return 1;
    const given = node.arguments?.find((argument) => argument.name.value === "first")?.value;
    if (given?.kind === Kind.INT) return Math.min(Number(given.value), MAX_PAGE_SIZE);
    const variable = given?.kind === Kind.VARIABLE ? this.variables[given.name.value] : undefined;
    return typeof variable === "number" && variable > 0 ? Math.min(variable, MAX_PAGE_SIZE) : PAGE_SIZE;
  }
}
