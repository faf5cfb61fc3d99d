import type { ListBehind } from "@concord/shared/lists-behind";
import type { Ref } from "react";
import { BarRows } from "./bar-rows.tsx";
import { ChartSection, type ChartSectionProps, Figure } from "./chart-section.tsx";
import { countedOf } from "./number-names.ts";
import { pathTo } from "./paths.ts";

/** A number with what it is of, and the list behind it. */
export interface Counted {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly behind: ListBehind;
  /** "Police: 3 partners" */
  readonly name: string;
}

/** Partners that have something in common, which is their label. */
export function partnersWith(key: string, label: string, partners: number, behind: ListBehind): Counted {
  return { key, label, value: partners, behind, name: countedOf(label, "partners", partners) };
}

interface BarsProps {
  readonly title: string;
  /** What the chart shows, where its title does not say it all. */
  readonly label?: string;
  /** Heads of the table: of the names, and of the numbers. */
  readonly heads: readonly [string, string];
  readonly counts: readonly Counted[];
  readonly empty?: string;
}

function figureOf({ title, label: shown = title, heads, counts, ...rest }: BarsProps) {
  const bars = counts.map(({ behind, ...count }) => ({ ...count, to: pathTo(behind) }));
  return {
    ...rest,
    title,
    table: { heads, rows: bars.map(({ key, label, ...number }) => ({ key, head: label, numbers: [number] })) },
    chart: (width: number, ref: Ref<SVGSVGElement>) => <BarRows ref={ref} width={width} label={shown} bars={bars} />,
  };
}

type BarsSectionProps = BarsProps & Pick<ChartSectionProps, "actions" | "note">;

/** A section with one number of each of some things. */
export function BarsSection({ actions, note, ...bars }: BarsSectionProps) {
  return <ChartSection {...figureOf(bars)} actions={actions} note={note} />;
}

/** The same as a part of a section. */
export function BarsFigure(bars: BarsProps) {
  return <Figure {...figureOf(bars)} />;
}
