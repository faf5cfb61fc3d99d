import { useApolloClient, useQuery } from "@apollo/client/react";
import { SimpleGrid, Stack, TagsInput } from "@mantine/core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CreatePersonDocument, PersonDocument, UpdatePersonDocument } from "../../generated/graphql.ts";
import { bound, TextAreaField, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { RowsInput } from "../../ui/rows-input.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { type RecordForm, useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { OfficeSelect } from "../offices/office-select.tsx";
import { PartnerSelect } from "../partners/partner-select.tsx";
import {
  checkPerson,
  newPerson,
  newPosition,
  PERSON_LABELS,
  type PersonFormValues,
  personValues,
} from "./person-form.ts";

export function NewPersonPage() {
  const { viewer } = useSession();
  const [params] = useSearchParams();
  return (
    <Stack>
      <PageTitle title="New person" />
      <PersonForm
        initial={newPerson(viewer.office.id, params.get("partner"))}
        version={null}
        id={null}
        saveLabel="Add the person"
      />
    </Stack>
  );
}

export function EditPersonPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PersonDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.person} loading={loading} error={error} refetch={() => void refetch()}>
      {(person) => (
        <Stack>
          <PageTitle title={`Edit ${person.name}`} />
          <PersonForm initial={personValues(person)} version={person.version} id={id} saveLabel="Save" />
        </Stack>
      )}
    </QueryView>
  );
}

interface PersonFormProps {
  readonly initial: PersonFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
}

function PersonForm({ initial, version, id, saveLabel }: PersonFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const record = useRecordForm({
    initial,
    version,
    check: checkPerson,
    create: async (input) => (await writeAndForget(client, CreatePersonDocument, { input })).createPerson.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdatePersonDocument, { id: id ?? "", version: at, input })).updatePerson.id,
    onSaved: (saved) => navigate(recordPath("PERSON", saved), { replace: id !== null }),
  });
  const { form } = record;
  return (
    <RecordFormFrame record={record} labels={PERSON_LABELS} saveLabel={saveLabel}>
      <Section title="Who they are">
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextField form={form} path="name" label="Name" withAsterisk description="Without rank or title" />
            <TagsInput label="Other names" description="Press Enter after each" {...bound(form, "aliases")} />
          </SimpleGrid>
          <OfficeSelect {...bound(form, "office")} />
        </Stack>
      </Section>
      <Section title="Positions">
        <Positions record={record} />
      </Section>
      <Section title="More">
        <TextAreaField form={form} path="notes" label="Notes" minRows={3} />
      </Section>
    </RecordFormFrame>
  );
}

/** What they were called, where, from when to when: people move, and their positions are kept. */
function Positions({ record: { form } }: { readonly record: Pick<RecordForm<PersonFormValues>, "form"> }) {
  const { values, errors } = form;
  return (
    <RowsInput
      legend="From the first to the present"
      noun="position"
      rows={values.positions}
      error={errors["positions"]}
      onAdd={() => form.insertListItem("positions", newPosition(null))}
      onRemove={(index) => form.removeListItem("positions", index)}
    >
      {(position, index) => {
        const path = `positions.${index}`;
        return (
          <>
            <PartnerSelect
              label="Partner"
              withAsterisk
              value={position.partner}
              error={errors[`${path}.partner`]}
              onChange={(partner) => form.setFieldValue(`${path}.partner`, partner)}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextField form={form} path={`${path}.title`} label="Title" description="As Chief" withAsterisk />
              <TextField form={form} path={`${path}.rank`} label="Rank" description="As Police Brigadier General" />
              <PartialDateInput
                label="From"
                value={position.from}
                error={errors[`${path}.from`]}
                onChange={(from) => form.setFieldValue(`${path}.from`, from)}
              />
              <PartialDateInput
                label="To"
                value={position.to}
                error={errors[`${path}.to`]}
                onChange={(to) => form.setFieldValue(`${path}.to`, to)}
              />
            </SimpleGrid>
          </>
        );
      }}
    </RowsInput>
  );
}
