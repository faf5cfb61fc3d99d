import { t } from "@lingui/core/macro";
import { Loader, MultiSelect, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { nameOf, rememberName } from "./known-names.ts";

/** Something to choose: its id, and how it is called. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Looks choices up by what was typed; features make one of a query. */
export type UseChoices = (text: string) => { readonly choices: readonly Choice[]; readonly loading: boolean };

interface SearchSelectProps {
  readonly label: string;
  readonly useChoices: UseChoices;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly withAsterisk?: boolean;
  readonly description?: string;
}

const DEBOUNCE_MS = 200;

function useTypeAhead(useChoices: UseChoices, chosen: readonly string[]) {
  const [search, setSearch] = useState("");
  const [text] = useDebouncedValue(search, DEBOUNCE_MS);
  // What stands in the field after a choice is its name, by which nobody wants to narrow the list.
  const { choices, loading } = useChoices(chosen.some((id) => nameOf(id) === text) ? "" : text);
  for (const choice of choices) rememberName(choice);
  const missing = chosen.filter((id) => !choices.some((choice) => choice.id === id));
  const data = [
    ...missing.map((id) => ({ value: id, label: nameOf(id) ?? t`(not there any more)` })),
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return { search, setSearch, data, loading };
}

/** One record by type-ahead: the server looks it up by name, acronym or alias. */
export function SearchSelect({ useChoices, value, withAsterisk, description, ...props }: SearchSelectProps) {
  const { label } = props;
  const { search, setSearch, data, loading } = useTypeAhead(useChoices, value === null ? [] : [value]);
  return (
    <Select
      {...props}
      value={value}
      data={data}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      withAsterisk={withAsterisk ?? false}
      description={description ?? null}
      placeholder={t`Type to look it up`}
      nothingFoundMessage={loading ? t`Looking it up…` : t`Nothing found`}
      rightSection={loading ? <Loader size={16} /> : undefined}
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}

interface SearchMultiSelectProps {
  readonly label: string;
  readonly useChoices: UseChoices;
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
  readonly error?: ReactNode;
  readonly description?: string;
}

/** Several records by type-ahead. */
export function SearchMultiSelect({ useChoices, value: chosen, description, ...props }: SearchMultiSelectProps) {
  const value = chosen ?? [];
  const { label } = props;
  const { search, setSearch, data, loading } = useTypeAhead(useChoices, value);
  return (
    <MultiSelect
      {...props}
      value={[...value]}
      data={data}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      description={description ?? null}
      placeholder={value.length === 0 ? t`Type to look it up` : ""}
      nothingFoundMessage={loading ? t`Looking it up…` : t`Nothing found`}
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}
