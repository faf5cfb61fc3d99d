import { countryOfNumber } from "@concord/shared/country-numbers";
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { type Ref, useMemo } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import { largestPart, type NumberOfPlace, ShapeMap } from "./shape-map.tsx";

const RATIO = 0.45;
const ANTARCTICA = "010";

/** The outlines of the countries, each with its alpha-2 code where it has one. */
function outlines(width: number) {
  // biome-ignore lint/plugin: the package's JSON is a topology with this collection, which its types do not say
  const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
  const shapes = feature(topology, topology.objects.countries);
  const inhabited = { ...shapes, features: shapes.features.filter((shape) => String(shape.id) !== ANTARCTICA) };
  const path = geoPath(geoNaturalEarth1().fitSize([width, width * RATIO], inhabited));
  return inhabited.features.map((shape, index) => ({
    key: `${String(shape.id ?? "none")} ${index}`,
    country: countryOfNumber(String(shape.id ?? "").padStart(3, "0")),
    outline: path(shape) ?? "",
    centre: path.centroid(largestPart(shape)),
  }));
}

interface WorldMapProps {
  readonly label: string;
  readonly width: number;
  /** The number of a country, and where it leads. */
  readonly of: (country: string) => NumberOfPlace | null;
  readonly ref?: Ref<SVGSVGElement> | undefined;
}

/** Where we and our partners act. */
export function WorldMap({ label, width, of, ref }: WorldMapProps) {
  const drawn = useMemo(() => outlines(width), [width]);
  const places = drawn.map(({ country, ...place }) => ({
    ...place,
    number: country === undefined ? null : of(country),
  }));
  return <ShapeMap ref={ref} label={label} places={places} width={width} height={width * RATIO} />;
}
