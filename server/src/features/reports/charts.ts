import type { PdfDocument } from "../../pdf/document.ts";
import { numberText } from "./words.ts";

/** A number of a chart and what it is of. */
export interface Mark {
  readonly label: string;
  readonly value: number;
}

const FILL = "#1f5f8b";
const LABEL = { size: 8, color: "#57606a", leading: 1.25 };
const NUMBER = { size: 8, leading: 1.25 };

/** So many columns at most, the last ones: more would be too narrow for their numbers. */
const MOST_COLUMNS = 24;

const BAR_ROW = 15;

/** How high a chart of so many bars is, in points. */
export function barsHeight(bars: number): number {
  return bars * BAR_ROW + 8;
}

/** Columns over time, each with its number above it. */
export function columnChart(document: PdfDocument, title: string, all: readonly Mark[]): void {
  const marks = all.slice(-MOST_COLUMNS);
  if (marks.length === 0) return;
  const height = 92;
  document.room(height + 34);
  document.text(title, { size: 9, bold: true });
  const { x, width } = document.area;
  const box = { x, y: document.y, width, height: height + 14 };
  const most = Math.max(1, ...marks.map(({ value }) => value));
  const step = Math.min(width / marks.length, 60);
  document.figure(sentenceOf(title, marks), box, () => {
    const floor = box.y + height;
    marks.forEach(({ label, value }, index) => {
      const left = x + index * step;
      const tall = (value / most) * (height - 14);
      document.rectangle({ x: left + step * 0.15, y: floor - tall, width: step * 0.7, height: tall }, { fill: FILL });
      const at = { x: left - 6, width: step + 12 };
      if (value > 0)
        document.textAt(numberText(value), { ...NUMBER, align: "center" }, { ...at, y: floor - tall - 11 });
      document.textAt(label, { ...LABEL, align: "center" }, { ...at, y: floor + 2 });
    });
    document.line({ x, y: floor }, { x: x + step * marks.length, y: floor }, { stroke: "#8c959f", lineWidth: 0.8 });
  });
  document.y = box.y + box.height + 8;
}

/** Bars with their names before them and their numbers behind. */
export function barChart(document: PdfDocument, title: string, marks: readonly Mark[]): void {
  if (marks.length === 0) return;
  const row = BAR_ROW;
  const { x, width } = document.area;
  document.room(barsHeight(marks.length));
  const box = { x, y: document.y, width, height: marks.length * row };
  const names = Math.min(
    170,
    Math.max(...marks.map(({ label }) => document.measure(label, { ...LABEL, most: 1 }, 170).width)) + 4,
  );
  const most = Math.max(1, ...marks.map(({ value }) => value));
  document.figure(sentenceOf(title, marks), box, () => {
    marks.forEach(({ label, value }, index) => {
      const y = box.y + index * row;
      const long = (value / most) * (width - names - 60);
      document.textAt(label, { ...LABEL, align: "right", most: 1 }, { x, y: y + 2, width: names });
      document.rectangle({ x: x + names + 6, y: y + 2, width: long, height: row - 5 }, { fill: FILL });
      document.textAt(numberText(value), NUMBER, { x: x + names + 10 + long, y: y + 2, width: 50 });
    });
  });
  document.y = box.y + box.height + 8;
}

/** What a chart shows, for who has it read aloud. */
function sentenceOf(title: string, marks: readonly Mark[]): string {
  return `${title}. ${marks.map(({ label, value }) => `${label}: ${numberText(value)}`).join("; ")}.`;
}
