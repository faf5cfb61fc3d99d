import { useApolloClient } from "@apollo/client/react";
import { checkInput } from "@concord/shared/rules/check";
import { updateSavedDashboardRule } from "@concord/shared/rules/saved-dashboards";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Box, Button, Group, Modal, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "react-router";
import { DeleteSavedDashboardDocument, UpdateSavedDashboardDocument } from "../../generated/graphql.ts";
import { notify } from "../../ui/notices.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { QuestionDialog } from "../../ui/question-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { tryTo } from "../../ui/try-to.ts";
import { useShortForm } from "../../ui/use-short-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { dashboardPath } from "../dashboards/paths.ts";
import { filterOf, type Saved, wordsOfSaved } from "./saved.ts";
import { useSaved } from "./use-saved.ts";

/** The viewer's saved dashboards: where they lead, which are mailed, and how to rename and delete them. */
export function SavedDashboardsPage() {
  const { data, loading, error, refetch } = useSaved();
  return (
    <Stack>
      <PageTitle title={t`Saved dashboards`} />
      <Text>
        <Trans>Only you see these. To add one, choose filters on the dashboard and save it from there.</Trans>
      </Text>
      <QueryView data={data} loading={loading} error={error} refetch={() => void refetch()}>
        {({ savedDashboards }) =>
          savedDashboards.length === 0 ? (
            <Text c="dimmed">
              <Trans>You have saved none yet.</Trans>
            </Text>
          ) : (
            <Stack component="ul" gap="xs" p={0} m={0}>
              {savedDashboards.map((saved) => (
                <SavedItem key={saved.id} saved={saved} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Stack>
  );
}

function SavedItem({ saved }: { readonly saved: Saved }) {
  const { id, name } = saved;
  const client = useApolloClient();
  const [renaming, rename] = useDisclosure(false);
  const [asking, ask] = useDisclosure(false);
  const remove = async () => {
    await writeAndForget(client, DeleteSavedDashboardDocument, { id });
    ask.close();
    notify({ message: t`“${name}” is deleted.` });
  };
  return (
    <Group component="li" className="surface" p="md" justify="space-between">
      <Box miw={0} flex="1 1 20rem">
        <Anchor component={Link} to={dashboardPath(filterOf(saved))} fw={600} underline="always">
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {wordsOfSaved(saved)}
        </Text>
      </Box>
      <Group gap="sm">
        <MonthlySwitch saved={saved} />
        <Button variant="default" size="xs" onClick={rename.open} aria-label={t`Rename “${name}”`}>
          <Trans>Rename</Trans>
        </Button>
        <Button variant="default" size="xs" onClick={ask.open} aria-label={t`Delete “${name}”`}>
          <Trans>Delete</Trans>
        </Button>
      </Group>
      <Modal opened={renaming} onClose={rename.close} title={t`Rename “${name}”`} centered>
        <RenameForm saved={saved} onDone={rename.close} />
      </Modal>
      <QuestionDialog
        opened={asking}
        title={t`Delete “${name}”?`}
        keepLabel={t`Keep it`}
        onKeep={ask.close}
        doLabel={t`Delete it`}
        onDo={remove}
      >
        <Trans>Only the saved filter is deleted; what it shows stays. It is mailed no more.</Trans>
      </QuestionDialog>
    </Group>
  );
}

/** Begins or ends to mail it; an installation that sends no e-mail offers nothing. */
function MonthlySwitch({ saved: { id, monthly, name } }: { readonly saved: Saved }) {
  const client = useApolloClient();
  const { sendsMail } = useSession().installation;
  if (!sendsMail) return null;
  const change = (wanted: boolean) =>
    tryTo(async () => {
      await writeAndForget(client, UpdateSavedDashboardDocument, { id, input: { monthly: wanted } });
      notify({ message: wanted ? t`“${name}” is mailed to you each month.` : t`“${name}” is mailed no more.` });
    });
  return (
    <Switch
      label={t`Mail me each month`}
      aria-label={t`Mail me each month: “${name}”`}
      checked={monthly}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}

function RenameForm({ saved, onDone }: { readonly saved: Saved; readonly onDone: () => void }) {
  const client = useApolloClient();
  const short = useShortForm({
    initial: { name: saved.name },
    check: (values) => checkInput(updateSavedDashboardRule, values),
    send: async (input) => {
      await writeAndForget(client, UpdateSavedDashboardDocument, { id: saved.id, input });
      onDone();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Save`} onCancel={onDone}>
      <TextInput label={t`Name`} data-autofocus {...short.form.getInputProps("name")} />
    </ShortFormFrame>
  );
}
