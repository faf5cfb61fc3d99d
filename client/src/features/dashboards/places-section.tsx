import { listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { codesOf, isCode } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Group, SegmentedControl, Skeleton } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Link } from "react-router";
import { DashboardSubdivisionsDocument } from "../../generated/graphql.ts";
import { countryName } from "../../ui/country-names.ts";
import { BarRows } from "./bar-rows.tsx";
import { ChartSection } from "./chart-section.tsx";
import type { CountryShape } from "./country-shapes.ts";
import type { DashboardData, SubdivisionRow } from "./dashboard-data.ts";
import { Loaded, LoadingSection } from "./loaded-section.tsx";
import { type NamedNumbers, numberIn, tableOf } from "./named-numbers.ts";
import { heading } from "./number-names.ts";
import { type DashboardView, dashboardPath, PLACE_NUMBERS, type PlaceNumber } from "./paths.ts";

// Maps are large; the numbers do not wait for them.
const WorldMap = lazy(async () => ({ default: (await import("./world-map.tsx")).WorldMap }));
const CountryMap = lazy(async () => ({ default: (await import("./country-map.tsx")).CountryMap }));

const NUMBERS = ["partners", "collaborations", "peopleRescued"] as const;
type Numbers = Readonly<Record<PlaceNumber, number>>;

/** A country, a subdivision, or what has no such: its numbers and their lists. */
type PlaceRow = NamedNumbers<PlaceNumber>;

/** What of the whole lies in none of the places, as a row where there is any. */
function restOf(whole: Numbers, places: readonly Numbers[], label: string, lists: PlaceRow["lists"]): PlaceRow[] {
  const left = (name: PlaceNumber) => places.reduce((rest, place) => rest - place[name], whole[name]);
  const numbers = {
    partners: left("partners"),
    collaborations: left("collaborations"),
    peopleRescued: left("peopleRescued"),
  };
  return NUMBERS.every((name) => numbers[name] === 0) ? [] : [{ ...numbers, key: "none", label, lists }];
}

interface PlacesSectionProps {
  readonly dashboard: DashboardData;
  readonly filter: DashboardFilter;
  readonly view: DashboardView;
  readonly setView: (view: DashboardView) => void;
}

/** Where we and our partners act: the world, or the subdivisions of a country. */
export function PlacesSection({ dashboard, filter, view, setView }: PlacesSectionProps) {
  const of = view.of?.[0] ?? "collaborations";
  const actions = (
    <SegmentedControl
      size="xs"
      aria-label={t`What the map shows`}
      value={of}
      data={codesOf(PLACE_NUMBERS).map((name) => ({ value: name, label: heading(name) }))}
      onChange={(chosen) => setView({ ...view, of: isCode(PLACE_NUMBERS, chosen) ? [chosen] : undefined })}
    />
  );
  if (view.map !== undefined)
    return (
      <Country
        key={view.map}
        country={view.map}
        whole={dashboard.byCountry.find(({ country }) => country === view.map)}
        {...{ filter, view, of, actions }}
      />
    );
  const rows = dashboard.byCountry.map((row) => ({
    ...row,
    key: row.country,
    label: countryName(row.country),
    lists: listsBehind.country(filter, row.country),
  }));
  const rest = restOf(dashboard, rows, t`International, or no country said`, listsBehind.withoutCountry(filter));
  const known = new Map(rows.map((row) => [row.country, row]));
  return (
    <ChartSection
      title={t`Around the world`}
      actions={actions}
      note={
        <Trans>A country on the map opens its states and provinces; the numbers in the table open their lists.</Trans>
      }
      table={tableOf(t`Country`, NUMBERS, [...rows.toSorted((one, other) => other[of] - one[of]), ...rest])}
      chart={(width, ref) => (
        <Suspense fallback={<Skeleton height={width / 2} />}>
          <WorldMap
            ref={ref}
            width={width}
            label={t`World map: ${heading(of)}`}
            of={(country) => {
              const row = known.get(country);
              return row ? { ...numberIn(row, of), to: dashboardPath({ ...filter, ...view, map: country }) } : null;
            }}
          />
        </Suspense>
      )}
    />
  );
}

