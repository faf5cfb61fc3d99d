import { useApolloClient, useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { SimpleGrid, Stack, TagsInput } from "@mantine/core";
import { useMemo } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CreatePersonDocument, PersonDocument, UpdatePersonDocument } from "../../generated/graphql.ts";
import { AtOwnAddress } from "../../ui/at-own-address.tsx";
import { ExternalIdsInput } from "../../ui/external-ids-input.tsx";
import { bound, TextAreaField, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { editPath, recordPath } from "../../ui/record-paths.ts";
import { RowsInput } from "../../ui/rows-input.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { type RecordForm, useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { DuplicatesWhileTyping } from "../duplicates/duplicates-while-typing.tsx";
import { OfficeSelect } from "../offices/office-select.tsx";
import { PartnerSelect } from "../partners/partner-select.tsx";
import {
  checkPerson,
  newPerson,
  newPosition,
  type PersonFormValues,
  personDraft,
  personLabels,
  personValues,
} from "./person-form.ts";

export function NewPersonPage() {
  const { viewer } = useSession();
  const [params] = useSearchParams();
  return (
    <Stack>
      <PageTitle title={t`New person`} />
      <PersonForm
        initial={newPerson(viewer.office.id, params.get("partner"))}
        version={null}
        id={null}
        saveLabel={t`Add the person`}
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
        <AtOwnAddress asked={id} id={person.id} path={editPath("PERSON", person.id)}>
          <Stack>
            <PageTitle title={t`Edit ${{ name: person.name }}`} />
            <PersonForm initial={personValues(person)} version={person.version} id={id} saveLabel={t`Save`} />
          </Stack>
        </AtOwnAddress>
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
    keep: { kind: "PERSON", id, nameOf: (values) => values.name ?? "" },
  });
  const { form, base } = record;
  const draft = useMemo(() => personDraft(form.values, id), [form.values, id]);
  return (
    <RecordFormFrame record={record} labels={personLabels()} saveLabel={saveLabel}>
      <Section title={t`Who they are`}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextField form={form} path="name" label={t`Name`} withAsterisk description={t`Without rank or title`} />
            <TagsInput label={t`Other names`} description={t`Press Enter after each`} {...bound(form, "aliases")} />
            <TextField form={form} path="email" label={t`E-mail`} placeholder="name@example.org" />
          </SimpleGrid>
          <DuplicatesWhileTyping draft={draft} before={id === null ? null : personDraft(base, id)} />
          <OfficeSelect {...bound(form, "office")} />
        </Stack>
      </Section>
      <Section title={t`Positions`}>
        <Positions record={record} />
      </Section>
      <Section title={t`More`}>
        <Stack>
          <TextAreaField form={form} path="notes" label={t`Notes`} minRows={3} />
          <ExternalIdsInput
            value={form.values.externalIds}
            errors={form.errors}
            onChange={(externalIds) => form.setFieldValue("externalIds", externalIds)}
          />
        </Stack>
      </Section>
    </RecordFormFrame>
  );
}

/** What they were called, where, from when to when: people move, and their positions are kept. */
function Positions({ record: { form } }: { readonly record: Pick<RecordForm<PersonFormValues>, "form"> }) {
  const { values, errors } = form;
  return (
    <RowsInput
      legend={t`From the first to the present`}
      texts={{
        add: t`Add position`,
        row: (number) => t`Position ${number}`,
        remove: (number) => t`Remove position ${number}`,
      }}
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
              label={t`Partner`}
              withAsterisk
              value={position.partner}
              error={errors[`${path}.partner`]}
              onChange={(partner) => form.setFieldValue(`${path}.partner`, partner)}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextField
                form={form}
                path={`${path}.title`}
                label={t({ message: t`Title`, context: "of a position" })}
                description={t`As Chief`}
                withAsterisk
              />
              <TextField
                form={form}
                path={`${path}.rank`}
                label={t`Rank`}
                description={t`As Police Brigadier General`}
              />
              <PartialDateInput
                label={t`From`}
                value={position.from}
                error={errors[`${path}.from`]}
                onChange={(from) => form.setFieldValue(`${path}.from`, from)}
              />
              <PartialDateInput
                label={t`To`}
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
