import { useApolloClient, useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, SimpleGrid, Stack } from "@mantine/core";
import { Link, useNavigate, useParams } from "react-router";
import { CreateOfficeDocument, OfficeDocument, UpdateOfficeDocument } from "../../generated/graphql.ts";
import { bound, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { CountrySelect } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { Section } from "../../ui/section.tsx";
import { useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { auditLogPath } from "../audit/paths.ts";
import { checkOffice, newOffice, type OfficeFormValues, officeLabels, officeValues } from "./office-form.ts";

export function NewOfficePage() {
  return (
    <Stack>
      <PageTitle title={t`Add an office`} />
      <OfficeForm initial={newOffice} version={null} id={null} saveLabel={t`Add the office`} />
    </Stack>
  );
}

export function EditOfficePage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(OfficeDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.office} loading={loading} error={error} refetch={() => void refetch()}>
      {(office) => (
        <Stack align="stretch">
          <PageTitle title={t`Edit the office ${{ name: office.name }}`} />
          <Anchor component={Link} to={auditLogPath({ subject: [id] })} underline="always">
            <Trans>Everything about this office in the audit log</Trans>
          </Anchor>
          <OfficeForm initial={officeValues(office)} version={office.version} id={id} saveLabel={t`Save`} />
        </Stack>
      )}
    </QueryView>
  );
}

interface OfficeFormProps {
  readonly initial: OfficeFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
}

function OfficeForm({ initial, version, id, saveLabel }: OfficeFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const record = useRecordForm({
    initial,
    version,
    check: checkOffice,
    create: async (input) => (await writeAndForget(client, CreateOfficeDocument, { input })).createOffice.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdateOfficeDocument, { id: id ?? "", version: at, input })).updateOffice.id,
    onSaved: () => navigate("/offices", { replace: id !== null }),
  });
  const { form } = record;
  return (
    <RecordFormFrame record={record} labels={officeLabels()} saveLabel={saveLabel}>
      <Section title={t`The office`}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField form={form} path="name" label={t`Name`} withAsterisk />
          <CountrySelect label={t`Country`} withAsterisk {...bound(form, "country")} />
          <TextField form={form} path="city" label={t`City`} />
        </SimpleGrid>
      </Section>
    </RecordFormFrame>
  );
}
