import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import type { Viewing } from "../../records/viewing.ts";
import type { SumKind } from "./counted.ts";
import { type NumbersRow, readSums, type SumsBy } from "./read-sums.ts";

/** What a filter of a list may say and sums may answer. */
interface ListFilter extends DashboardFilter {
  readonly presence?: "PRESENT" | "IN_TRASH" | null | undefined;
  readonly direction?: readonly string[] | null | undefined;
  readonly kind?: readonly string[] | null | undefined;
  readonly status?: readonly string[] | null | undefined;
}

/** How many records a list has in all for a viewer; null where that has to be counted. */
export async function readTotal(viewing: Viewing, of: SumKind, asked: ListFilter): Promise<number | null> {
  const { from, to, office, country, focusArea, presence, ...others } = asked;
  if (presence === "IN_TRASH") return null;
  const filter = { from, to, office, country, focusArea };
  const said = Object.entries<unknown>(others).filter(
    ([, wanted]) => wanted !== null && wanted !== undefined && wanted !== "",
  );
  const [one, ...more] = said.map(([field]) => field);
  const totalOf = async (by: SumsBy, isMeant: (row: NumbersRow) => boolean) => {
    const rows = await readSums(viewing, { kind: of, by, filter });
    return rows?.filter(isMeant).reduce((sum, { total }) => sum + total, 0) ?? null;
  };
  if (more.length > 0) return null;
  if (one === undefined) return totalOf("NOTHING", () => true);
  const { direction, kind, status } = others;
  if (of === "RECOGNITION" && one === "direction")
    return totalOf("NOTHING", (row) => includes(direction, row.direction));
  if (of === "PARTNER" && one === "kind") return totalOf("KIND", ({ value }) => includes(kind, value));
  if (of === "PARTNER" && one === "status") return totalOf("STATUS", ({ value }) => includes(status, value));
  return null;
}

const includes = (wanted: readonly string[] | null | undefined, value: string) => wanted?.includes(value) ?? true;
