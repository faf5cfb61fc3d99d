import { type DocumentNode, Kind, parse, type SelectionSetNode, visit } from "graphql";
import { Failure } from "../errors.ts";
import {
  MAX_ALIASES,
  MAX_DIRECTIVES,
  MAX_DIRECTIVES_AT_ONE,
  MAX_FRAGMENTS,
  MAX_JSON_DEPTH,
  MAX_ROOT_FIELDS,
  MAX_TOKENS,
} from "./limits.ts";

/**
 * Refuses by its mere shape what would be costly to validate already: many tokens, aliases, directives, fragments or
 * root fields. What is no GraphQL passes: others say so better.
 * @throws TOO_COMPLEX
 */
export function refuseShape(query: string): void {
  const document = documentOf(query);
  if (!document) return;
  let aliases = 0;
  let directives = 0;
  let directivesAtOne = 0;
  visit(document, {
    enter: (node) => {
      const here = "directives" in node ? (node.directives?.length ?? 0) : 0;
      aliases += node.kind === Kind.FIELD && node.alias ? 1 : 0;
      directives += here;
      directivesAtOne = Math.max(directivesAtOne, here);
    },
  });
  refuseMore("aliases", aliases, MAX_ALIASES);
  refuseMore("directives", directives, MAX_DIRECTIVES);
  refuseMore("directives at one field", directivesAtOne, MAX_DIRECTIVES_AT_ONE);
  refuseMore("fragments", fragmentsOf(document).size, MAX_FRAGMENTS);
  refuseMore("root fields", rootFields(document), MAX_ROOT_FIELDS);
}

function refuseMore(what: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new Failure("TOO_COMPLEX", `The query has ${count} ${what}; at most ${limit} are allowed. Ask for less.`);
}

const TOO_MANY_TOKENS = /more that? \d+ tokens/;

function documentOf(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
  } catch (error) {
    if (!(error instanceof Error) || !TOO_MANY_TOKENS.test(error.message)) return null;
    throw new Failure("TOO_COMPLEX", `The query has more than ${MAX_TOKENS} words and signs. Ask for less.`);
  }
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, SelectionSetNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment.selectionSet]));
}

/** The most root fields that an operation of the document has, those among them that fragments hold. */
function rootFields(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const counted = new Map<string, number>();
  const countOf = (selections: SelectionSetNode): number =>
    selections.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + countOf(selection.selectionSet);
      return sum + countOfFragment(selection.name.value);
    }, 0);
  const countOfFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    // One that contains itself is refused by another rule; here it must only not go on for ever.
    counted.set(name, 0);
    const selections = fragments.get(name);
    const count = selections ? countOf(selections) : 0;
    counted.set(name, count);
    return count;
  };
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((operation) => countOf(operation.selectionSet)));
}

/** @throws TOO_COMPLEX where a value goes deeper than anything that is asked for */
export function refuseDeepJson(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_JSON_DEPTH) {
      throw new Failure("TOO_COMPLEX", `What you sent goes deeper than ${MAX_JSON_DEPTH} levels. Send it flatter.`);
    }
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}
