import { Button, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { PageTitle } from "./page-title.tsx";

/** The same for what is not there and for what the viewer may not know of. */
export function NotFound() {
  return (
    <Stack gap="md" align="flex-start" py="xl">
      <PageTitle title="There is nothing here" />
      <Text maw="60ch">
        This page does not exist, or it is not open to you. If somebody sent you the address, ask them to name you as a
        member of the record.
      </Text>
      <Button component={Link} to="/">
        Go to the dashboard
      </Button>
    </Stack>
  );
}
