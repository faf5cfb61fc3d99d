import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { PageTitle } from "./page-title.tsx";

/** The same for what is not there and for what the viewer may not know of. */
export function NotFound() {
  return (
    <Stack gap="md" align="flex-start" py="xl">
      <PageTitle title={t`There is nothing here`} />
      <Text maw="60ch">
        <Trans>
          This page does not exist, or it is not open to you. If somebody sent you the address, ask them to name you as
          a member of the record.
        </Trans>
      </Text>
      <Button component={Link} to="/">
        <Trans>Go to the dashboard</Trans>
      </Button>
    </Stack>
  );
}
