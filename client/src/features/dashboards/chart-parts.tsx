import type { MouseEvent, ReactNode, Ref } from "react";
import { useHref, useLinkClickHandler } from "react-router";
import classes from "./chart.module.css";

/** The room around the words of a chart, and their size, in the units of its drawing, which are pixels. */
export const WORDS = { size: 12, small: 11, title: 14, line: 16 } as const;

/**
 * How wide a text may be. Drawn text cannot be measured before it is drawn, so that this is on the safe side: wide letters,
 * as those of Tamil, take up more than one of ours.
 */
export function widthOf(text: string, size: number): number {
  const width = [...text].reduce((sum, letter) => sum + (/[\u0020-\u024f]/.test(letter) ? 0.56 : 0.85), 0);
  return width * size;
}

/** A text in lines that fit into a width, as far as its words are short enough. */
export function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface ChartProps {
  readonly width: number;
  readonly height: number;
  /** What the chart shows, for whoever does not see it; its marks say the rest. */
  readonly label: string;
  readonly children: ReactNode;
  readonly ref?: Ref<SVGSVGElement> | undefined;
}

/** A drawing that is as wide as its place, of marks that are links. */
export function Chart({ width, height, label, children, ref }: ChartProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no drawing; the group holds links
    <svg
      ref={ref ?? null}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={classes["chart"]}
      role="group"
      aria-label={label}
      fontSize={WORDS.size}
    >
      {children}
    </svg>
  );
}

interface MarkLinkProps {
  /** Null for what leads nowhere, as there is nothing. */
  readonly to: string | null;
  /** What the mark says, as a sentence: the name of the link, and the hint under the mouse. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A mark of a chart that leads to the list behind its number. */
export function MarkLink({ to, name, children }: MarkLinkProps) {
  if (to === null) return <g aria-hidden>{children}</g>;
  return (
    <Linked to={to} name={name}>
      {children}
    </Linked>
  );
}

function Linked({ to, name, children }: MarkLinkProps & { readonly to: string }) {
  const href = useHref(to);
  const follow = useLinkClickHandler(to);
  return (
    <a
      href={href}
      aria-label={name}
      className={classes["link"]}
      onClick={(event: MouseEvent<HTMLAnchorElement>) => follow(event)}
    >
      <title>{name}</title>
      {children}
    </a>
  );
}

/** Stripes, for what is not like the others: they are told apart without colours, too. */
export function Stripes({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} fill="var(--chart-ground)" />
      <rect width={3} height={6} fill="var(--chart-bar)" />
    </pattern>
  );
}
