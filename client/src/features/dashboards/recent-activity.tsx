import { RECORD_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, List, Text } from "@mantine/core";
import { Link } from "react-router";
import { InstantText } from "../../ui/dates.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { wordsOf } from "../../ui/words.ts";
import type { DashboardData } from "./dashboard-data.ts";

/** "changed by Meera Nair" */
function deedText({ action, by }: DashboardData["recentActivity"][number]): string {
  const who = by?.name ?? t`the installation`;
  return {
    CREATE: t`added by ${who}`,
    UPDATE: t`changed by ${who}`,
    DELETE: t`moved to the trash by ${who}`,
    RESTORE: t`restored by ${who}`,
    MERGE: t`merged by ${who}`,
    UNMERGE: t`unmerged by ${who}`,
  }[action];
}

/** The newest changes, one line a record. */
export function RecentActivity({ activities }: { readonly activities: DashboardData["recentActivity"] }) {
  if (activities.length === 0)
    return (
      <Text c="dimmed">
        <Trans>Nothing has been logged under these filters.</Trans>
      </Text>
    );
  return (
    <List listStyleType="none" spacing="xs">
      {activities.map((activity) => (
        <List.Item key={activity.id}>
          <Anchor component={Link} to={recordPath(activity.kind, activity.id)} fw={600}>
            {activity.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {wordsOf(RECORD_KIND_LABELS)[activity.kind]} · {deedText(activity)}, <InstantText value={activity.at} />
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
