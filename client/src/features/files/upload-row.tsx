import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, List, Progress, Text } from "@mantine/core";
import { UNREACHABLE } from "../../ui/failure.ts";
import { numberText } from "../../ui/number-text.ts";
import type { Upload } from "./uploads.ts";

interface UploadRowProps {
  readonly upload: Upload;
  readonly onDismiss: () => void;
  readonly onRetry: () => void;
}

/** A file on its way: how far it has got, or why it was not attached. */
export function UploadRow({ upload, onDismiss, onRetry }: UploadRowProps) {
  const { file, sent, failure } = upload;
  const { name } = file;
  const percent = Math.round((sent ?? 0) * 100);
  const share = numberText(percent / 100, { style: "percent" });
  return (
    <List.Item>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600} miw={0}>
          {name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {failure?.code === UNREACHABLE && (
            <Button size="compact-xs" variant="default" onClick={onRetry} aria-label={t`Try again with ${name}`}>
              <Trans>Try again</Trans>
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            onClick={onDismiss}
            aria-label={failure ? t`Dismiss ${name}` : t`Stop ${name}`}
          >
            {failure ? t`Dismiss` : t`Stop`}
          </Button>
        </Group>
      </Group>
      {failure ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {failure.message}
        </Text>
      ) : (
        <>
          <Progress value={percent} aria-label={t`How much of ${name} is sent`} my={4} />
          <Text size="sm" c="dimmed">
            {sent === null ? t`Waits for those before it` : percent < 100 ? t`${share} sent` : t`Sent; being checked`}
          </Text>
        </>
      )}
    </List.Item>
  );
}
