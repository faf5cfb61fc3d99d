import { Button, Stack, Text } from "@mantine/core";
import { PageTitle } from "../ui/page-title.tsx";

/** Shown where drawing a page failed: nothing that was saved is lost by it. */
export function ErrorPage() {
  return (
    <Stack component="main" gap="md" align="flex-start" p="xl">
      <PageTitle title="This page could not be shown" />
      <Text maw="60ch">
        What was saved is safe. Reload the page; if it happens again, tell an administrator which page it was.
      </Text>
      <Button onClick={() => window.location.reload()}>Reload</Button>
    </Stack>
  );
}
