import { useApolloClient, useQuery } from "@apollo/client/react";
import { NOT_ASKED } from "@concord/shared/rules/statements";
import { PERMISSION_STATUS_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, SimpleGrid, Stack } from "@mantine/core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CreateStatementDocument, StatementDocument, UpdateStatementDocument } from "../../generated/graphql.ts";
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
import { SourceFields } from "../../ui/sources-input.tsx";
import { type RecordForm, useRecordForm } from "../../ui/use-record-form.ts";
import { writeAndForget } from "../../ui/write.ts";
import { WhoMayRead } from "../accounts/who-may-read.tsx";
import { CollaborationMultiSelect } from "../collaborations/collaboration-select.tsx";
import { PartnerSelect } from "../partners/partner-select.tsx";
import { PersonSelect } from "../people/person-select.tsx";
import {
  checkStatement,
  newStatement,
  type StatementFormValues,
  statementLabels,
  statementValues,
} from "./statement-form.ts";

export function NewStatementPage() {
  const { viewer } = useSession();
  const [params] = useSearchParams();
  return (
    <Stack>
      <PageTitle title={t`Record a statement`} />
      <StatementForm
        initial={newStatement(viewer.office.id, params.get("partner"))}
        version={null}
        id={null}
        saveLabel={t`Record the statement`}
      />
    </Stack>
  );
}

export function EditStatementPage() {
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(StatementDocument, { variables: { id }, ...FORM_QUERY });
  return (
    <QueryView data={data?.statement} loading={loading} error={error} refetch={() => void refetch()}>
      {(statement) => (
        <Stack>
          <PageTitle title={t`Edit the statement of ${{ speaker: statement.speakerName }}`} />
          <StatementForm initial={statementValues(statement)} version={statement.version} id={id} saveLabel={t`Save`} />
        </Stack>
      )}
    </QueryView>
  );
}

interface StatementFormProps {
  readonly initial: StatementFormValues;
  readonly version: number | null;
  readonly id: string | null;
  readonly saveLabel: string;
}

function StatementForm({ initial, version, id, saveLabel }: StatementFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const record = useRecordForm({
    initial,
    version,
    check: checkStatement,
    create: async (input) => (await writeAndForget(client, CreateStatementDocument, { input })).createStatement.id,
    update: async (at, input) =>
      (await writeAndForget(client, UpdateStatementDocument, { id: id ?? "", version: at, input })).updateStatement.id,
    onSaved: (saved) => navigate(recordPath("STATEMENT", saved), { replace: id !== null }),
    keep: { kind: "STATEMENT", id, nameOf: (values) => values.speakerName ?? "" },
  });
  const { form } = record;
  return (
    <RecordFormFrame record={record} labels={statementLabels()} saveLabel={saveLabel}>
      <Words form={form} />
      <Speaker form={form} />
      <PermissionFields form={form} />
      <Context form={form} />
      <WhoMayRead values={form.values} errors={form.errors} onChange={(changed) => form.setValues(changed)} />
    </RecordFormFrame>
  );
}

type Props = Pick<RecordForm<StatementFormValues>, "form">;

function Words({ form }: Props) {
  return (
    <Section title={t`What was said`}>
      <Stack>
        <TextAreaField
          form={form}
          path="text"
          label={t`The words`}
          description={t`Verbatim, in the language in which they were said`}
          withAsterisk
          minRows={3}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField
            form={form}
            path="language"
            label={t`Language`}
            description={t`A language tag, as en, ta or fil`}
          />
          <PartialDateInput label={t`Date`} {...bound(form, "date")} />
        </SimpleGrid>
        <TextAreaField form={form} path="translation" label={t`Translation`} minRows={2} />
      </Stack>
    </Section>
  );
}

function Speaker({ form }: Props) {
  const { values } = form;
  const { shortName } = useSession().installation;
  return (
    <Section title={t`Who said it`}>
      <Stack>
        <Checkbox
          label={t`Somebody of ${shortName} says it`}
          checked={values.ours}
          onChange={(event) =>
            form.setValues(event.currentTarget.checked ? { ours: true, person: null, partner: null } : { ours: false })
          }
        />
        {!values.ours && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <PersonSelect label={t`Person`} {...bound(form, "person")} />
            <PartnerSelect
              label={t({ message: "For", context: "for whom somebody spoke" })}
              description={t`The partner for whom they spoke; taken from the person where it is empty`}
              {...bound(form, "partner")}
            />
          </SimpleGrid>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField
            form={form}
            path="speakerName"
            label={t`Speaker's name then`}
            description={t`With the rank of then; taken from the person where it is empty`}
          />
          <TextField form={form} path="speakerTitle" label={t`Speaker's title then`} />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}

/** Whether the speaker lets us publish it; of whom nobody asked yet nothing else is known. */
function PermissionFields({ form }: Props) {
  const { values, errors } = form;
  const { status, date } = values.permission;
  return (
    <Section title={t`May we publish it?`}>
      <Stack>
        <CodeSelect
          label={t`Permission to publish`}
          description={t`Only what was permitted, and is public by its confidentiality, goes outside`}
          labels={PERMISSION_STATUS_LABELS}
          value={status}
          error={errors["permission.status"]}
          onChange={(chosen) =>
            form.setFieldValue("permission", {
              ...(chosen === "NOT_ASKED" ? NOT_ASKED : values.permission),
              status: chosen,
            })
          }
        />
        {status !== "NOT_ASKED" && (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextField
                form={form}
                path="permission.by"
                label={status === "GRANTED" ? t`Granted by` : t`Refused by`}
                description={t`The speaker, or who may speak for them`}
              />
              <PartialDateInput
                label={status === "GRANTED" ? t`Granted on` : t`Refused on`}
                value={date}
                error={errors["permission.date"]}
                onChange={(changed) => form.setFieldValue("permission.date", changed)}
              />
            </SimpleGrid>
            <TextAreaField
              form={form}
              path="permission.note"
              label={t`How, and on which conditions`}
              description={t`By letter, by word of mouth, only without the name`}
              minRows={2}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}

function Context({ form }: Props) {
  const { values, errors } = form;
  const { source } = values;
  return (
    <Section title={t`Where it belongs`}>
      <Stack>
        <TextField form={form} path="occasion" label={t`Occasion`} />
        <CollaborationMultiSelect
          label={t`About`}
          description={t`The collaborations of which it speaks`}
          {...bound(form, "about")}
        />
        <FocusAreaChips {...bound(form, "focusAreas")} />
        {source ? (
          <Stack gap="xs" align="flex-start" role="group" aria-label={t`Source`}>
            <SourceFields
              value={source}
              onChange={(changed) => form.setFieldValue("source", changed)}
              errorOf={(field) => errors[`source.${field}`]}
            />
            <Button size="xs" variant="default" onClick={() => form.setFieldValue("source", null)}>
              <Trans>Remove the source</Trans>
            </Button>
          </Stack>
        ) : (
          <Button
            size="xs"
            variant="default"
            style={{ alignSelf: "flex-start" }}
            onClick={() => form.setFieldValue("source", { title: "", url: null, date: null })}
          >
            <Trans>Add its source</Trans>
          </Button>
        )}
      </Stack>
    </Section>
  );
}
