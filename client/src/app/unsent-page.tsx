import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useNavigate, useOutletContext } from "react-router";
import { InstantText } from "../ui/dates.tsx";
import type { KeptForm } from "../ui/kept-forms.ts";
import { PageTitle } from "../ui/page-title.tsx";
import { SAVE_AGAIN } from "../ui/record-paths.ts";
import { Section } from "../ui/section.tsx";
import { useUnsent } from "../ui/use-unsent.ts";
import { type Outbox, useLine } from "./outbox.tsx";

/** What is not sent yet: saves that wait for the line, and drafts. */
export function UnsentPage() {
  const { send } = useOutletContext<Outbox>();
  const { keptForms, forms } = useUnsent();
  const isOnline = useLine();
  const saves = forms.filter((form) => form.waiting);
  const drafts = forms.filter((form) => !form.waiting);
  return (
    <Stack gap="lg">
      <PageTitle title={t`Not sent yet`} />
      <Text maw="70ch">
        {keptForms
          ? t`What is listed here lies in this browser alone, sealed, so that nobody reads it who is not signed in as you. Saves go out by themselves as soon as there is a line.`
          : t`This browser keeps nothing for Concord, so what is not saved is lost when the page is closed. Use a connection with TLS, and no private window.`}
      </Text>
      <Section title={t`Saves that wait for the line`}>
        {saves.length === 0 ? (
          <Text c="dimmed">
            <Trans>No save is waiting.</Trans>
          </Text>
        ) : (
          <Stack align="flex-start">
            <UnsentList forms={saves} />
            <Button onClick={() => send()} disabled={!isOnline} leftSection={<IconSend size={16} aria-hidden />}>
              <Trans>Send them now</Trans>
            </Button>
          </Stack>
        )}
      </Section>
      <Section title={t`Drafts`}>
        {drafts.length === 0 ? (
          <Text c="dimmed">
            <Trans>There is no draft.</Trans>
          </Text>
        ) : (
          <UnsentList forms={drafts} />
        )}
      </Section>
    </Stack>
  );
}

export function UnsentList({ forms }: { readonly forms: readonly KeptForm[] }) {
  return (
    <List listStyleType="none" spacing="md" w="100%">
      {forms.map((form) => (
        <List.Item key={form.slot} styles={{ itemWrapper: { width: "100%" }, itemLabel: { width: "100%" } }}>
          <Unsent form={form} />
        </List.Item>
      ))}
    </List>
  );
}

function Unsent({ form }: { readonly form: KeptForm }) {
  const navigate = useNavigate();
  const { keptForms } = useUnsent();
  const { title } = form;
  const failure = form.waiting?.failure ?? null;

  async function open() {
    if (form.slot === form.path || !keptForms) {
      navigate(form.path, failure?.current ? { state: SAVE_AGAIN } : {});
      return;
    }
    // A new record gets an address of its own, so that it takes no other draft's place.
    const path = `${form.path}${form.path.includes("?") ? "&" : "?"}draft=${form.newId}`;
    await keptForms.put({ ...form, slot: path, path, waiting: null });
    await keptForms.remove(form.slot);
    navigate(path);
  }

  return (
    <Group justify="space-between" align="flex-start" className="surface" p="sm">
      <Stack gap={2} flex={1} miw={220}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {failure && (
            <Badge variant="outline" color="red">
              {failure.current ? t`Changed by somebody else meanwhile` : t`Needs another look`}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          <InstantText value={form.keptAt} />
        </Text>
        {failure && <Text size="sm">{failure.message}</Text>}
      </Stack>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => void open()} aria-label={t`Open ${title}`}>
          {failure?.current ? t`Compare and save` : t`Open`}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={() => void keptForms?.remove(form.slot)}
          aria-label={t`Discard ${title}`}
        >
          <Trans>Discard</Trans>
        </Button>
      </Group>
    </Group>
  );
}
