import { useApolloClient, useQuery } from "@apollo/client/react";
import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CreateRecognitionDocument, RecognitionDocument, UpdateRecognitionDocument } from "../../generated/graphql.ts";
import { CodeSelect } from "../../ui/code-select.tsx";
import { FocusAreaChips } from "../../ui/focus-area-chips.tsx";
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
            <TextInput label="Title" withAsterisk {...form.getInputProps("title")} />
            <CodeSelect
              label="Kind"
              withAsterisk
              labels={RECOGNITION_KIND_LABELS}
              value={values.kind}
              error={errors["kind"]}
              onChange={(kind) => form.setFieldValue("kind", kind)}
            />
            <PartialDateInput
              label="Date"
              value={values.date}
              error={errors["date"]}
              onChange={(date) => form.setFieldValue("date", date)}
            />
            <TextInput
              label="Occasion"
              value={values.occasion ?? ""}
              error={errors["occasion"]}
              onChange={(event) => form.setFieldValue("occasion", event.currentTarget.value)}
            />
            <TextInput
              label="Place"
              value={values.place ?? ""}
              error={errors["place"]}
              onChange={(event) => form.setFieldValue("place", event.currentTarget.value)}
            />
            <TextInput
              label="Handed over by"
              description="By the name and rank borne then"
              value={values.handedOverBy ?? ""}
              error={errors["handedOverBy"]}
              onChange={(event) => form.setFieldValue("handedOverBy", event.currentTarget.value)}
            />
            <TextInput
              label="Taken by"
              value={values.takenBy ?? ""}
              error={errors["takenBy"]}
              onChange={(event) => form.setFieldValue("takenBy", event.currentTarget.value)}
            />
          </SimpleGrid>
          <Textarea
            label="Citation"
            description="Its words"
            autosize
            minRows={3}
            maxRows={14}
            value={values.citation ?? ""}
            error={errors["citation"]}
            onChange={(event) => form.setFieldValue("citation", event.currentTarget.value)}
          />
          <CollaborationMultiSelect
            label="Honours"
            description="The collaborations for which it is given"
            value={values.honours}
            error={errors["honours"]}
            onChange={(honours) => form.setFieldValue("honours", honours)}
          />
          <FocusAreaChips
            value={values.focusAreas}
            error={errors["focusAreas"]}
            onChange={(areas) => form.setFieldValue("focusAreas", areas)}
          />
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
