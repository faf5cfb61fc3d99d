import { useApolloClient, useQuery } from "@apollo/client/react";
import { signInRule } from "@concord/shared/rules/accounts";
import { checkInput } from "@concord/shared/rules/check";
import { ROLE_LABELS } from "@concord/shared/vocabularies";
import {
  Box,
  Button,
  Center,
  Group,
  Image,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { SessionDocument, type SessionQuery, SignInDocument } from "../../generated/graphql.ts";
import { type Failure, failureOf } from "../../ui/failure.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

/** Only a path of this site; an address elsewhere would make the sign-in page a tool for others. */
function safePath(to: string | null): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.includes("\\") ? to : "/";
}

function useSignIn() {
  const client = useApolloClient();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function signIn(input: { email: string; password: string }) {
    setBusy(true);
    setFailure(null);
    try {
      await client.mutate({ mutation: SignInDocument, variables: { input } });
      window.location.assign(safePath(params.get("to")));
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  }
  return { signIn, busy, failure };
}

export function SignInPage() {
  const { data } = useQuery(SessionDocument);
  const { signIn, busy, failure } = useSignIn();
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "", password: "" } });
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={440} gap="lg">
        <Group gap="sm">
          <Image src="/icon.svg" alt="" w={40} h={40} />
          <Box>
            <PageTitle title="Sign in to Concord" />
            <Text c="dimmed">{data?.installation.name}</Text>
          </Box>
        </Group>
        <Box
          component="form"
          noValidate
          className="surface"
          p="lg"
          onSubmit={form.onSubmit((values) => {
            const checked = checkInput(signInRule, values);
            if (checked.ok) void signIn(values);
            else form.setErrors(Object.fromEntries(checked.issues.map(({ path, message }) => [path, message])));
          })}
        >
          <Stack>
            {failure && <FailureAlert failure={failure} />}
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="username"
              key={form.key("email")}
              {...form.getInputProps("email")}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
              key={form.key("password")}
              {...form.getInputProps("password")}
            />
            <Button type="submit" loading={busy}>
              Sign in
            </Button>
          </Stack>
        </Box>
        {data && <DemoUsers users={data.installation.demoUsers} onChoose={signIn} />}
      </Stack>
    </Center>
  );
}

interface DemoUsersProps {
  readonly users: SessionQuery["installation"]["demoUsers"];
  readonly onChoose: (input: { email: string; password: string }) => void;
}

/** In demo mode only: one press signs in. */
function DemoUsers({ users, onChoose }: DemoUsersProps) {
  if (users.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label="Demo users">
      <Title order={2}>Look around as</Title>
      {users.map(({ name, email, role, office, password }) => (
        <UnstyledButton key={email} className="surface" p="sm" onClick={() => onChoose({ email, password })}>
          <Text fw={600}>{ROLE_LABELS[role]}</Text>
          <Text size="sm" c="dimmed">
            {name}, {office} · {email}
          </Text>
        </UnstyledButton>
      ))}
      <Text size="sm" c="dimmed">
        The password of all of them is <code>{users[0]?.password}</code>.
      </Text>
    </Stack>
  );
}
