import { HISTORY_ACTION_LABELS, RECORD_KIND_LABELS } from "@concord/shared/vocabularies";
import { Anchor, List, Text } from "@mantine/core";
import { Link } from "react-router";
import { InstantText } from "../../ui/dates.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import type { DashboardData } from "./dashboard-data.ts";

/** The newest changes, one line a record. */
export function RecentActivity({ activities }: { readonly activities: DashboardData["recentActivity"] }) {
  if (activities.length === 0) return <Text c="dimmed">Nothing has been logged under these filters.</Text>;
  return (
    <List listStyleType="none" spacing="xs">
      {activities.map((activity) => (
        <List.Item key={activity.id}>
          <Anchor component={Link} to={recordPath(activity.kind, activity.id)} fw={600}>
            {activity.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {RECORD_KIND_LABELS[activity.kind]} · {HISTORY_ACTION_LABELS[activity.action].toLowerCase()} by{" "}
            {activity.by?.name ?? "the installation"}, <InstantText value={activity.at} />
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
