import { COUNTRIES, countryName } from "@concord/shared/countries";
import { MultiSelect, Select } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";

const COUNTRY_OPTIONS = COUNTRIES.map((value) => ({ value, label: countryName(value) })).toSorted((a, b) =>
  a.label.localeCompare(b.label, "en"),
);

interface PlaceSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

/** ISO 3166-1 by name. */
export function CountrySelect(props: PlaceSelectProps) {
  return (
    <Select
      {...props}
      data={COUNTRY_OPTIONS}
      searchable
      clearable
      nothingFoundMessage="No such country"
      clearButtonProps={{ "aria-label": "Empty the country" }}
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
      data={COUNTRY_OPTIONS}
      searchable
      clearable
      nothingFoundMessage="No such country"
      clearButtonProps={{ "aria-label": "Empty the countries" }}
    />
  );
}

type Subdivisions = typeof import("@concord/shared/subdivisions");

/** The list of the world's states and provinces is large; it is fetched when the first of them is needed. */
function useSubdivisions(): Subdivisions | null {
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
      placeholder={country === null ? "Choose the country first" : ""}
      nothingFoundMessage="None of that name"
      clearButtonProps={{ "aria-label": "Empty the state or province" }}
    />
  );
}

/** Country and state or province in words. */
export function PlaceText({
  country,
  subdivision,
  international,
}: {
  readonly country: string | null;
  readonly subdivision: string | null;
  readonly international?: boolean;
}) {
  if (international) return <span>International</span>;
  if (!country) return null;
  return (
    <span>
      {subdivision && (
        <>
          <SubdivisionName code={subdivision} />,{" "}
        </>
      )}
      {countryName(country)}
    </span>
  );
}

function SubdivisionName({ code }: { readonly code: string }) {
  const subdivisions = useSubdivisions();
  return <>{subdivisions?.subdivisionName(code) ?? code}</>;
}
