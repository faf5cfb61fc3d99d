import { useApolloClient } from "@apollo/client/react";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { notify } from "../ui/notices.tsx";
import { recordPath, SAVE_AGAIN, UNSENT_PATH } from "../ui/record-paths.ts";
import { useUnsent } from "../ui/use-unsent.ts";
import type { Outcome } from "./send-waiting.ts";

const RETRY_MS = 20_000;

function subscribeToLine(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Whether the device says that it has a line; where it says so, there may still be none. */
export function useLine(): boolean {
  return useSyncExternalStore(subscribeToLine, () => navigator.onLine);
}

/** How many saves wait, how many of them need somebody, and how to send them now. */
export interface Outbox {
  readonly waiting: number;
  readonly needsAttention: number;
  readonly send: () => void;
}

/** Sends what waits as soon as there is a line, and tells what came of it. */
export function useOutbox(): Outbox {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { keptForms, forms } = useUnsent();
  const waiting = forms.filter((form) => form.waiting && !form.waiting.failure).length;
  const needsAttention = forms.filter((form) => form.waiting?.failure).length;

  const tell = ({ form, failure }: Outcome) => {
    const { kind, recordId } = form.waiting;
    const formTitle = form.title;
    const open = () => navigate(recordPath(kind, recordId ?? form.newId));
    const compare = () => navigate(form.path, { state: SAVE_AGAIN });
    if (failure === null)
      notify({ title: t`Saved, now that there is a line`, message: <Act text={form.title} act={open} /> });
    else if (failure.code === "CONFLICT" && failure.current && pathname === UNSENT_PATH) compare();
    else
      notify({
        color: "red",
        autoClose: false,
        title: t`Not saved yet: ${formTitle}`,
        message: <Act text={failure.message} act={failure.current ? compare : () => navigate(UNSENT_PATH)} />,
      });
  };

  const send = () => {
    if (!keptForms) return;
    import("./send-waiting.ts").then(({ sendWaiting }) => sendWaiting(client, keptForms, tell)).catch(() => undefined);
  };
  const sendInTime = useEffectEvent(send);
  const isOnline = useLine();
  useEffect(() => {
    if (waiting === 0 || !isOnline) return;
    sendInTime();
    const timer = setInterval(() => sendInTime(), RETRY_MS);
    return () => clearInterval(timer);
  }, [waiting, isOnline]);
  return { waiting, needsAttention, send };
}

function Act({ text, act }: { readonly text: string; readonly act: () => void }) {
  return (
    <>
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="light" mt={4} onClick={act}>
        <Trans>Open</Trans>
      </Button>
    </>
  );
}

/** In the header: that there is no line, and what waits for it. */
export function LineStatus({ outbox }: { readonly outbox: Outbox }) {
  const isOnline = useLine();
  const [wasOffline, setWasOffline] = useState(false);
  useEffect(() => {
    if (!isOnline) setWasOffline(true);
  }, [isOnline]);
  const words = wordsFor(isOnline, outbox);
  if (words === null)
    return wasOffline ? (
      <Text role="status" className="unseen">
        <Trans>There is a line again.</Trans>
      </Text>
    ) : null;
  const Icon = isOnline ? IconCloudUp : IconCloudOff;
  return (
    <Button
      component={Link}
      to={UNSENT_PATH}
      variant="default"
      px="xs"
      role="status"
      leftSection={<Icon size={16} aria-hidden />}
    >
      {words}
    </Button>
  );
}

function wordsFor(isOnline: boolean, { waiting, needsAttention }: Outbox): string | null {
  if (needsAttention > 0) return plural(needsAttention, { one: "# not saved", other: "# not saved" });
  if (waiting > 0) return plural(waiting, { one: "# waiting", other: "# waiting" });
  return isOnline ? null : t`No line`;
}
