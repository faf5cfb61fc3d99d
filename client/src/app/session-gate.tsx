import { useApolloClient, useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Center, Loader } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { SessionDocument, SignOutDocument } from "../generated/graphql.ts";
import { failureOf } from "../ui/failure.ts";
import { FailureAlert } from "../ui/failure-alert.tsx";
import { KeptForms } from "../ui/kept-forms.ts";
import { SessionContext } from "../ui/session.ts";

/** Lets those in who are signed in; others go to the sign-in page, which brings them back here. */
export function SessionGate() {
  const client = useApolloClient();
  const location = useLocation();
  const { data, error, refetch } = useQuery(SessionDocument);
  const keptForms = useKeptForms(data?.viewer ?? null);
  const session = useMemo(() => {
    if (!data?.viewer || keptForms === undefined) return null;
    return {
      keptForms,
      viewer: data.viewer,
      installation: data.installation,
      signOut: async () => {
        await client.mutate({ mutation: SignOutDocument });
        // A new page begins without anything that this session has read.
        window.location.assign("/sign-in");
      },
    };
  }, [data, client, keptForms]);
  if (error && !data) {
    return (
      <Center p="xl" component="main">
        <FailureAlert failure={failureOf(error)} onRetry={() => void refetch()} />
      </Center>
    );
  }
  if (!data || (data.viewer && !session)) {
    return (
      <Center mih="60vh" component="main">
        <Loader aria-label={t`Loading`} />
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

interface Keeper {
  readonly id: string;
  readonly draftKey: string;
}

/** What this browser keeps for the viewer; undefined until that is known. */
function useKeptForms(viewer: Keeper | null): KeptForms | null | undefined {
  const [opened, setOpened] = useState<{ readonly owner: string; readonly forms: KeptForms | null }>();
  const { id, draftKey } = viewer ?? { id: null, draftKey: null };
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    KeptForms.open(id, draftKey).then((forms) => {
      if (wanted) setOpened({ owner: id, forms });
    });
    return () => {
      wanted = false;
    };
  }, [id, draftKey]);
  return opened && opened.owner === id ? opened.forms : undefined;
}
