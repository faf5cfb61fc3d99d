import { t } from "@lingui/core/macro";
import { SimpleGrid, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { RowsInput } from "./rows-input.tsx";

export interface ExternalIdValues {
  readonly system: string;
  readonly value: string;
}

interface ExternalIdsInputProps {
  readonly value: readonly ExternalIdValues[];
  readonly onChange: (value: ExternalIdValues[]) => void;
  readonly errors: Readonly<Record<string, ReactNode>>;
}

/** What other systems and lists call the record; imports know it again by these. */
export function ExternalIdsInput({ value, onChange, errors }: ExternalIdsInputProps) {
  return (
    <RowsInput
      legend={t`External ids`}
      texts={{
        add: t`Add external id`,
        row: (number) => t`external id ${number}`,
        remove: (number) => t`Remove external id ${number}`,
      }}
      rows={value}
      error={errors["externalIds"]}
      onAdd={() => onChange([...value, { system: "", value: "" }])}
      onRemove={(index) => onChange(value.toSpliced(index, 1))}
    >
      {(row, index) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <TextInput
            label={t`System`}
            description={t`As Salesforce, or Manila register`}
            withAsterisk
            value={row.system}
            error={errors[`externalIds.${index}.system`]}
            onChange={(event) => onChange(value.with(index, { ...row, system: event.currentTarget.value }))}
          />
          <TextInput
            label={t`Id there`}
            withAsterisk
            value={row.value}
            error={errors[`externalIds.${index}.value`]}
            onChange={(event) => onChange(value.with(index, { ...row, value: event.currentTarget.value }))}
          />
        </SimpleGrid>
      )}
    </RowsInput>
  );
}

/** External ids as people read them: "Salesforce 0031; Manila register 17". */
export function externalIdsText(ids: readonly ExternalIdValues[]): string {
  return ids.map(({ system, value }) => `${system} ${value}`).join("; ");
}
