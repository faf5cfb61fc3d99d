import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { relayStylePagination } from "@apollo/client/utilities";
import { failureOf } from "../ui/failure.ts";

const list = relayStylePagination(["filter", "orderBy"]);

function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: { TimelineItem: ["Collaboration", "Recognition", "Statement"] },
    typePolicies: {
      Query: {
        fields: {
          partners: list,
          people: list,
          collaborations: list,
          recognitions: list,
          statements: list,
          history: relayStylePagination(["of"]),
        },
      },
      Partner: { fields: { timeline: relayStylePagination() } },
      // What a session may do is read anew with every session.
      Viewer: { keyFields: false },
      Installation: { keyFields: [] },
      Dashboard: { keyFields: false },
    },
  });
}

/**
 * The client of the API. `onSignedOut` is called when an answer says that the session has ended.
 */
export function createClient(onSignedOut: () => void): ApolloClient {
  const signedOut = new ErrorLink(({ error, operation }) => {
    if (failureOf(error).code === "UNAUTHENTICATED" && operation.operationName !== "SignIn") onSignedOut();
  });
  return new ApolloClient({
    link: ApolloLink.from([signedOut, new HttpLink({ uri: "/graphql", credentials: "same-origin" })]),
    cache: createCache(),
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network" } },
  });
}
