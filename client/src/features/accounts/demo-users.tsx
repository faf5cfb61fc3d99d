import { ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, Title, UnstyledButton } from "@mantine/core";
import type { SessionQuery } from "../../generated/graphql.ts";
import { wordsOf } from "../../ui/words.ts";

interface DemoUsersProps {
  readonly users: SessionQuery["installation"]["demoUsers"];
  readonly onChoose: (user: { readonly email: string; readonly password: string }) => void;
}

/** In demo mode only: one press signs in. */
export function DemoUsers({ users, onChoose }: DemoUsersProps) {
  const [first] = users;
  if (!first) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t`Demo users`}>
      <Title order={2}>
        <Trans>Look around as</Trans>
      </Title>
      {users.map(({ name, email, role, office, password }) => (
        <UnstyledButton key={email} className="surface" p="sm" onClick={() => onChoose({ email, password })}>
          <Text fw={600}>{wordsOf(ROLE_LABELS)[role]}</Text>
          <Text size="sm" c="dimmed">
            {name}, {office} · {email}
          </Text>
        </UnstyledButton>
      ))}
      <PasswordOfAll {...first} />
    </Stack>
  );
}

function PasswordOfAll({ password }: { readonly password: string }) {
  return (
    <Text size="sm" c="dimmed">
      <Trans>
        The password of all of them is <code>{password}</code>.
      </Trans>
    </Text>
  );
}
