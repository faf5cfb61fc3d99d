import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { PageTitle } from "../ui/page-title.tsx";

/** Shown where drawing a page failed: nothing that was saved is lost by it. */
function ErrorPage() {
  return (
    <Stack component="main" gap="md" align="flex-start" p="xl">
      <PageTitle title={t`This page could not be shown`} />
      <Text maw="60ch">
        <Trans>
          What was saved is safe, and so is what you typed. Check your connection and reload the page; if it happens
          again, tell an administrator which page it was.
        </Trans>
      </Text>
      <Button onClick={() => window.location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    </Stack>
  );
}

/** Catches what fails while a page is drawn, and what of its code cannot be fetched. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <ErrorPage /> : this.props.children;
  }
}
