import { geoAzimuthalEqualArea, geoCentroid, geoPath } from "d3-geo";
import { type Ref, useMemo } from "react";
import type { CountryShape } from "./country-shapes.ts";
import { type DrawnPlace, largestPart, type NumberOfPlace, ShapeMap } from "./shape-map.tsx";

const RATIO = 0.72;
const HIGHEST = 520;

type Outline = Pick<DrawnPlace, "key" | "outline" | "centre"> & { readonly code: string | null };

/** The outlines of a country's subdivisions; what is one subdivision in several shapes is one outline. */
function outlines(shapes: readonly CountryShape[], width: number, height: number): Outline[] {
  const whole = { type: "FeatureCollection" as const, features: shapes.map(({ shape }) => shape) };
  const [longitude, latitude] = geoCentroid(whole);
  // Turned so that the country lies in the middle: its areas keep their proportions, wherever it is.
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).fitSize([width, height], whole);
  const path = geoPath(projection);
  const found = new Map<string, Outline & { readonly area: number }>();
  for (const [index, { code, shape }] of shapes.entries()) {
    const key = code ?? `unknown ${index}`;
    const before = found.get(key);
    const area = path.area(shape);
    const centre = before && before.area >= area ? before.centre : path.centroid(largestPart(shape));
    const outline = `${before?.outline ?? ""}${path(shape) ?? ""}`;
    found.set(key, { key, code, outline, centre, area: Math.max(area, before?.area ?? 0) });
  }
  return [...found.values()];
}

interface CountryMapProps {
  readonly label: string;
  readonly shapes: readonly CountryShape[];
  readonly width: number;
  readonly of: (subdivision: string) => NumberOfPlace | null;
  readonly ref?: Ref<SVGSVGElement> | undefined;
}

/** The subdivisions of a country. */
export function CountryMap({ label, shapes, width, of, ref }: CountryMapProps) {
  const height = Math.min(HIGHEST, Math.round(width * RATIO));
  const drawn = useMemo(() => outlines(shapes, width, height), [shapes, width, height]);
  const places = drawn.map(({ code, ...place }) => ({ ...place, number: code === null ? null : of(code) }));
  return <ShapeMap ref={ref} label={label} places={places} width={width} height={height} />;
}
