import { t } from "@lingui/core/macro";
import { MultiSelect, Select } from "@mantine/core";
import { useSubdivisions } from "./place-selects.tsx";

interface PlaceFilter {
  readonly country?: readonly string[] | null | undefined;
  readonly countryKnown?: boolean | null | undefined;
  readonly subdivision?: string[] | null | undefined;
  readonly subdivisionKnown?: boolean | null | undefined;
}

interface PlaceFiltersProps<Filter extends PlaceFilter> {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

/** What is said of places: their states and provinces, and whether there is anything said at all. */
export function PlaceFilters<Filter extends PlaceFilter>(props: PlaceFiltersProps<Filter>) {
  return (
    <>
      <SubdivisionMultiSelect {...props} />
      <SaidSelect {...props} />
    </>
  );
}

/** The subdivisions of the chosen countries, and those that are chosen already. */
function SubdivisionMultiSelect<Filter extends PlaceFilter>(props: PlaceFiltersProps<Filter>) {
  const { country, subdivision } = props.filter;
  const countries = [...new Set([...(country ?? []), ...(subdivision ?? []).map((code) => code.slice(0, 2))])];
  // The list of them is large; it is not fetched for nothing.
  if (countries.length === 0)
    return <MultiSelect label={t`State or province`} disabled placeholder={t`Choose the country first`} />;
  return <SubdivisionsOf {...props} countries={countries} />;
}

interface SubdivisionsOfProps<Filter extends PlaceFilter> extends PlaceFiltersProps<Filter> {
  readonly countries: readonly string[];
}

function SubdivisionsOf<Filter extends PlaceFilter>({ filter, setFilter, countries }: SubdivisionsOfProps<Filter>) {
  const subdivisions = useSubdivisions();
  const chosen = filter.subdivision ?? [];
  const options = subdivisions ? countries.flatMap((country) => subdivisions.subdivisionsOf(country)) : [];
  return (
    <MultiSelect
      label={t`State or province`}
      data={options.map(({ code, name }) => ({ value: code, label: name }))}
      value={options.length > 0 ? chosen : []}
      onChange={(codes) => setFilter({ ...filter, subdivision: codes.length === 0 ? undefined : codes })}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t`Empty the states and provinces` }}
    />
  );
}

const SAID = {
  COUNTRY: { countryKnown: true },
  NO_COUNTRY: { countryKnown: false },
  SUBDIVISION: { subdivisionKnown: true },
  NO_SUBDIVISION: { subdivisionKnown: false },
} as const;

function SaidSelect<Filter extends PlaceFilter>({ filter, setFilter }: PlaceFiltersProps<Filter>) {
  const { countryKnown, subdivisionKnown } = filter;
  const value =
    typeof subdivisionKnown === "boolean"
      ? subdivisionKnown
        ? "SUBDIVISION"
        : "NO_SUBDIVISION"
      : typeof countryKnown === "boolean"
        ? countryKnown
          ? "COUNTRY"
          : "NO_COUNTRY"
        : null;
  const labels = {
    COUNTRY: t`With a country`,
    NO_COUNTRY: t`Without a country`,
    SUBDIVISION: t`With a state or province`,
    NO_SUBDIVISION: t`Without a state or province`,
  };
  const codes = ["COUNTRY", "NO_COUNTRY", "SUBDIVISION", "NO_SUBDIVISION"] as const;
  return (
    <Select
      label={t`Place said`}
      data={codes.map((code) => ({ value: code, label: labels[code] }))}
      value={value}
      onChange={(chosen) => {
        const code = codes.find((candidate) => candidate === chosen);
        setFilter({ ...filter, countryKnown: undefined, subdivisionKnown: undefined, ...(code ? SAID[code] : {}) });
      }}
      clearable
      clearButtonProps={{ "aria-label": t`Empty whether a place is said` }}
    />
  );
}
