import { codesOf, isCode } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { MultiSelect, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { wordsOf } from "./words.ts";

interface CodeSelectProps<Code extends string> {
  readonly label: string;
  readonly labels: Readonly<Record<Code, string>>;
  readonly value: Code | null;
  readonly onChange: (value: Code) => void;
  readonly error?: ReactNode;
  readonly withAsterisk?: boolean;
  readonly description?: string;
}

/** One code of a vocabulary by its words. */
export function CodeSelect<Code extends string>({
  labels,
  onChange,
  withAsterisk,
  description,
  ...props
}: CodeSelectProps<Code>) {
  return (
    <Select
      {...props}
      withAsterisk={withAsterisk ?? false}
      description={description ?? null}
      data={codesOf(labels).map((code) => ({ value: code, label: wordsOf(labels)[code] }))}
      allowDeselect={false}
      onChange={(code) => {
        if (code !== null && isCode(labels, code)) onChange(code);
      }}
    />
  );
}

interface CodeMultiSelectProps<Code extends string> {
  readonly label: string;
  readonly labels: Readonly<Record<Code, string>>;
  readonly value: readonly Code[] | null | undefined;
  readonly onChange: (value: Code[]) => void;
  /** What no choice stands for, where it is not all. */
  readonly placeholder?: string;
}

/** Several codes of a vocabulary, for a filter. */
export function CodeMultiSelect<Code extends string>({
  label,
  labels,
  value,
  onChange,
  placeholder = "",
}: CodeMultiSelectProps<Code>) {
  return (
    <MultiSelect
      label={label}
      placeholder={(value ?? []).length === 0 ? placeholder : ""}
      value={[...(value ?? [])]}
      data={codesOf(labels).map((code) => ({ value: code, label: wordsOf(labels)[code] }))}
      onChange={(codes) => onChange(codes.filter((code) => isCode(labels, code)))}
      clearable
      searchable
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}
