import { isCountry } from "@concord/shared/countries";
import { LIMITS } from "@concord/shared/limits";
import { parsePartialDate } from "@concord/shared/partial-date";
import { isCode } from "@concord/shared/vocabularies";
import { useMemo } from "react";
import { useSearchParams } from "react-router";

/** Reads the values that one parameter has in an address; nothing where none of them is understood. */
type Reading<Value> = (values: readonly string[]) => Value | undefined;

/**
 * A filter in the address: lists as repeated parameters, flags as true and false, the order as `sort=NAME` or
 * `sort=-NAME`. The server checks a filter by its whole rule; an address only has to make sense, and lists are on the
 * screen before the rules' library would have come over a slow line.
 */
export type FilterAddress<Filter extends object> = {
  readonly [Key in keyof Filter]?: Reading<NonNullable<Filter[Key]>>;
};

function some<Value>(values: readonly Value[]): Value[] | undefined {
  return values.length === 0 ? undefined : values.slice(0, LIMITS.filterValues);
}

export const words: Reading<string> = ([text]) => text?.slice(0, LIMITS.filterText) || undefined;
export const flag: Reading<boolean> = ([value]) => (value === "true" ? true : value === "false" ? false : undefined);
const numberTo =
  (most: number): Reading<number> =>
  ([text]) => {
    const number = Number(text);
    return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
  };
export const months = numberTo(LIMITS.filterMonths);
export const count = numberTo(LIMITS.filterCount);
export const date: Reading<string> = ([text]) => (text && parsePartialDate(text) ? text : undefined);
export const countries: Reading<string[]> = (values) => some(values.filter(isCountry));
export const subdivisions: Reading<string[]> = (values) =>
  some(values.filter((text) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text)));
export const languages: Reading<string[]> = (values) =>
  some(values.filter((text) => /^[a-z]{2,3}(-[\w-]{1,20})?$/i.test(text)));
export const ids: Reading<string[]> = (values) => some(values.filter((text) => /^[0-9a-f-]{36}$/.test(text)));

/** The codes of a vocabulary. */
export function codes<Code extends string>(labels: Readonly<Record<Code, string>>): Reading<Code[]> {
  return (values) => some(values.filter((value) => isCode(labels, value)));
}

/** Reads a filter from an address; what is not understood is left out rather than refused, since people shorten addresses. */
export function filterFromParams<Filter extends object>(
  address: FilterAddress<Filter>,
  params: URLSearchParams,
): Filter {
  const readings: [string, Reading<unknown>][] = Object.entries(address);
  const read = readings.map(([key, reading]) => [key, reading(params.getAll(key))] as const);
  // biome-ignore lint/plugin: each field was read by the reading of its type, and each may be left out
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Filter;
}

/** The address of a filter, without what is empty. */
export function paramsFromFilter(filter: object, sort?: string | null): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value === null || value === undefined || value === "") continue;
    for (const item of Array.isArray(value) ? value : [value]) params.append(key, String(item));
  }
  if (sort) params.set("sort", sort);
  return params;
}

/** A link to a list under a filter. */
export function pathWithFilter(path: string, filter: object): string {
  const query = paramsFromFilter(filter).toString();
  return query === "" ? path : `${path}?${query}`;
}

export interface Sort<Field extends string> {
  readonly field: Field;
  readonly direction: "ASC" | "DESC";
}

/** The filter and the order that an address names. */
export function readAddress<Filter extends object, Field extends string>(
  address: FilterAddress<Filter>,
  sortFields: readonly Field[],
  defaultSort: Sort<Field>,
  params: URLSearchParams,
): { readonly filter: Filter; readonly sort: Sort<Field> } {
  return {
    filter: filterFromParams(address, params),
    sort: sortFromText(params.get("sort"), sortFields) ?? defaultSort,
  };
}

/**
 * An address with what differs between two others. A change that was made a moment ago may be in the address already, and
 * not on the screen yet from which the next one comes: both are kept.
 */
export function withDifference(now: URLSearchParams, before: URLSearchParams, after: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(now);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const values = after.getAll(key);
    if (JSON.stringify(before.getAll(key)) === JSON.stringify(values)) continue;
    params.delete(key);
    for (const value of values) params.append(key, value);
  }
  return params;
}

/** The filter and the order that the address names, and how to change them; a change keeps one entry in the history. */
export function useUrlFilter<Filter extends object, Field extends string>(
  address: FilterAddress<Filter>,
  sortFields: readonly Field[],
  defaultSort: Sort<Field>,
) {
  const [params, setParams] = useSearchParams();
  const { filter, sort } = useMemo(
    () => readAddress(address, sortFields, defaultSort, params),
    [address, sortFields, defaultSort, params],
  );
  const change = (before: URLSearchParams, after: URLSearchParams) =>
    setParams(withDifference(new URLSearchParams(window.location.search), before, after), { replace: true });
  return {
    filter,
    sort,
    setFilter: (next: Filter) => change(paramsFromFilter(filter), paramsFromFilter(next)),
    setSort: (next: Sort<Field>) => change(sortParams(sort), sortParams(next)),
  };
}

function sortParams({ field, direction }: Sort<string>): URLSearchParams {
  return new URLSearchParams({ sort: `${direction === "DESC" ? "-" : ""}${field}` });
}

function sortFromText<Field extends string>(text: string | null, fields: readonly Field[]): Sort<Field> | null {
  const field = fields.find((candidate) => candidate === text?.replace(/^-/, ""));
  return field === undefined ? null : { field, direction: text?.startsWith("-") ? "DESC" : "ASC" };
}
