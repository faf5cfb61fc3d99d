import { t } from "@lingui/core/macro";
import { MultiSelect } from "@mantine/core";
import { COMMON_LANGUAGES, languageName } from "./language-names.ts";
import { localesNow } from "./number-text.ts";

interface LanguageMultiSelectProps {
  readonly label: string;
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
}

/** Several languages by name, for a filter; those that an address names stay. */
export function LanguageMultiSelect({ label, value, onChange }: LanguageMultiSelectProps) {
  const tags = [...new Set([...COMMON_LANGUAGES, ...(value ?? [])])];
  const options = tags.map((tag) => ({ value: tag, label: languageName(tag) }));
  return (
    <MultiSelect
      label={label}
      value={[...(value ?? [])]}
      onChange={onChange}
      data={options.toSorted((a, b) => a.label.localeCompare(b.label, localesNow()))}
      searchable
      clearable
      nothingFoundMessage={t`None of that name`}
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}
