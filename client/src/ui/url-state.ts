import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type * as z from "zod";

/** A filter in the address: lists as repeated parameters, flags as true and false, the order as `sort=NAME` or `sort=-NAME`. */
export interface FilterAddress<Filter extends object> {
  readonly rule: z.ZodType<Filter>;
  readonly lists: readonly (string & keyof Filter)[];
  readonly flags?: readonly (string & keyof Filter)[];
}

/** Reads a filter from an address; what is not understood is left out rather than refused, since people shorten addresses. */
export function filterFromParams<Filter extends object>(
  address: FilterAddress<Filter>,
  params: URLSearchParams,
): Filter {
  const lists = new Set<string>(address.lists);
  const flags = new Set<string>(address.flags ?? []);
  const raw = new Map<string, unknown>();
  for (const key of new Set(params.keys())) {
    const value = lists.has(key) ? params.getAll(key) : flags.has(key) ? params.get(key) === "true" : params.get(key);
    if (value !== "" && value !== null && key !== "sort") raw.set(key, value);
  }
  const parsed = address.rule.safeParse(Object.fromEntries(raw));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) raw.delete(String(issue.path[0]));
  return address.rule.parse(Object.fromEntries(raw));
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

/** The filter and the order that the address names, and how to change them; a change keeps one entry in the history. */
export function useUrlFilter<Filter extends object, Field extends string>(
  address: FilterAddress<Filter>,
  sortFields: readonly Field[],
  defaultSort: Sort<Field>,
) {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterFromParams(address, params), [address, params]);
  const sortText = params.get("sort");
  const sort = sortFromText(sortText, sortFields) ?? defaultSort;
  return {
    filter,
    sort,
    setFilter: (next: Filter) => setParams(paramsFromFilter(next, sortText), { replace: true }),
    setSort: (next: Sort<Field>) =>
      setParams(paramsFromFilter(filter, `${next.direction === "DESC" ? "-" : ""}${next.field}`), { replace: true }),
  };
}

function sortFromText<Field extends string>(text: string | null, fields: readonly Field[]): Sort<Field> | null {
  const field = fields.find((candidate) => candidate === text?.replace(/^-/, ""));
  return field === undefined ? null : { field, direction: text?.startsWith("-") ? "DESC" : "ASC" };
}
