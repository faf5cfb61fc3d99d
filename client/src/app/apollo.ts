import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { relayStylePagination } from "@apollo/client/utilities";
import { failureOf } from "../ui/failure.ts";
import type { Ask } from "../ui/use-list.ts";
import { askAhead } from "./ask-ahead.ts";
import { hashOf } from "./operation-hash.ts";

const list = relayStylePagination(["filter", "orderBy"]);

function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: {
      TimelineItem: ["Collaboration", "Recognition", "Statement"],
      DuplicateRecord: ["Partner", "Person"],
      Mergeable: ["Partner", "Person"],
    },
    typePolicies: {
      Query: {
        fields: {
          partners: list,
          people: list,
          collaborations: list,
          recognitions: list,
          statements: list,
          duplicates: list,
          recognitionDue: list,
          neverThanked: list,
          history: relayStylePagination(["of"]),
          auditLog: relayStylePagination(["filter"]),
          users: list,
          offices: list,
          imports: relayStylePagination(),
          importRows: relayStylePagination(["import", "filter"]),
        },
      },
      Partner: { fields: { timeline: relayStylePagination() } },
      // What a session may do is read anew with every session.
      Viewer: { keyFields: false },
      OwnAccount: { keyFields: false },
      Installation: { keyFields: [] },
      // Partners and people both have a field "name", which is not the same.
      ImportField: { keyFields: false },
      // Its sections are asked for one by one, and put together under the filter that all of them have.
      Dashboard: { keyFields: false, merge: true },
      RelationshipHealth: { keyFields: false, merge: true },
    },
  });
}

/** Operations go by the hash that the build gave them: production takes nothing else, and a slow line is spared them. */
const byHash = new ApolloLink((operation, forward) => {
  operation.extensions["persistedQuery"] = { version: 1, sha256Hash: hashOf(operation.query) };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

/**
 * The client of the API, and how to ask it before anything is drawn. `onSignedOut` is called when an answer says that the session has ended; but for what is asked
 * `isAside`, while somebody types: nobody is to be led away from a form in the middle of a word.
 */
export function createClient(onSignedOut: () => void): { readonly client: ApolloClient; readonly ask: Ask } {
  const signedOut = new ErrorLink(({ error, operation }) => {
    const isAside = operation.getContext()["isAside"] === true;
    if (failureOf(error).code === "UNAUTHENTICATED" && operation.operationName !== "SignIn" && !isAside) onSignedOut();
  });
  const onwards = ApolloLink.from([byHash, new HttpLink({ uri: "/graphql", credentials: "same-origin" })]);
  const ahead = askAhead(onwards);
  const client = new ApolloClient({
    link: ApolloLink.from([signedOut, ahead.link, onwards]),
    cache: createCache(),
    // Reading anew after a write must not be answered by a reading that was under way before it.
    queryDeduplication: false,
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network" } },
  });
  return { client, ask: (document, variables) => ahead.ask(client, document, variables) };
}
