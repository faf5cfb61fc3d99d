import { Fragment, type Ref } from "react";
import { numberText } from "../../ui/number-text.ts";
import classes from "./chart.module.css";
import { Chart, linesOf, MarkLink, WORDS, widthOf } from "./chart-parts.tsx";

/** A bar: a number of something, which leads to its list. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly to: string;
  /** "Police: 3 partners" */
  readonly name: string;
}

interface BarRowsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly width: number;
  readonly ref?: Ref<SVGSVGElement> | undefined;
}

const THICKNESS = 10;
const GAP = 14;

/** Numbers of things that have long names: each name above its bar, with the number at its end. */
export function BarRows({ label, bars, width, ref }: BarRowsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const room = Math.max(0, ...bars.map(({ value }) => widthOf(numberText(value), WORDS.title))) + 12;
  const rows: { bar: Bar; lines: string[]; y: number }[] = [];
  let y = 0;
  for (const bar of bars) {
    const lines = linesOf(bar.label, width - room, WORDS.size);
    rows.push({ bar, lines, y });
    y += lines.length * WORDS.line + THICKNESS + GAP;
  }
  return (
    <Chart ref={ref} width={width} height={Math.max(1, y - GAP + 4)} label={label}>
      {rows.map(({ bar, lines, y: top }) => (
        <g key={bar.key} transform={`translate(0 ${top})`}>
          <MarkLink to={bar.value === 0 ? null : bar.to} name={bar.name}>
            <rect width={width} height={lines.length * WORDS.line + THICKNESS + 4} fill="transparent" />
            {/* The blanks part the words where they are read one after the other. */}
            {lines.map((line, index) => (
              <Fragment key={line}>
                <text className={classes["words"]} x={0} y={12 + index * WORDS.line} fill="var(--chart-text)">
                  {line}
                </text>{" "}
              </Fragment>
            ))}
            <text x={width} y={12} textAnchor="end" fontSize={WORDS.title} fontWeight={700} fill="var(--chart-text)">
              {numberText(bar.value)}
            </text>
            <rect y={lines.length * WORDS.line + 2} width={width} height={THICKNESS} rx={3} fill="var(--chart-land)" />
            <rect
              className={classes["mark"]}
              y={lines.length * WORDS.line + 2}
              width={bar.value === 0 ? 0 : Math.max(3, (width * bar.value) / most)}
              height={THICKNESS}
              rx={3}
              fill="var(--chart-bar)"
            />
          </MarkLink>
        </g>
      ))}
    </Chart>
  );
}
