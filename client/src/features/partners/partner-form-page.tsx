import { useApolloClient, useQuery } from "@apollo/client/react";
import { PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { Checkbox, SimpleGrid, Stack } from "@mantine/core";
import { useNavigate, useParams } from "react-router";
import { CreatePartnerDocument, PartnerDocument, UpdatePartnerDocument } from "../../generated/graphql.ts";
import { CodeSelect } from "../../ui/code-select.tsx";
import { FocusAreaChips } from "../../ui/focus-area-chips.tsx";
import { bound, TextAreaField, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { CountrySelect, SubdivisionSelect } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { RowsInput } from "../../ui/rows-input.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { SourcesInput } from "../../ui/sources-input.tsx";
import { type RecordForm, useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { OfficeSelect } from "../offices/office-select.tsx";
import { checkPartner, newPartner, PARTNER_LABELS, type PartnerFormValues, partnerValues } from "./partner-form.ts";
import { PartnerSelect } from "./partner-select.tsx";

export function NewPartnerPage() {
  const { viewer } = useSession();
  return (
    <Stack>
      <PageTitle title="New partner" />
      <PartnerForm initial={newPartner(viewer.office.id)} version={null} id={null} saveLabel="Add the partner" />
    </Stack>
  );
}

export function EditPartnerPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PartnerDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.partner} loading={loading} error={error} refetch={() => void refetch()}>
      {(partner) => (
        <Stack>
          <PageTitle title={`Edit ${partner.name}`} />
          <PartnerForm initial={partnerValues(partner)} version={partner.version} id={id} saveLabel="Save" />
        </Stack>
      )}
    </QueryView>
  );
}

interface PartnerFormProps {
  readonly initial: PartnerFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
}

function PartnerForm({ initial, version, id, saveLabel }: PartnerFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const record = useRecordForm({
    initial,
    version,
    check: checkPartner,
    create: async (input) => (await writeAndForget(client, CreatePartnerDocument, { input })).createPartner.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdatePartnerDocument, { id: id ?? "", version: at, input })).updatePartner.id,
    onSaved: (saved) => navigate(recordPath("PARTNER", saved), { replace: id !== null }),
  });
  return (
    <RecordFormFrame record={record} labels={PARTNER_LABELS} saveLabel={saveLabel}>
      <WhoTheyAre record={record} />
      <WhereTheyAct record={record} />
      <MoreAboutThem record={record} />
    </RecordFormFrame>
  );
}

type Props = { readonly record: Pick<RecordForm<PartnerFormValues>, "form"> };

function WhoTheyAre({ record: { form } }: Props) {
  const { values, errors } = form;
  return (
    <Section title="Who they are">
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField form={form} path="name" label="Name" withAsterisk />
          <TextField form={form} path="shortName" label="Short name" description="An acronym, as PNP" />
          <CodeSelect label="Kind" withAsterisk labels={PARTNER_KIND_LABELS} {...bound(form, "kind")} />
          <PartnerSelect
            label="Part of"
            description="The agency that this one is a unit of"
            {...bound(form, "parent")}
          />
          <CodeSelect label="Status" labels={PARTNER_STATUS_LABELS} {...bound(form, "status")} />
          <PartialDateInput label="Status since" {...bound(form, "statusSince")} />
        </SimpleGrid>
        <RowsInput
          legend="Other names, acronyms, names in other scripts"
          noun="alias"
          rows={values.aliases}
          error={errors["aliases"]}
          onAdd={() => form.insertListItem("aliases", { name: "", language: null })}
          onRemove={(index) => form.removeListItem("aliases", index)}
        >
          {(_alias, index) => (
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextField form={form} path={`aliases.${index}.name`} label="Name" withAsterisk />
              <TextField
                form={form}
                path={`aliases.${index}.language`}
                label="Language"
                description="A language tag, as ta or fr"
              />
            </SimpleGrid>
          )}
        </RowsInput>
      </Stack>
    </Section>
  );
}

function WhereTheyAct({ record: { form } }: Props) {
  const { values, errors } = form;
  return (
    <Section title="Jurisdiction and focus">
      <Stack>
        <Checkbox
          label="International"
          checked={values.international}
          onChange={(event) => {
            form.setFieldValue("international", event.currentTarget.checked);
            if (event.currentTarget.checked) form.setValues({ country: null, subdivision: null });
          }}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <CountrySelect
            label="Country"
            value={values.country}
            error={errors["country"]}
            disabled={values.international}
            onChange={(country) => form.setValues({ country, subdivision: null })}
          />
          <SubdivisionSelect label="State or province" country={values.country} {...bound(form, "subdivision")} />
        </SimpleGrid>
        <FocusAreaChips {...bound(form, "focusAreas")} />
        <OfficeSelect {...bound(form, "office")} />
      </Stack>
    </Section>
  );
}

function MoreAboutThem({ record: { form } }: Props) {
  const { values, errors } = form;
  return (
    <Section title="More about them">
      <Stack>
        <TextAreaField
          form={form}
          path="summary"
          label="Summary"
          description="What they are and do, in short"
          minRows={3}
        />
        <TextField form={form} path="website" label="Website" placeholder="https://" />
        <SourcesInput
          legend="Sources"
          noun="source"
          name="sources"
          value={values.sources}
          errors={errors}
          onChange={(sources) => form.setFieldValue("sources", sources)}
        />
      </Stack>
    </Section>
  );
}
