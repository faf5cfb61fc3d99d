import { useApolloClient, useQuery } from "@apollo/client/react";
import { Center, Loader } from "@mantine/core";
import { useMemo } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { SessionDocument, SignOutDocument } from "../generated/graphql.ts";
import { failureOf } from "../ui/failure.ts";
import { FailureAlert } from "../ui/failure-alert.tsx";
import { SessionContext } from "../ui/session.ts";

/** Lets those in who are signed in; others go to the sign-in page, which brings them back here. */
export function SessionGate() {
  const client = useApolloClient();
  const location = useLocation();
  const { data, error, refetch } = useQuery(SessionDocument);
  const session = useMemo(() => {
    if (!data?.viewer) return null;
    return {
      viewer: data.viewer,
      installation: data.installation,
      signOut: async () => {
        await client.mutate({ mutation: SignOutDocument });
        // A new page begins without anything that this session has read.
        window.location.assign("/sign-in");
      },
    };
  }, [data, client]);
  if (error && !data) {
    return (
      <Center p="xl" component="main">
        <FailureAlert failure={failureOf(error)} onRetry={() => void refetch()} />
      </Center>
    );
  }
  if (!data) {
    return (
      <Center mih="60vh" component="main">
        <Loader aria-label="Loading" />
      </Center>
    );
  }
  if (!session) {
    const to = `${location.pathname}${location.search}`;
    return <Navigate to={to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`} replace />;
  }
  return (
    <SessionContext value={session}>
      <Outlet />
    </SessionContext>
  );
}
