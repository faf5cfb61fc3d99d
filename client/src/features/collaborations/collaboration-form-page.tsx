import { useApolloClient, useQuery } from "@apollo/client/react";
import { COLLABORATION_KIND_LABELS, STAGE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { SimpleGrid, Stack } from "@mantine/core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import {
  CollaborationDocument,
  CreateCollaborationDocument,
  UpdateCollaborationDocument,
} from "../../generated/graphql.ts";
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
import { recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { SourcesInput } from "../../ui/sources-input.tsx";
import { type RecordForm, useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { WhoMayRead } from "../accounts/who-may-read.tsx";
import {
  type CollaborationFormValues,
  checkCollaboration,
  collaborationLabels,
  collaborationValues,
  newCollaboration,
} from "./collaboration-form.ts";
import { Appearances, Milestones, Outcomes, Participants } from "./collaboration-rows.tsx";
import { CollaborationMultiSelect } from "./collaboration-select.tsx";

export function NewCollaborationPage() {
  const { viewer } = useSession();
  const [params] = useSearchParams();
  return (
    <Stack>
      <PageTitle title={t`Log a collaboration`} />
      <CollaborationForm
        initial={newCollaboration(viewer.office.id, params.get("partner"))}
        version={null}
        id={null}
        saveLabel={t`Log the collaboration`}
      />
    </Stack>
  );
}

export function EditCollaborationPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(CollaborationDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.collaboration} loading={loading} error={error} refetch={() => void refetch()}>
      {(collaboration) => (
        <Stack>
          <PageTitle title={t`Edit ${{ name: collaboration.title }}`} />
          <CollaborationForm
            initial={collaborationValues(collaboration)}
            version={collaboration.version}
            id={id}
            saveLabel={t`Save`}
          />
        </Stack>
      )}
    </QueryView>
  );
}

interface CollaborationFormProps {
  readonly initial: CollaborationFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
}

function CollaborationForm({ initial, version, id, saveLabel }: CollaborationFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const record = useRecordForm({
    initial,
    version,
    check: checkCollaboration,
    create: async (input) =>
      (await writeAndForget(client, CreateCollaborationDocument, { input })).createCollaboration.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdateCollaborationDocument, { id: id ?? "", version: at, input }))
        .updateCollaboration.id,
    onSaved: (saved) => navigate(recordPath("COLLABORATION", saved), { replace: id !== null }),
    keep: { kind: "COLLABORATION", id, nameOf: (values) => values.title ?? "" },
  });
  const { form } = record;
  const { values, errors } = form;
  return (
    <RecordFormFrame record={record} labels={collaborationLabels()} saveLabel={saveLabel}>
      <WhatAndWhen record={record} />
      <Section title={t`Who took part`}>
        <Participants form={form} />
      </Section>
      <Section title={t`What came of it`}>
        <Stack>
          <Outcomes form={form} />
          <Milestones form={form} />
          <CollaborationMultiSelect
            label={t`Follows`}
            description={t`As a visit follows a rescue`}
            {...bound(form, "follows")}
          />
        </Stack>
      </Section>
      <Section title={t`The story`}>
        <Stack>
          <TextAreaField form={form} path="summary" label={t`Summary`} minRows={4} />
          {(values.kind === "ADVOCACY_CAMPAIGN" || values.ask) && (
            <TextAreaField
              form={form}
              path="ask"
              label={t`The ask`}
              description={t`What supporters are asked to do`}
              minRows={2}
            />
          )}
          <TextField
            form={form}
            path="link"
            label={t`Link`}
            placeholder="https://"
            description={t`Where to read on or take part`}
          />
          <Appearances form={form} />
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
      <WhoMayRead values={values} errors={errors} onChange={(changed) => form.setValues(changed)} />
    </RecordFormFrame>
  );
}

function WhatAndWhen({ record: { form } }: { readonly record: Pick<RecordForm<CollaborationFormValues>, "form"> }) {
  const { values, errors } = form;
  return (
    <Section title={t`What, when and where`}>
      <Stack>
        <TextField form={form} path="title" label={t`Title`} withAsterisk />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <CodeSelect label={t`Kind`} withAsterisk labels={COLLABORATION_KIND_LABELS} {...bound(form, "kind")} />
          <CodeSelect label={t`Stage`} labels={STAGE_LABELS} {...bound(form, "stage")} />
          <PartialDateInput label={t`Begin`} {...bound(form, "begin")} />
          <PartialDateInput label={t`End`} {...bound(form, "end")} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField form={form} path="place" label={t`Place`} description={t`In words, as near Bengaluru`} />
          <CountrySelect
            label={t`Country`}
            value={values.country}
            error={errors["country"]}
            onChange={(country) => form.setValues({ country, subdivision: null })}
          />
          <SubdivisionSelect label={t`State or province`} country={values.country} {...bound(form, "subdivision")} />
        </SimpleGrid>
        <FocusAreaChips {...bound(form, "focusAreas")} />
      </Stack>
    </Section>
  );
}
