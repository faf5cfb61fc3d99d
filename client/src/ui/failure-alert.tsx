import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Failure } from "./failure.ts";

interface FailureAlertProps {
  readonly failure: Pick<Failure, "message">;
  /** What has happened, where it is not just that something did not work. */
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What did not work and what to do, read out at once. */
export function FailureAlert({ failure, title, onRetry }: FailureAlertProps) {
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
      title={title ?? t`That did not work`}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{failure.message}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
