import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import type { Viewing } from "../../records/viewing.ts";
import type { SumKind, SummedKind } from "./counted.ts";
import { lastDayBefore } from "./known-relations.ts";
import { readSums, type SumsBy } from "./read-sums.ts";
import type { NumbersRow } from "./remembered-sums.ts";

/** What a filter of a list may say and sums may answer. */
interface ListFilter extends DashboardFilter {
  readonly presence?: "PRESENT" | "IN_TRASH" | null | undefined;
  readonly direction?: readonly string[] | null | undefined;
  readonly kind?: readonly string[] | null | undefined;
  readonly status?: readonly string[] | null | undefined;
  readonly quietMonths?: number | null | undefined;
  readonly rhythm?: readonly string[] | null | undefined;
  readonly balance?: readonly string[] | null | undefined;
}

/** How many records a list has in all for a viewer; null where that has to be counted. */
export async function readTotal(viewing: Viewing, of: SumKind, asked: ListFilter): Promise<number | null> {
  const { from, to, office, country, focusArea, presence, ...others } = asked;
  if (presence === "IN_TRASH") return null;
  const filter = { from, to, office, country, focusArea };
  const said = Object.entries<unknown>(others)
    .filter(([, wanted]) => wanted !== null && wanted !== undefined && wanted !== "")
    .map(([field]) => field)
    .toSorted();
  const totalOf = async (kind: SummedKind, by: SumsBy, isMeant: (row: NumbersRow) => boolean, narrowed = filter) => {
    const rows = await readSums(viewing, { kind, by, filter: narrowed });
    return rows?.filter(isMeant).reduce((sum, { total }) => sum + total, 0) ?? null;
  };
  const { direction, kind, status, quietMonths, rhythm, balance } = others;
  const isIn = (wanted: readonly string[] | null | undefined) => (row: NumbersRow) => includes(wanted, row.value);
  switch (`${of} ${said.join()}`) {
    case `${of} `:
      return totalOf(of, "NOTHING", () => true);
    case "RECOGNITION direction":
      return totalOf(of, "NOTHING", (row) => includes(direction, row.direction));
    case "PARTNER kind":
      return totalOf(of, "KIND", isIn(kind));
    case "PARTNER status":
      return totalOf(of, "STATUS", isIn(status));
    case "PARTNER quietMonths":
      return totalOf("RELATION", "NOTHING", () => true, { ...filter, to: lastDayBefore(quietMonths ?? 0) });
    case "PARTNER rhythm,status":
      return isActiveAlone(status) ? totalOf("RELATION", "RHYTHM", isIn(rhythm)) : null;
    case "PARTNER balance,status":
      return isActiveAlone(status) ? totalOf("RELATION", "BALANCE", isIn(balance)) : null;
    default:
      return null;
  }
}

const isActiveAlone = (status: readonly string[] | null | undefined) => status?.join() === "ACTIVE";
const includes = (wanted: readonly string[] | null | undefined, value: string) => wanted?.includes(value) ?? true;
