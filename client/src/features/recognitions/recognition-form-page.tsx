import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { SimpleGrid, Stack } from "@mantine/core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CreateRecognitionDocument, RecognitionDocument, UpdateRecognitionDocument } from "../../generated/graphql.ts";
import { CodeSelect } from "../../ui/code-select.tsx";
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
import { PartiesInput } from "./parties-input.tsx";
import {
  checkRecognition,
  newRecognition,
  RECOGNITION_LABELS,
  type RecognitionFormValues,
  recognitionValues,
} from "./recognition-form.ts";

export function NewRecognitionPage() {
  const { viewer } = useSession();
  const [params] = useSearchParams();
  return (
    <Stack>
      <PageTitle title="Record a recognition" />
      <RecognitionForm
        initial={newRecognition(viewer.office.id, params)}
        version={null}
        id={null}
        saveLabel="Record the recognition"
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
          <PageTitle title={`Edit ${recognition.title}`} />
          <RecognitionForm
            initial={recognitionValues(recognition)}
            version={recognition.version}
            id={id}
            saveLabel="Save"
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
  const record = useRecordForm({
    initial,
    version,
    check: checkRecognition,
    create: async (input) =>
      (await writeAndForget(client, CreateRecognitionDocument, { input: input })).createRecognition.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdateRecognitionDocument, { id: id ?? "", version: at, input: input }))
        .updateRecognition.id,
    onSaved: (saved) => navigate(recordPath("RECOGNITION", saved), { replace: id !== null }),
  });
  const { form } = record;
  const { values, errors } = form;
  return (
    <RecordFormFrame record={record} labels={RECOGNITION_LABELS} saveLabel={saveLabel}>
      <Section title="Who honours whom">
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <PartiesInput
            legend="Given by"
            noun="giver"
            name="givers"
            value={values.givers}
            errors={errors}
            onChange={(givers) => form.setFieldValue("givers", givers)}
          />
          <PartiesInput
            legend="Received by"
            noun="recipient"
            name="recipients"
            value={values.recipients}
            errors={errors}
            onChange={(recipients) => form.setFieldValue("recipients", recipients)}
          />
        </SimpleGrid>
      </Section>
      <Section title="What it is">
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextField form={form} path="title" label="Title" withAsterisk />
            <CodeSelect label="Kind" withAsterisk labels={RECOGNITION_KIND_LABELS} {...bound(form, "kind")} />
            <PartialDateInput label="Date" {...bound(form, "date")} />
            <TextField form={form} path="occasion" label="Occasion" />
            <TextField form={form} path="place" label="Place" />
            <TextField
              form={form}
              path="handedOverBy"
              label="Handed over by"
              description="By the name and rank borne then"
            />
            <TextField form={form} path="takenBy" label="Taken by" />
          </SimpleGrid>
          <TextAreaField form={form} path="citation" label="Citation" description="Its words" minRows={3} />
          <CollaborationMultiSelect
            label="Honours"
            description="The collaborations for which it is given"
            {...bound(form, "honours")}
          />
          <FocusAreaChips {...bound(form, "focusAreas")} />
          <SourcesInput
            legend="Evidence: a photo, a scan, a page"
            noun="piece of evidence"
            name="evidence"
            value={values.evidence}
            errors={errors}
            onChange={(evidence) => form.setFieldValue("evidence", evidence)}
          />
        </Stack>
      </Section>
      <WhoMayRead values={values} errors={errors} onChange={(changed) => form.setValues(changed)} />
    </RecordFormFrame>
  );
}
