import { type Ref, useId } from "react";
import { numberText } from "../../ui/number-text.ts";
import classes from "./chart.module.css";
import { Chart, MarkLink, Stripes, WORDS, widthOf } from "./chart-parts.tsx";

/** A column: a number of a time, which leads to its list. */
export interface Column {
  readonly key: string;
  /** Below the column. */
  readonly label: string;
  readonly value: number;
  readonly to: string;
  /** "2005: 94 people rescued" */
  readonly name: string;
  /** Striped, as it is not like the others: a year that is not over, what is known by its year alone. */
  readonly striped?: boolean;
}

export interface Panel {
  readonly title: string;
  readonly columns: readonly Column[];
}

interface ColumnChartsProps {
  readonly label: string;
  readonly panels: readonly Panel[];
  readonly width: number;
  readonly ref?: Ref<SVGSVGElement>;
}

const PANEL = { height: 188, gap: 28, top: 44, bottom: 24, start: 34, end: 14 } as const;
/** From here on two panels stand side by side. */
const TWO_ABREAST = 640;

/** Numbers of different kinds over the same time: a panel each, with a scale of its own, since they do not add up. */
export function ColumnCharts({ label, panels, width, ref }: ColumnChartsProps) {
  const abreast = width >= TWO_ABREAST ? 2 : 1;
  const panelWidth = (width - PANEL.gap * (abreast - 1)) / abreast;
  const rows = Math.ceil(panels.length / abreast);
  const stripes = useId();
  return (
    <Chart ref={ref} width={width} height={rows * PANEL.height + (rows - 1) * PANEL.gap} label={label}>
      <defs>
        <Stripes id={stripes} />
      </defs>
      {panels.map((panel, index) => (
        <g
          key={panel.title}
          transform={`translate(${(index % abreast) * (panelWidth + PANEL.gap)} ${Math.floor(index / abreast) * (PANEL.height + PANEL.gap)})`}
        >
          <Columns panel={panel} width={panelWidth} stripes={stripes} />
        </g>
      ))}
    </Chart>
  );
}

interface ColumnsProps {
  readonly panel: Panel;
  readonly width: number;
  readonly stripes: string;
}

function Columns({ panel: { title, columns }, width, stripes }: ColumnsProps) {
  const top = scaleTop(Math.max(1, ...columns.map(({ value }) => value)));
  const floor = PANEL.height - PANEL.bottom;
  const step = (width - PANEL.start - PANEL.end) / Math.max(columns.length, 1);
  const isUpright = columns.every(({ value }) => boldWidthOf(numberText(value)) + 1 <= step);
  const heightOf = (value: number) => ((floor - PANEL.top) * value) / top;
  const every = labelEvery(columns, step);
  return (
    <g>
      <text x={0} y={14} fontSize={WORDS.title} fontWeight={650} fill="var(--chart-text)">
        {title}
      </text>
      <Scale top={top} width={width} floor={floor} heightOf={heightOf} />
      {columns.map((column, index) => {
        const start = PANEL.start + index * step;
        const height = column.value === 0 ? 0 : Math.max(2, heightOf(column.value));
        const thickness = Math.min(40, step * 0.72);
        const middle = start + step / 2;
        return (
          <g key={column.key}>
            <MarkLink to={column.value === 0 ? null : column.to} name={column.name}>
              <rect x={start} y={PANEL.top - 14} width={step} height={floor - PANEL.top + 14} fill="transparent" />
              <rect
                className={classes["mark"]}
                x={middle - thickness / 2}
                y={floor - height}
                width={thickness}
                height={height}
                rx={Math.min(2, thickness / 4)}
                fill={column.striped ? `url(#${stripes})` : "var(--chart-bar)"}
              />
              {column.value > 0 && step >= WORDS.small + 1 && (
                <ColumnNumber value={column.value} isUpright={isUpright} x={middle} y={floor - height - 4} />
              )}
            </MarkLink>
            {(columns.length - 1 - index) % every === 0 && (
              <text
                x={middle}
                y={PANEL.height - 8}
                textAnchor="middle"
                fontSize={WORDS.small}
                fill="var(--chart-dim)"
                aria-hidden
              >
                {column.label}
              </text>
            )}
          </g>
        );
      })}
      <line x1={PANEL.start} x2={width} y1={floor} y2={floor} stroke="var(--chart-dim)" />
    </g>
  );
}

const boldWidthOf = (text: string) => widthOf(text, WORDS.small) * 1.15;

interface ColumnNumberProps {
  readonly value: number;
  readonly isUpright: boolean;
  readonly x: number;
  readonly y: number;
}

/** The number above a column; on its side, and in short, where the columns of the panel stand too close for it. */
function ColumnNumber({ value, isUpright, x, y }: ColumnNumberProps) {
  return (
    <text
      className={classes["words"]}
      x={x}
      y={y}
      textAnchor={isUpright ? "middle" : "start"}
      transform={isUpright ? undefined : `rotate(-90 ${x} ${y}) translate(0 ${WORDS.small * 0.36})`}
      fontSize={WORDS.small}
      fontWeight={600}
      fill="var(--chart-text)"
    >
      {numberText(value, isUpright ? {} : { notation: "compact" })}
    </text>
  );
}

interface ScaleProps {
  readonly top: number;
  readonly width: number;
  readonly floor: number;
  readonly heightOf: (value: number) => number;
}

function Scale({ top, width, floor, heightOf }: ScaleProps) {
  const ticks = top < 2 ? [top] : [top / 2, top];
  return (
    <g aria-hidden>
      {[0, ...ticks].map((value) => (
        <g key={value}>
          {value > 0 && (
            <line
              x1={PANEL.start}
              x2={width}
              y1={floor - heightOf(value)}
              y2={floor - heightOf(value)}
              stroke="var(--chart-line)"
            />
          )}
          <text
            x={PANEL.start - 6}
            y={floor - heightOf(value) + 4}
            textAnchor="end"
            fontSize={WORDS.small}
            fill="var(--chart-dim)"
          >
            {numberText(value, { notation: "compact" })}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The next number above that reads well and has a whole half: 94 is below 100, 3 below 4. */
function scaleTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const found = [1, 2, 4, 6, 8, 10].map((factor) => factor * power).find((value) => value >= most) ?? most;
  return found % 2 === 0 ? found : found + 1;
}

/** Each how manieth column has room for its label. */
function labelEvery(columns: readonly Column[], step: number): number {
  const widest = Math.max(1, ...columns.map(({ label }) => widthOf(label, WORDS.small)));
  return Math.max(1, Math.ceil((widest + 10) / step));
}
