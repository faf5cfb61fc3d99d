import { useApolloClient, useQuery } from "@apollo/client/react";
import { ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { SimpleGrid, Stack } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import {
  InviteUserDocument,
  type InviteUserMutation,
  SessionDocument,
  UpdateUserDocument,
  UserDocument,
} from "../../generated/graphql.ts";
import { CodeSelect } from "../../ui/code-select.tsx";
import { bound, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { OfficeSelect } from "../offices/office-select.tsx";
import { Invited } from "./invited.tsx";
import { userPath } from "./paths.ts";
import { checkUser, newUser, type UserFormValues, userLabels, userValues } from "./user-form.ts";

type Invitation = InviteUserMutation["inviteUser"];

export function InviteUserPage() {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  if (invitation) return <Invited invitation={invitation} onAnother={() => setInvitation(null)} />;
  return (
    <Stack>
      <PageTitle title={t`Invite a user`} />
      <UserForm initial={newUser} version={null} id={null} saveLabel={t`Invite`} onInvited={setInvitation} />
    </Stack>
  );
}

export function EditUserPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(UserDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.user} loading={loading} error={error} refetch={() => void refetch()}>
      {(user) => (
        <Stack>
          <PageTitle title={t`Edit ${{ name: user.name }}`} />
          <UserForm initial={userValues(user)} version={user.version} id={id} saveLabel={t`Save`} />
        </Stack>
      )}
    </QueryView>
  );
}

interface UserFormProps {
  readonly initial: UserFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
  readonly onInvited?: (invitation: Invitation) => void;
}

function UserForm({ initial, version, id, saveLabel, onInvited }: UserFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { viewer } = useSession();
  const record = useRecordForm({
    initial,
    version,
    check: checkUser,
    create: async (input) => {
      const { inviteUser } = await writeAndForget(client, InviteUserDocument, { input });
      onInvited?.(inviteUser);
      return inviteUser.user.id;
    },
    update: async (at, input) => {
      const { updateUser } = await writeAndForget(client, UpdateUserDocument, { id: id ?? "", version: at, input });
      // Who changes their own role or name is shown at once what is left to them.
      if (id === viewer.id) await client.refetchQueries({ include: [SessionDocument] });
      return updateUser.id;
    },
    onSaved: (saved) => {
      if (id !== null) navigate(userPath(saved), { replace: true });
    },
  });
  const { form } = record;
  return (
    <RecordFormFrame record={record} labels={userLabels()} saveLabel={saveLabel}>
      <Section title={t`Who they are`}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField form={form} path="name" label={t`Name`} withAsterisk />
          <TextField form={form} path="email" label={t`E-mail`} description={t`With which they sign in`} withAsterisk />
        </SimpleGrid>
      </Section>
      <Section title={t`What they may do`}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <CodeSelect label={t`Role`} labels={ROLE_LABELS} withAsterisk {...bound(form, "role")} />
          <OfficeSelect label={t`Office`} withAsterisk {...bound(form, "office")} />
        </SimpleGrid>
      </Section>
    </RecordFormFrame>
  );
}
