import type { NotificationData } from "@mantine/notifications";
import { lazy, Suspense, useSyncExternalStore } from "react";

const fetchNotifications = () => import("./notification-list.tsx");
const NotificationList = lazy(async () => ({ default: (await fetchNotifications()).NotificationList }));

let wanted = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says in a corner of the screen what came of something; its code is fetched when there is first something to say. */
export function notify(notice: NotificationData): void {
  wanted = true;
  for (const listener of listeners) listener();
  // Where it cannot be fetched there is no line, which the page itself says.
  fetchNotifications().then(
    ({ notifications }) => notifications.show(notice),
    () => undefined,
  );
}

/** Where notices are shown. */
export function Notices() {
  const isWanted = useSyncExternalStore(subscribe, () => wanted);
  return <Suspense>{isWanted && <NotificationList />}</Suspense>;
}
