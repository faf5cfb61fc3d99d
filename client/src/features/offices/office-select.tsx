import { useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { MultiSelect, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { OfficesDocument } from "../../generated/graphql.ts";
import { rememberName } from "../../ui/known-names.ts";
import { useSession } from "../../ui/session.ts";

function useOffices() {
  const { data } = useQuery(OfficesDocument, { fetchPolicy: "cache-first" });
  const offices = data?.offices.edges.map((edge) => edge.node) ?? [];
  for (const office of offices) rememberName(office);
  return offices.map(({ id, name }) => ({ value: id, label: name }));
}

interface OfficeSelectProps {
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly label?: string;
  readonly withAsterisk?: boolean;
}

/** The responsible office; who may log only for their own office is not asked. */
export function OfficeSelect({
  value,
  onChange,
  error,
  label = t`Responsible office`,
  withAsterisk = false,
}: OfficeSelectProps) {
  const { viewer } = useSession();
  const offices = useOffices();
  if (!viewer.abilities.chooseOffice) return null;
  return (
    <Select
      label={label}
      withAsterisk={withAsterisk}
      data={offices}
      value={value}
      error={error}
      allowDeselect={false}
      onChange={(office) => {
        if (office !== null) onChange(office);
      }}
    />
  );
}

export function OfficeMultiSelect({
  value,
  onChange,
}: {
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
}) {
  const offices = useOffices();
  return (
    <MultiSelect
      label={t`Office`}
      data={offices}
      value={[...(value ?? [])]}
      onChange={onChange}
      clearable
      searchable
      clearButtonProps={{ "aria-label": t`Empty the offices` }}
    />
  );
}
