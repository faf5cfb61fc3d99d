import type { ApolloServerPlugin } from "@apollo/server";
import { type FieldIssue, issuesOf } from "@concord/shared/rules/check";
import { type GraphQLFormattedError, Kind, type OperationDefinitionNode } from "graphql";
import * as z from "zod";
import type { Context } from "./context.ts";
import { onRequest } from "./plugins.ts";

const faultRule = z.object({
  code: z.literal("BAD_USER_INPUT"),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).min(1),
});

/**
 * Puts the faults of one input into one error. GraphQL refuses values of the wrong type one by one, before any rule of
 * ours has seen the input; a person wants to see everything that is wrong with their form at once.
 */
export function allFaultsAtOnce(rules: ReadonlyMap<string, z.ZodType>): ApolloServerPlugin<Context> {
  return onRequest({
    async willSendResponse({ response, operation, request }) {
      if (response.body.kind !== "single") return;
      const { errors, data } = response.body.singleResult;
      // With data there was an execution: then the rules have seen the input already.
      if (!errors || data !== undefined) return;
      const faults = errors.flatMap((error) => fieldsOf(error));
      if (faults.length === 0) return;
      const more = operation ? faultsByRule(rules, operation, request.variables ?? {}) : [];
      const fields = [...faults, ...more.filter(({ path }) => !faults.some((fault) => fault.path === path))];
      const message = fields.map((field) => field.message).join(" ");
      response.body.singleResult.errors = [{ message, extensions: { code: "BAD_USER_INPUT", fields } }];
    },
  });
}

function fieldsOf(error: GraphQLFormattedError): FieldIssue[] {
  const fault = faultRule.safeParse(error.extensions);
  return fault.success ? fault.data.fields : [];
}

/** What the rule of the operation's only mutation says of its `input`, where that is a variable. */
function faultsByRule(
  rules: ReadonlyMap<string, z.ZodType>,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): FieldIssue[] {
  const [field, ...others] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0) return [];
  const argument = field.arguments?.find(({ name }) => name.value === "input")?.value;
  const rule = rules.get(field.name.value);
  if (!rule || argument?.kind !== Kind.VARIABLE) return [];
  const checked = rule.safeParse(variables[argument.name.value]);
  return checked.success ? [] : issuesOf(checked.error);
}
