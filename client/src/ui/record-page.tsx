import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Group, Stack } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { PageTitle } from "./page-title.tsx";

interface RecordPageProps {
  readonly title: string;
  readonly deletedAt: string | null;
  readonly badges: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** The head of a record's page, and its parts below. */
export function RecordPage({ title, deletedAt, badges, subtitle, actions, children }: RecordPageProps) {
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <Stack gap={6} flex={1} miw={260}>
          <PageTitle title={title} />
          {subtitle}
          <Group gap={6}>{badges}</Group>
        </Stack>
        {actions}
      </Group>
      {deletedAt && (
        <Alert color="gray" variant="outline" icon={<IconTrash aria-hidden />} title={t`In the trash`}>
          <Trans>Nobody finds this in lists, searches or totals until it is restored.</Trans>
        </Alert>
      )}
      {children}
    </Stack>
  );
}
