import { t } from "@lingui/core/macro";
import { MultiSelect, Select } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { countryOptions } from "./country-names.ts";

interface PlaceSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

/** ISO 3166-1 by name. */
export function CountrySelect({
  withAsterisk = false,
  ...props
}: PlaceSelectProps & { readonly withAsterisk?: boolean }) {
  return (
    <Select
      {...props}
      withAsterisk={withAsterisk}
      data={countryOptions()}
      searchable
      clearable
      nothingFoundMessage={t`No such country`}
      clearButtonProps={{ "aria-label": t`Empty the country` }}
    />
  );
}

export function CountryMultiSelect({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
}) {
  return (
    <MultiSelect
      label={label}
      value={[...(value ?? [])]}
      onChange={onChange}
      data={countryOptions()}
      searchable
      clearable
      nothingFoundMessage={t`No such country`}
      clearButtonProps={{ "aria-label": t`Empty the countries` }}
    />
  );
}

type Subdivisions = typeof import("@concord/shared/subdivisions");

/** The list of the world's states and provinces is large; it is fetched when the first of them is needed. */
export function useSubdivisions(): Subdivisions | null {
  const [module, setModule] = useState<Subdivisions | null>(null);
  useEffect(() => {
    let wanted = true;
    import("@concord/shared/subdivisions").then((loaded) => {
      if (wanted) setModule(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return module;
}

/** ISO 3166-2 of one country by name. */
export function SubdivisionSelect({ country, ...props }: PlaceSelectProps & { readonly country: string | null }) {
  const subdivisions = useSubdivisions();
  const options = country && subdivisions ? subdivisions.subdivisionsOf(country) : [];
  return (
    <Select
      {...props}
      data={options.map(({ code, name }) => ({ value: code, label: name }))}
      searchable
      clearable
      disabled={props.disabled === true || country === null}
      placeholder={country === null ? t`Choose the country first` : ""}
      nothingFoundMessage={t`None of that name`}
      clearButtonProps={{ "aria-label": t`Empty the state or province` }}
    />
  );
}
