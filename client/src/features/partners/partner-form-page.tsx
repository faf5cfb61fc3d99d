import { useApolloClient, useQuery } from "@apollo/client/react";
import { PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Checkbox, SimpleGrid, Stack } from "@mantine/core";
import { useMemo } from "react";
import { useNavigate, useParams } from "react-router";
import { CreatePartnerDocument, PartnerDocument, UpdatePartnerDocument } from "../../generated/graphql.ts";
import { AtOwnAddress } from "../../ui/at-own-address.tsx";
import { CodeSelect } from "../../ui/code-select.tsx";
import { ExternalIdsInput } from "../../ui/external-ids-input.tsx";
import { FocusAreaChips } from "../../ui/focus-area-chips.tsx";
import { bound, TextAreaField, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { CountrySelect, SubdivisionSelect } from "../../ui/place-selects.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { editPath, recordPath } from "../../ui/record-paths.ts";
import { RowsInput } from "../../ui/rows-input.tsx";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { SourcesInput } from "../../ui/sources-input.tsx";
import { type RecordForm, useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { DuplicatesWhileTyping } from "../duplicates/duplicates-while-typing.tsx";
import { OfficeSelect } from "../offices/office-select.tsx";
import {
  checkPartner,
  newPartner,
  type PartnerFormValues,
  partnerDraft,
  partnerLabels,
  partnerValues,
} from "./partner-form.ts";
import { PartnerSelect } from "./partner-select.tsx";

export function NewPartnerPage() {
  const { viewer } = useSession();
  return (
    <Stack>
      <PageTitle title={t`New partner`} />
      <PartnerForm initial={newPartner(viewer.office.id)} version={null} id={null} saveLabel={t`Add the partner`} />
    </Stack>
  );
}

export function EditPartnerPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PartnerDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.partner} loading={loading} error={error} refetch={() => void refetch()}>
      {(partner) => (
        <AtOwnAddress asked={id} id={partner.id} path={editPath("PARTNER", partner.id)}>
          <Stack>
            <PageTitle title={t`Edit ${{ name: partner.name }}`} />
            <PartnerForm initial={partnerValues(partner)} version={partner.version} id={id} saveLabel={t`Save`} />
          </Stack>
        </AtOwnAddress>
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
    keep: { kind: "PARTNER", id, nameOf: (values) => values.name ?? "" },
  });
  return (
    <RecordFormFrame record={record} labels={partnerLabels()} saveLabel={saveLabel}>
      <WhoTheyAre record={record} id={id} />
      <WhereTheyAct record={record} />
      <MoreAboutThem record={record} />
    </RecordFormFrame>
  );
}

type Props = { readonly record: Pick<RecordForm<PartnerFormValues>, "form" | "base"> };

function WhoTheyAre({ record: { form, base }, id }: Props & { readonly id: string | null }) {
  const { values, errors } = form;
  const draft = useMemo(() => partnerDraft(values, id), [values, id]);
  return (
    <Section title={t`Who they are`}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField form={form} path="name" label={t`Name`} withAsterisk />
          <TextField form={form} path="shortName" label={t`Short name`} description={t`An acronym, as PNP`} />
        </SimpleGrid>
        <DuplicatesWhileTyping draft={draft} before={id === null ? null : partnerDraft(base, id)} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <CodeSelect label={t`Kind`} withAsterisk labels={PARTNER_KIND_LABELS} {...bound(form, "kind")} />
          <PartnerSelect
            label={t`Part of`}
            description={t`The agency that this one is a unit of`}
            {...bound(form, "parent")}
          />
          <CodeSelect label={t`Status`} labels={PARTNER_STATUS_LABELS} {...bound(form, "status")} />
          <PartialDateInput label={t`Status since`} {...bound(form, "statusSince")} />
        </SimpleGrid>
        <RowsInput
          legend={t`Other names, acronyms, names in other scripts`}
          texts={{
            add: t`Add alias`,
            row: (number) => t`Alias ${number}`,
            remove: (number) => t`Remove alias ${number}`,
          }}
          rows={values.aliases}
          error={errors["aliases"]}
          onAdd={() => form.insertListItem("aliases", { name: "", language: null })}
          onRemove={(index) => form.removeListItem("aliases", index)}
        >
          {(_alias, index) => (
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextField form={form} path={`aliases.${index}.name`} label={t`Name`} withAsterisk />
              <TextField
                form={form}
                path={`aliases.${index}.language`}
                label={t`Language`}
                description={t`A language tag, as ta or fr`}
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
    <Section title={t`Jurisdiction and focus`}>
      <Stack>
        <Checkbox
          label={t`International`}
          checked={values.international}
          onChange={(event) => {
            form.setFieldValue("international", event.currentTarget.checked);
            if (event.currentTarget.checked) form.setValues({ country: null, subdivision: null });
          }}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <CountrySelect
            label={t`Country`}
            value={values.country}
            error={errors["country"]}
            disabled={values.international}
            onChange={(country) => form.setValues({ country, subdivision: null })}
          />
          <SubdivisionSelect label={t`State or province`} country={values.country} {...bound(form, "subdivision")} />
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
    <Section title={t`More about them`}>
      <Stack>
        <TextAreaField
          form={form}
          path="summary"
          label={t`Summary`}
          description={t`What they are and do, in short`}
          minRows={3}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField form={form} path="website" label={t`Website`} placeholder="https://" />
          <TextField form={form} path="email" label={t`E-mail`} placeholder="name@example.org" />
        </SimpleGrid>
        <SourcesInput
          legend={t`Sources`}
          name="sources"
          value={values.sources}
          errors={errors}
          onChange={(sources) => form.setFieldValue("sources", sources)}
        />
        <ExternalIdsInput
          value={values.externalIds}
          errors={errors}
          onChange={(externalIds) => form.setFieldValue("externalIds", externalIds)}
        />
      </Stack>
    </Section>
  );
}
