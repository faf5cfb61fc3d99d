import type { ListBehind } from "@concord/shared/lists-behind";
import type { ReactNode, Ref } from "react";
import { BarRows } from "./bar-rows.tsx";
import { ChartSection, Figure } from "./chart-section.tsx";
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

interface BarsProps {
  readonly title: string;
  /** Heads of the table: of the names, and of the numbers. */
  readonly heads: readonly [string, string];
  readonly counts: readonly Counted[];
  readonly empty?: string;
}

function figureOf({ title, heads, counts, ...rest }: BarsProps) {
  const bars = counts.map(({ behind, ...count }) => ({ ...count, to: pathTo(behind) }));
  return {
    ...rest,
    title,
    table: { heads, rows: bars.map(({ key, label, ...number }) => ({ key, head: label, numbers: [number] })) },
    chart: (width: number, ref: Ref<SVGSVGElement>) => <BarRows ref={ref} width={width} label={title} bars={bars} />,
  };
}

/** A section with one number of each of some things. */
export function BarsSection({ note, ...bars }: BarsProps & { readonly note?: ReactNode }) {
  return <ChartSection {...figureOf(bars)} note={note} />;
}

/** The same as a part of a section. */
export function BarsFigure(bars: BarsProps) {
  return <Figure {...figureOf(bars)} />;
}