interface CountryProps {
  readonly country: string;
  readonly whole: Numbers | undefined;
  readonly filter: DashboardFilter;
  readonly view: DashboardView;
  readonly of: PlaceNumber;
  readonly actions: ReactNode;
}

function Country(props: CountryProps) {
  const { country, filter, view, actions } = props;
  const shapes = useShapes(country);
  const title = countryName(country);
  const back = (
    <Anchor component={Link} to={dashboardPath({ ...filter, ...view, map: undefined })} size="sm" underline="always">
      <Trans>Back to the world</Trans>
    </Anchor>
  );
  const section = {
    title,
    actions: (
      <Group gap="sm" justify="flex-end">
        {back}
        {actions}
      </Group>
    ),
  };
  return (
    <Loaded {...section} height={320} document={DashboardSubdivisionsDocument} variables={{ filter, country }}>
      {({ dashboard }) =>
        shapes ? (
          <CountryFigure {...props} {...section} rows={dashboard.bySubdivision} shapes={shapes} />
        ) : (
          <LoadingSection {...section} height={320} />
        )
      }
    </Loaded>
  );
}

/** The shapes of a country, once they are there. */
function useShapes(country: string): readonly CountryShape[] | null {
  const [shapes, setShapes] = useState<readonly CountryShape[] | null>(null);
  useEffect(() => {
    let wanted = true;
    import("./country-shapes.ts")
      .then((module) => module.countryShapes(country))
      // Without its map, a country has its bars.
      .catch(() => [])
      .then((found) => {
        if (wanted) setShapes(found);
      });
    return () => {
      wanted = false;
    };
  }, [country]);
  return shapes;
}

interface CountryFigureProps extends CountryProps {
  readonly title: string;
  readonly rows: readonly SubdivisionRow[];
  readonly shapes: readonly CountryShape[];
}

function CountryFigure({ title, country, whole, rows: data, shapes, filter, of, actions }: CountryFigureProps) {
  const rows: PlaceRow[] = data
    .map((row) => ({
      ...row,
      key: row.subdivision,
      label: row.name,
      lists: listsBehind.subdivision(filter, row.subdivision),
    }))
    .toSorted((one, other) => other[of] - one[of]);
  const nothing = { partners: 0, collaborations: 0, peopleRescued: 0 };
  const rest = restOf(
    whole ?? nothing,
    rows,
    t`No state or province said`,
    listsBehind.withoutSubdivision(filter, country),
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const drawn = new Set(shapes.map(({ code }) => code));
  const missing = shapes.length > 0 ? rows.filter(({ key, [of]: value }) => value > 0 && !drawn.has(key)) : [];
  const names = missing.map(({ label }) => label).join(", ");
  return (
    <ChartSection
      title={title}
      actions={actions}
      note={
        shapes.length > 0 && (
          <>
            <Trans>Borders as Natural Earth draws them; they say nothing about whose land it is.</Trans>{" "}
            {missing.length > 0 && <Trans>Not on this map, but in the table: {names}.</Trans>}
          </>
        )
      }
      table={tableOf(t`State or province`, NUMBERS, [...rows, ...rest])}
      chart={(width, ref) =>
        shapes.length > 0 ? (
          <Suspense fallback={<Skeleton height={width / 2} />}>
            <CountryMap
              ref={ref}
              width={width}
              shapes={shapes}
              label={t`Map of ${title}: ${heading(of)}`}
              of={(code) => {
                const row = known.get(code);
                return row ? numberIn(row, of) : null;
              }}
            />
          </Suspense>
        ) : (
          <BarRows
            ref={ref}
            width={width}
            label={t`${title}: ${heading(of)}`}
            bars={[...rows, ...rest].map((row) => ({ key: row.key, label: row.label, ...numberIn(row, of) }))}
          />
        )
      }
    />
  );
}
