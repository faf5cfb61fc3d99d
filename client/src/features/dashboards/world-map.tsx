import { countryOfNumber } from "@concord/shared/country-numbers";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Group, Text } from "@mantine/core";
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import { countryName } from "../../ui/country-names.ts";
import { outcomeText } from "../../ui/outcome-words.ts";
import { collaborationsPath } from "../collaborations/paths.ts";
import type { DashboardData } from "./dashboard-data.ts";
import classes from "./world-map.module.css";

const WIDTH = 800;
const HEIGHT = 400;

interface WorldMapProps {
  readonly countries: DashboardData["byCountry"];
  readonly filter: DashboardFilter;
}

/** The outlines of the countries, each with its alpha-2 code where it has one. */
function outlines() {
  // biome-ignore lint/plugin: the package's JSON is a topology with this collection, which its types do not say
  const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
  const shapes = feature(topology, topology.objects.countries);
  const inhabited = { ...shapes, features: shapes.features.filter((shape) => String(shape.id) !== "010") };
  const path = geoPath(geoNaturalEarth1().fitSize([WIDTH, HEIGHT], inhabited));
  return inhabited.features.map((shape, index) => ({
    key: `${String(shape.id ?? "none")} ${index}`,
    country: countryOfNumber(String(shape.id ?? "").padStart(3, "0")),
    outline: path(shape) ?? "",
  }));
}

/** Where we and our partners act: the darker, the more. The table beside it says the same in numbers. */
export function WorldMap({ countries, filter }: WorldMapProps) {
  const navigate = useNavigate();
  const shapes = useMemo(outlines, []);
  const most = Math.max(1, ...countries.map((row) => row.collaborations + row.partners));
  const rows = new Map(countries.map((row) => [row.country, row]));
  return (
    <Box>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes["map"]} role="img" aria-label={sentence(countries)}>
        {shapes.map(({ key, country, outline }) => {
          const row = country === undefined ? undefined : rows.get(country);
          if (!row) return <path key={key} d={outline} className={classes["country"]} />;
          const share = Math.round(35 + (65 * (row.collaborations + row.partners)) / most);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the table beside the map has the links
            <path
              key={key}
              d={outline}
              className={classes["active"]}
              style={{
                fill: `color-mix(in srgb, var(--mantine-primary-color-filled) ${share}%, var(--concord-surface))`,
              }}
              onClick={() => navigate(collaborationsPath({ ...filter, country: [row.country] }))}
            >
              <title>{figures(row)}</title>
            </path>
          );
        })}
      </svg>
      <Group gap="xs" justify="flex-end" aria-hidden>
        <Text size="xs" c="dimmed">
          <Trans>fewer</Trans>
        </Text>
        <Box className={classes["scale"] ?? ""} />
        <Text size="xs" c="dimmed">
          <Trans>more partners and collaborations</Trans>
        </Text>
      </Group>
    </Box>
  );
}

function figures({ country, ...row }: DashboardData["byCountry"][number]): string {
  const name = countryName(country);
  const partners = plural(row.partners, { one: "# partner", other: "# partners" });
  const collaborations = plural(row.collaborations, { one: "# collaboration", other: "# collaborations" });
  const rescued = outcomeText("PEOPLE_RESCUED", row.peopleRescued);
  return t`${name}: ${partners}, ${collaborations}, ${rescued}`;
}

function sentence(countries: DashboardData["byCountry"]): string {
  if (countries.length === 0) return t`World map without partners or collaborations`;
  const names = countries.map((row) => countryName(row.country)).join(", ");
  return t`World map: partners or collaborations in ${names}`;
}
