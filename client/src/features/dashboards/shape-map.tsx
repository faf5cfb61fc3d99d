import { geoPath } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import type { Ref } from "react";
import { numberText } from "../../ui/number-text.ts";
import classes from "./chart.module.css";
import { Chart, MarkLink, WORDS, widthOf } from "./chart-parts.tsx";

/** What a place counts. */
export interface NumberOfPlace {
  readonly value: number;
  readonly to: string;
  /** "India: 3 partners" */
  readonly name: string;
}

/** A place as it is drawn; without a number, nothing is there. */
export interface DrawnPlace {
  readonly key: string;
  readonly outline: string;
  readonly centre: readonly [number, number];
  readonly number: NumberOfPlace | null;
}

type Shape = Feature<Geometry>;

/** The largest polygon of a shape: the middle of France is not in the Atlantic, where that of all of its parts is. */
export function largestPart(shape: Shape): Shape {
  if (shape.geometry.type !== "MultiPolygon") return shape;
  const path = geoPath();
  const parts = shape.geometry.coordinates.map((coordinates) => ({
    ...shape,
    geometry: { type: "Polygon" as const, coordinates },
  }));
  return parts.toSorted((one, other) => path.area(other) - path.area(one))[0] ?? shape;
}

interface ShapeMapProps {
  readonly label: string;
  readonly places: readonly DrawnPlace[];
  readonly width: number;
  readonly height: number;
  readonly ref?: Ref<SVGSVGElement> | undefined;
}

/** As many numbers are written on a map; smaller ones stand in its table. */
const WRITTEN = 40;

/** Outlines, the darker the more, with their numbers written upon them. */
export function ShapeMap({ label, places, width, height, ref }: ShapeMapProps) {
  const some = places
    .flatMap(({ number, ...place }) => (number && number.value > 0 ? [{ ...place, ...number }] : []))
    .toSorted((one, other) => other.value - one.value);
  const most = Math.max(1, some[0]?.value ?? 0);
  const coloured = new Set(some.map(({ key }) => key));
  return (
    <Chart ref={ref} width={width} height={height} label={label}>
      {places.map(({ key, outline }) =>
        coloured.has(key) ? null : (
          <path key={key} d={outline} fill="var(--chart-land)" stroke="var(--chart-ground)" strokeWidth={0.6} />
        ),
      )}
      {some.map(({ key, outline, value, to, name, centre: [x, y] }, index) => (
        <MarkLink key={key} to={to} name={name}>
          <path d={outline} fill="var(--chart-land)" />
          <path
            className={classes["mark"]}
            d={outline}
            fill="var(--chart-bar)"
            // From the square root, so that few are told from none beside many.
            fillOpacity={0.3 + 0.7 * Math.sqrt(value / most)}
            stroke="var(--chart-ground)"
            strokeWidth={0.8}
          />
          {index < WRITTEN && <Written value={value} x={x} y={y} />}
        </MarkLink>
      ))}
    </Chart>
  );
}

/** A number upon a map, on a ground of its own, so that it is read on each shade. */
function Written({ value, x, y }: { readonly value: number; readonly x: number; readonly y: number }) {
  const text = numberText(value, { notation: value >= 10_000 ? "compact" : "standard" });
  const width = widthOf(text, WORDS.small) + 8;
  return (
    <g>
      <rect
        x={x - width / 2}
        y={y - 8}
        width={width}
        height={16}
        rx={8}
        fill="var(--chart-ground)"
        stroke="var(--chart-bar)"
      />
      <text
        className={classes["words"]}
        x={x}
        y={y + 4}
        textAnchor="middle"
        fontSize={WORDS.small}
        fontWeight={700}
        fill="var(--chart-text)"
      >
        {text}
      </text>
    </g>
  );
}
