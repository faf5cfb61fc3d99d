import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { SimpleGrid, Stack } from "@mantine/core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CreateRecognitionDocument, RecognitionDocument, UpdateRecognitionDocument } from "../../generated/graphql.ts";
import { CodeSelect } from "../../ui/code-select.tsx";
import { ExternalIdsInput } from "../../ui/external-ids-input.tsx";
import { FocusAreaChips } from "../../ui/focus-area-chips.tsx";
import { bound, TextAreaField, TextField } from "../../ui/form-fields.tsx";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordFormFrame } from "../../ui/record-form.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { SourcesInput } from "../../ui/sources-input.tsx";
import { useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { WhoMayRead } from "../accounts/who-may-read.tsx";
import { CollaborationMultiSelect } from "../collaborations/collaboration-select.tsx";
import { attachableOf, ChosenFilesSection, useChosenFiles } from "../files/chosen-files.tsx";
import { uploadsTo } from "../files/uploads.ts";
import { PartiesInput } from "./parties-input.tsx";
import {
  checkRecognition,
  newRecognition,
  type RecognitionFormValues,
  recognitionLabels,
  recognitionValues,
} from "./recognition-form.ts";

export function NewRecognitionPage() {
  const { viewer } = useSession();
  const [params] = useSearchParams();
  return (
    <Stack>
      <PageTitle title={t`Record a recognition`} />
      <RecognitionForm
        initial={newRecognition(viewer.office.id, params)}
        version={null}
        id={null}
        saveLabel={t`Record the recognition`}
      />
    </Stack>
  );
}

export function EditRecognitionPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(RecognitionDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.recognition} loading={loading} error={error} refetch={() => void refetch()}>
      {(recognition) => (
        <Stack>
          <PageTitle title={t`Edit ${{ name: recognition.title }}`} />
          <RecognitionForm
            initial={recognitionValues(recognition)}
            version={recognition.version}
            id={id}
            saveLabel={t`Save`}
          />
        </Stack>
      )}
    </QueryView>
  );
}

interface RecognitionFormProps {
  readonly initial: RecognitionFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
}

function RecognitionForm({ initial, version, id, saveLabel }: RecognitionFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const files = useChosenFiles();
  const { maxFileSize } = useSession().installation;
  const record = useRecordForm({
    initial,
    version,
    check: checkRecognition,
    create: async (input) =>
      (await writeAndForget(client, CreateRecognitionDocument, { input: input })).createRecognition.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdateRecognitionDocument, { id: id ?? "", version: at, input: input }))
        .updateRecognition.id,
    onSaved: (saved) => {
      uploadsTo(saved).add(attachableOf(files.chosen, maxFileSize));
      navigate(recordPath("RECOGNITION", saved), { replace: id !== null });
    },
    onWaiting: (waiting) => uploadsTo(waiting).hold(attachableOf(files.chosen, maxFileSize)),
    keep: { kind: "RECOGNITION", id, nameOf: (values) => values.title ?? "" },
  });
  const { form } = record;
  const { values, errors } = form;
  return (
    <RecordFormFrame record={record} labels={recognitionLabels()} saveLabel={saveLabel}>
      <Section title={t`Who honours whom`}>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <PartiesInput
            legend={t`Given by`}
            whoLabel={t`Who the giver is`}
            texts={{
              add: t`Add giver`,
              row: (number) => t`Giver ${number}`,
              remove: (number) => t`Remove giver ${number}`,
            }}
            name="givers"
            value={values.givers}
            errors={errors}
            onChange={(givers) => form.setFieldValue("givers", givers)}
          />
          <PartiesInput
            legend={t`Received by`}
            whoLabel={t`Who the recipient is`}
            texts={{
              add: t`Add recipient`,
              row: (number) => t`Recipient ${number}`,
              remove: (number) => t`Remove recipient ${number}`,
            }}
            name="recipients"
            value={values.recipients}
            errors={errors}
            onChange={(recipients) => form.setFieldValue("recipients", recipients)}
          />
        </SimpleGrid>
      </Section>
      <Section title={t`What it is`}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextField form={form} path="title" label={t`Title`} withAsterisk />
            <CodeSelect label={t`Kind`} withAsterisk labels={RECOGNITION_KIND_LABELS} {...bound(form, "kind")} />
            <PartialDateInput label={t`Date`} {...bound(form, "date")} />
            <TextField form={form} path="occasion" label={t`Occasion`} />
            <TextField form={form} path="place" label={t`Place`} />
            <TextField
              form={form}
              path="handedOverBy"
              label={t`Handed over by`}
              description={t`By the name and rank borne then`}
            />
            <TextField form={form} path="takenBy" label={t`Taken by`} />
          </SimpleGrid>
          <TextAreaField form={form} path="citation" label={t`Citation`} description={t`Its words`} minRows={3} />
          <CollaborationMultiSelect
            label={t`Honours`}
            description={t`The collaborations for which it is given`}
            {...bound(form, "honours")}
          />
          <FocusAreaChips {...bound(form, "focusAreas")} />
          <SourcesInput
            legend={t`Evidence elsewhere: a page, a report`}
            texts={{
              add: t`Add piece of evidence`,
              row: (number) => t`Piece of evidence ${number}`,
              remove: (number) => t`Remove piece of evidence ${number}`,
            }}
            name="evidence"
            value={values.evidence}
            errors={errors}
            onChange={(evidence) => form.setFieldValue("evidence", evidence)}
          />
          <ExternalIdsInput
            value={values.externalIds}
            errors={errors}
            onChange={(externalIds) => form.setFieldValue("externalIds", externalIds)}
          />
        </Stack>
      </Section>
      {id === null && <ChosenFilesSection title={t`Photos and scans`} {...files} isSaved={record.isDone} />}
      <WhoMayRead values={values} errors={errors} onChange={(changed) => form.setValues(changed)} />
    </RecordFormFrame>
  );
}
