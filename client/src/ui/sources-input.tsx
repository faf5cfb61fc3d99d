import { t } from "@lingui/core/macro";
import { SimpleGrid, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { PartialDateInput } from "./partial-date-input.tsx";
import { RowsInput, type RowTexts } from "./rows-input.tsx";

export interface SourceValues {
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
}

interface SourceFieldsProps {
  readonly value: SourceValues;
  readonly onChange: (value: SourceValues) => void;
  readonly errorOf: (field: keyof SourceValues) => ReactNode;
}

/** Title, address and date of one source. */
export function SourceFields({ value, onChange, errorOf }: SourceFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
      <TextInput
        label={t`Title`}
        withAsterisk
        value={value.title}
        error={errorOf("title")}
        onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
      />
      <TextInput
        label={t`Address`}
        placeholder="https://"
        value={value.url ?? ""}
        error={errorOf("url")}
        onChange={(event) => onChange({ ...value, url: event.currentTarget.value })}
      />
      <PartialDateInput
        label={t`Date of the source`}
        value={value.date}
        error={errorOf("date")}
        onChange={(date) => onChange({ ...value, date })}
      />
    </SimpleGrid>
  );
}

function sourceTexts(): RowTexts {
  return {
    add: t`Add source`,
    row: (number) => t`Source ${number}`,
    remove: (number) => t`Remove source ${number}`,
  };
}

interface SourcesInputProps {
  readonly legend: string;
  readonly texts?: RowTexts;
  readonly name: string;
  readonly value: readonly SourceValues[];
  readonly onChange: (value: SourceValues[]) => void;
  readonly errors: Readonly<Record<string, ReactNode>>;
}

/** Where it is told: pages, reports, letters. */
export function SourcesInput({ legend, texts, name, value, onChange, errors }: SourcesInputProps) {
  return (
    <RowsInput
      legend={legend}
      texts={texts ?? sourceTexts()}
      rows={value}
      error={errors[name]}
      onAdd={() => onChange([...value, { title: "", url: null, date: null }])}
      onRemove={(index) => onChange(value.toSpliced(index, 1))}
    >
      {(row, index) => (
        <SourceFields
          value={row}
          onChange={(changed) => onChange(value.with(index, changed))}
          errorOf={(field) => errors[`${name}.${index}.${field}`]}
        />
      )}
    </RowsInput>
  );
}
