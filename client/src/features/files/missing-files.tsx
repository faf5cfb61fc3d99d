import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { UNREACHABLE } from "../../ui/failure.ts";
import { useUploads } from "./uploads.ts";

const nothing = () => undefined;

/** Says at the head of a record that files which were to be attached are missing, and sends them once more. */
export function MissingFiles({ record }: { readonly record: string }) {
  const { uploads, retry } = useUploads(record, nothing);
  const failed = uploads.filter(({ failure }) => failure !== null);
  if (failed.length === 0) return null;
  const names = failed.map(({ file }) => file.name).join(", ");
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
      title={t`Not everything is attached`}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          <Trans>What you wrote is saved. Missing: {names}</Trans>
        </Text>
        {failed.some(({ failure }) => failure?.code === UNREACHABLE) && (
          <Button size="xs" variant="default" onClick={() => retry()}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
