import "@mantine/notifications/styles.css";
import { Notifications, notifications } from "@mantine/notifications";

/** The library of notices, apart from what every page needs. */
export function NotificationList() {
  return <Notifications position="bottom-right" />;
}

export { notifications };
