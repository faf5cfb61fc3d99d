import { ApolloLink } from "@apollo/client";
import { firstValueFrom, from } from "rxjs";
import { hashOf } from "./operation-hash.ts";

/**
 * Lets the first page ask for what it will show before it is drawn, so that over a slow line it waits for one answer
 * and not for one after the other. Each answer is taken once, by the same operation with the same variables.
 */
export function askAhead(onwards: ApolloLink) {
  const answers = new Map<string, Promise<ApolloLink.Result>>();
  return {
    ask: (client: ApolloLink.ExecuteContext["client"], query: ApolloLink.Request["query"], variables: object): void => {
      const answer = firstValueFrom(ApolloLink.execute(onwards, { query, variables: { ...variables } }, { client }));
      // Whoever takes the answer is told; where nobody does, nobody needs to know.
      answer.catch(() => undefined);
      answers.set(keyOf(query, variables), answer);
    },
    link: new ApolloLink((operation, forward) => {
      const key = keyOf(operation.query, operation.variables);
      const answer = answers.get(key);
      answers.delete(key);
      // What was asked for before a change is not to be shown after it.
      if (operation.operationType === "mutation") answers.clear();
      return answer ? from(answer) : forward(operation);
    }),
  };
}

function keyOf(query: object, variables: object): string {
  return `${hashOf(query)} ${JSON.stringify(variables)}`;
}
