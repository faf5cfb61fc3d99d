import type { Counted, SummedKind } from "./counted.ts";

/**
 * Which sums are kept. Each is of the records of a kind, restricted or not, that have something in common: an office (O), a
 * country (P) or a subdivision (S), and a set of focus areas (F), any of these, or none; and the date, as exactly as the
 * number of the others leaves room for, so that the number of sums does not grow with that of records.
 */

/** `O`, `P` or `S`, and `F`, in this order: what the records of a sum have in common. */
export type Dims = "" | "O" | "P" | "S" | "F" | "OP" | "OS" | "OF" | "PF" | "SF" | "OPF" | "OSF";

/**
 * What a sum says of the date: nothing; that it is known by the year, or month, alone; that it is known more exactly and
 * lies in the year, or month; the day. A record is in one sum of each of these at most, and in a period's by as few sums as
 * make it up.
 */
export type Grain = "ALL" | "YEAR" | "IN_YEAR" | "MONTH" | "IN_MONTH" | "DAY";

export interface SumKey {
  readonly kind: SummedKind;
  readonly dims: Dims;
  /** 0 or 1. */
  readonly restricted: number;
  readonly grain: Grain;
  /** Empty where the sum does not tell offices apart; so are the following. */
  readonly officeId: string;
  /** A subdivision, or countries, of which a recognition may have several: `IN+KE`. */
  readonly place: string;
  readonly focusAreas: number;
  readonly detail: string;
  readonly time: string;
}

const PLACES: Readonly<Record<SummedKind, readonly ("" | "P" | "S")[]>> = {
  PARTNER: ["", "P", "S"],
  COLLABORATION: ["", "P", "S"],
  RECOGNITION: ["", "P"],
  STATEMENT: ["", "P"],
  RELATION: ["", "P"],
};

const EXACTNESS: Readonly<Record<Grain, number>> = { ALL: 0, YEAR: 1, IN_YEAR: 1, MONTH: 2, IN_MONTH: 2, DAY: 3 };

/** Days where the records have at most one thing in common, months where they have two, else years. */
const KEPT = [3, 3, 2, 1];

/** Of relations it is days that are asked for, under whatever filter; they change as often as records, and are fewer. */
const GRAINS_OF_RELATIONS: readonly Grain[] = ["ALL", "IN_MONTH", "DAY"];

/** Whether sums of a kind tell of the date in this way at all. */
export function hasGrain(kind: SummedKind, grain: Grain): boolean {
  return kind !== "RELATION" || GRAINS_OF_RELATIONS.includes(grain);
}

/** Whether there are sums of such records that tell dates as exactly. Restricted ones are always read by their office. */
export function isKept(kind: SummedKind, dims: Dims, grain: Grain, restricted: number): boolean {
  if (kind === "RELATION") return hasGrain(kind, grain);
  const narrowing = restricted === 1 ? dims.replace("O", "") : dims;
  return EXACTNESS[grain] <= (KEPT[narrowing.length] ?? 0);
}

/** The place of a set of countries; of a single one, its code. */
export const placeOf = (countries: readonly string[]) => countries.join("+");

/** The detail by which something is counted in a layer. */
export const inLayer = (layer: string, detail: string) => [layer, detail].filter(Boolean).join(" ");

/** The keys of all sums in which a record is, or a relation as it looks in a layer. */
function keysOf(kind: SummedKind, counted: Counted, layer: string): SumKey[] {
  const restricted = counted.restricted ? 1 : 0;
  const details = kind === "RECOGNITION" ? counted.details : ["", ...counted.details];
  const times = timesOf(counted.date);
  return dimsOf(kind, counted).flatMap((dims) => {
    const of = {
      kind,
      dims,
      restricted,
      officeId: dims.includes("O") ? counted.officeId : "",
      place: dims.includes("P") ? placeOf(counted.countries) : dims.includes("S") ? counted.subdivision : "",
      focusAreas: dims.includes("F") ? counted.focusAreas : 0,
    };
    return times
      .filter(({ grain }) => isKept(kind, dims, grain, restricted))
      .flatMap((time) =>
        // How many have a rhythm or a balance is never asked for within a period.
        (kind === "RELATION" && time.grain !== "ALL" ? [""] : details).map((detail) => ({
          ...of,
          ...time,
          detail: inLayer(layer, detail),
        })),
      );
  });
}

/** What is known of a record: nobody asks for what has no country, subdivision or focus area. */
function dimsOf(kind: SummedKind, { countries, subdivision, focusAreas }: Counted): Dims[] {
  const places = PLACES[kind].filter(
    (place) => place === "" || (place === "P" ? countries.length > 0 : subdivision !== ""),
  );
  const offices = ["", "O"] as const;
  const focuses = focusAreas === 0 ? ([""] as const) : (["", "F"] as const);
  return offices.flatMap((office) =>
    places.flatMap((place) => focuses.map((focus): Dims => `${office}${place}${focus}`)),
  );
}

function timesOf(date: string): { readonly grain: Grain; readonly time: string }[] {
  const [year, month] = [date.slice(0, 4), date.slice(0, 7)];
  const all = { grain: "ALL", time: "" } as const;
  if (date === "") return [all];
  if (date === year) return [all, { grain: "YEAR", time: year }];
  const inYear = { grain: "IN_YEAR", time: year } as const;
  if (date === month) return [all, inYear, { grain: "MONTH", time: month }];
  return [all, inYear, { grain: "IN_MONTH", time: month }, { grain: "DAY", time: date }];
}

/** Sums of some records, or how sums change. */
export class Sums {
  private readonly rows = new Map<string, { readonly key: SumKey; total: number; readonly measures: number[] }>();

  /** Adds what a record counts for, or takes it away; a relation as it looks in a layer. */
  add(kind: SummedKind, counted: Counted, sign: 1 | -1, layer = ""): void {
    for (const key of keysOf(kind, counted, layer)) {
      const text = keyText(key);
      const row = this.rows.get(text) ?? { key, total: 0, measures: [] };
      this.rows.set(text, row);
      row.total += sign;
      for (const [index, amount] of counted.measures.entries()) {
        row.measures[index] = (row.measures[index] ?? 0) + sign * amount;
      }
    }
  }

  /** Those that are not nought, in the order of their keys. */
  get all() {
    return [...this.rows]
      .filter(([, { total, measures }]) => total !== 0 || measures.some((amount) => amount !== 0))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, row]) => row);
  }
}

export function keyText(key: SumKey): string {
  return [
    key.kind,
    key.dims,
    key.restricted,
    key.grain,
    key.officeId,
    key.place,
    key.focusAreas,
    key.detail,
    key.time,
  ].join("|");
}
