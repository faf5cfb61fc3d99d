import { APPEARANCE_ROLE_LABELS, OUTCOME_MEASURE_LABELS, PARTICIPANT_ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Checkbox, Group, NumberInput, SimpleGrid } from "@mantine/core";
import { CodeSelect } from "../../ui/code-select.tsx";
import { TextField } from "../../ui/form-fields.tsx";
import { PartialDateInput } from "../../ui/partial-date-input.tsx";
import { RowsInput } from "../../ui/rows-input.tsx";
import type { RecordForm } from "../../ui/use-record-form.ts";
import { PartnerSelect } from "../partners/partner-select.tsx";
import type { CollaborationFormValues } from "./collaboration-form.ts";

type Props = Pick<RecordForm<CollaborationFormValues>, "form">;

/** Which partners took part, each in its role. */
export function Participants({ form }: Props) {
  const { values, errors } = form;
  return (
    <RowsInput
      legend={t`Partners and their roles`}
      texts={{
        add: t`Add participant`,
        row: (number) => t`Participant ${number}`,
        remove: (number) => t`Remove participant ${number}`,
      }}
      rows={values.participants}
      error={errors["participants"]}
      onAdd={() => form.insertListItem("participants", { partner: null, role: "SUPPORT" })}
      onRemove={(index) => form.removeListItem("participants", index)}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <PartnerSelect
            label={t`Partner`}
            withAsterisk
            value={row.partner}
            error={errors[`participants.${index}.partner`]}
            onChange={(partner) => form.setFieldValue(`participants.${index}.partner`, partner)}
          />
          <CodeSelect
            label={t`Role`}
            labels={PARTICIPANT_ROLE_LABELS}
            value={row.role}
            error={errors[`participants.${index}.role`]}
            onChange={(role) => form.setFieldValue(`participants.${index}.role`, role)}
          />
        </SimpleGrid>
      )}
    </RowsInput>
  );
}

/** Counted results, each once however many took part. */
export function Outcomes({ form }: Props) {
  const { values, errors } = form;
  return (
    <RowsInput
      legend={t`Outcomes, each counted once however many took part`}
      texts={{
        add: t`Add outcome`,
        row: (number) => t`Outcome ${number}`,
        remove: (number) => t`Remove outcome ${number}`,
      }}
      rows={values.outcomes}
      error={errors["outcomes"]}
      onAdd={() => form.insertListItem("outcomes", { measure: null, count: "" })}
      onRemove={(index) => form.removeListItem("outcomes", index)}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <NumberInput
            label={t`Count`}
            withAsterisk
            min={0}
            allowDecimal={false}
            hideControls
            value={row.count}
            error={errors[`outcomes.${index}.count`]}
            onChange={(count) => form.setFieldValue(`outcomes.${index}.count`, count)}
          />
          <CodeSelect
            label={t`Measure`}
            withAsterisk
            labels={OUTCOME_MEASURE_LABELS}
            value={row.measure}
            error={errors[`outcomes.${index}.measure`]}
            onChange={(measure) => form.setFieldValue(`outcomes.${index}.measure`, measure)}
          />
        </SimpleGrid>
      )}
    </RowsInput>
  );
}

/** Dated events, as in a trial. */
export function Milestones({ form }: Props) {
  const { values, errors } = form;
  return (
    <RowsInput
      legend={t`Milestones`}
      texts={{
        add: t`Add milestone`,
        row: (number) => t`Milestone ${number}`,
        remove: (number) => t`Remove milestone ${number}`,
      }}
      rows={values.milestones}
      error={errors["milestones"]}
      onAdd={() => form.insertListItem("milestones", { date: null, title: "" })}
      onRemove={(index) => form.removeListItem("milestones", index)}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <PartialDateInput
            label={t`Date`}
            withAsterisk
            value={row.date}
            error={errors[`milestones.${index}.date`]}
            onChange={(date) => form.setFieldValue(`milestones.${index}.date`, date)}
          />
          <TextField form={form} path={`milestones.${index}.title`} label={t`What happened`} withAsterisk />
        </SimpleGrid>
      )}
    </RowsInput>
  );
}

const NEW_APPEARANCE: CollaborationFormValues["appearances"][number] = {
  id: null,
  name: "",
  role: "SURVIVOR",
  count: 1,
  protected: false,
  consent: false,
  description: null,
  employer: null,
};

/** Who appears in the story or case; whom it could endanger stands under a pseudonym. */
export function Appearances({ form }: Props) {
  const { values, errors } = form;
  return (
    <RowsInput
      legend={t`People who appear in it`}
      texts={{
        add: t`Add person`,
        row: (number) => t`Person ${number}`,
        remove: (number) => t`Remove person ${number}`,
      }}
      rows={values.appearances}
      error={errors["appearances"]}
      onAdd={() => form.insertListItem("appearances", NEW_APPEARANCE)}
      onRemove={(index) => form.removeListItem("appearances", index)}
    >
      {(row, index) => {
        const path = `appearances.${index}`;
        return (
          <>
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
              <TextField
                form={form}
                path={`${path}.name`}
                label={row.protected ? t`Pseudonym` : t`Name or description`}
                description={row.protected ? t`Never the true name` : t`Only with their consent`}
                withAsterisk
              />
              <CodeSelect
                label={t({ message: t`As`, context: "in which role somebody appears" })}
                labels={APPEARANCE_ROLE_LABELS}
                value={row.role}
                error={errors[`${path}.role`]}
                onChange={(role) => form.setFieldValue(`${path}.role`, role)}
              />
              <NumberInput
                label={t`How many`}
                min={1}
                allowDecimal={false}
                hideControls
                value={row.count}
                error={errors[`${path}.count`]}
                onChange={(count) => form.setFieldValue(`${path}.count`, count)}
              />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextField form={form} path={`${path}.description`} label={t`Description`} />
              <PartnerSelect
                label={t`Employer`}
                description={t`Of accused officers, as a police force`}
                value={row.employer}
                error={errors[`${path}.employer`]}
                onChange={(employer) => form.setFieldValue(`${path}.employer`, employer)}
              />
            </SimpleGrid>
            <Group>
              <Checkbox
                label={t`Protected: appears under a pseudonym`}
                checked={row.protected}
                error={errors[`${path}.protected`]}
                onChange={(event) => form.setFieldValue(`${path}.protected`, event.currentTarget.checked)}
              />
              <Checkbox
                label={t`Agreed to be named`}
                checked={row.consent}
                error={errors[`${path}.consent`]}
                onChange={(event) => form.setFieldValue(`${path}.consent`, event.currentTarget.checked)}
              />
            </Group>
          </>
        );
      }}
    </RowsInput>
  );
}
