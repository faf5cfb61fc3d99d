import { APPEARANCE_ROLE_LABELS, OUTCOME_MEASURE_LABELS, PARTICIPANT_ROLE_LABELS } from "@concord/shared/vocabularies";
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
      legend="Partners and their roles"
      noun="participant"
      rows={values.participants}
      error={errors["participants"]}
      onAdd={() => form.insertListItem("participants", { partner: null, role: "SUPPORT" })}
      onRemove={(index) => form.removeListItem("participants", index)}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <PartnerSelect
            label="Partner"
            withAsterisk
            value={row.partner}
            error={errors[`participants.${index}.partner`]}
            onChange={(partner) => form.setFieldValue(`participants.${index}.partner`, partner)}
          />
          <CodeSelect
            label="Role"
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
      legend="Outcomes, each counted once however many took part"
      noun="outcome"
      rows={values.outcomes}
      error={errors["outcomes"]}
      onAdd={() => form.insertListItem("outcomes", { measure: null, count: "" })}
      onRemove={(index) => form.removeListItem("outcomes", index)}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <NumberInput
            label="Count"
            withAsterisk
            min={0}
            allowDecimal={false}
            hideControls
            value={row.count}
            error={errors[`outcomes.${index}.count`]}
            onChange={(count) => form.setFieldValue(`outcomes.${index}.count`, count)}
          />
          <CodeSelect
            label="Measure"
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
      legend="Milestones"
      noun="milestone"
      rows={values.milestones}
      error={errors["milestones"]}
      onAdd={() => form.insertListItem("milestones", { date: null, title: "" })}
      onRemove={(index) => form.removeListItem("milestones", index)}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <PartialDateInput
            label="Date"
            withAsterisk
            value={row.date}
            error={errors[`milestones.${index}.date`]}
            onChange={(date) => form.setFieldValue(`milestones.${index}.date`, date)}
          />
          <TextField form={form} path={`milestones.${index}.title`} label="What happened" withAsterisk />
        </SimpleGrid>
      )}
    </RowsInput>
  );
}

const NEW_APPEARANCE: CollaborationFormValues["appearances"][number] = {
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
      legend="People who appear in it"
      noun="person"
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
                label={row.protected ? "Pseudonym" : "Name or description"}
                description={row.protected ? "Never the true name" : "Only with their consent"}
                withAsterisk
              />
              <CodeSelect
                label="As"
                labels={APPEARANCE_ROLE_LABELS}
                value={row.role}
                error={errors[`${path}.role`]}
                onChange={(role) => form.setFieldValue(`${path}.role`, role)}
              />
              <NumberInput
                label="How many"
                min={1}
                allowDecimal={false}
                hideControls
                value={row.count}
                error={errors[`${path}.count`]}
                onChange={(count) => form.setFieldValue(`${path}.count`, count)}
              />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextField form={form} path={`${path}.description`} label="Description" />
              <PartnerSelect
                label="Employer"
                description="Of accused officers, as a police force"
                value={row.employer}
                error={errors[`${path}.employer`]}
                onChange={(employer) => form.setFieldValue(`${path}.employer`, employer)}
              />
            </SimpleGrid>
            <Group>
              <Checkbox
                label="Protected: appears under a pseudonym"
                checked={row.protected}
                onChange={(event) => form.setFieldValue(`${path}.protected`, event.currentTarget.checked)}
              />
              <Checkbox
                label="Agreed to be named"
                checked={row.consent}
                onChange={(event) => form.setFieldValue(`${path}.consent`, event.currentTarget.checked)}
              />
            </Group>
          </>
        );
      }}
    </RowsInput>
  );
}
