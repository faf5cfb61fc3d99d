import { type ListBehind, listsBehind } from "@concord/shared/lists-behind";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { expect, it } from "vitest";
import { filterFromParams } from "../../ui/url-state.ts";
import { collaborationAddress } from "../collaborations/paths.ts";
import { partnerAddress } from "../partners/paths.ts";
import { recognitionAddress } from "../recognitions/paths.ts";
import { statementAddress } from "../statements/paths.ts";
import { dashboardAddress, dashboardPath, pathTo } from "./paths.ts";

const OFFICE = "0190a000-0000-7000-8000-000000000001";
const filter: DashboardFilter = {
  from: "2024-03",
  to: "2025",
  office: [OFFICE],
  country: ["IN"],
  focusArea: ["LAND_THEFT"],
};

const paramsOf = (path: string) => new URL(path, "https://concord.example.org").searchParams;

/** What the list's page reads out of an address. */
function readBy({ list }: ListBehind, path: string): object {
  const params = paramsOf(path);
  if (list === "partners") return filterFromParams(partnerAddress, params);
  if (list === "collaborations") return filterFromParams(collaborationAddress, params);
  if (list === "recognitions") return filterFromParams(recognitionAddress, params);
  return filterFromParams(statementAddress, params);
}

const withoutUndefined = (value: object) => JSON.parse(JSON.stringify(value));

const LISTS: readonly ListBehind[] = [
  ...Object.values(listsBehind.totals(filter)),
  ...Object.values(listsBehind.totals({})),
  listsBehind.outcome(filter, "CONVICTIONS"),
  ...Object.values(listsBehind.year(filter, "2024")),
  ...Object.values(listsBehind.month(filter, "2024-05")),
  ...Object.values(listsBehind.month(filter, "2024")),
  ...Object.values(listsBehind.undated({})),
  ...Object.values(listsBehind.country(filter, "KE")),
  ...Object.values(listsBehind.withoutCountry(filter)),
  ...Object.values(listsBehind.subdivision(filter, "IN-TN")),
  ...Object.values(listsBehind.withoutSubdivision(filter, "IN")),
  listsBehind.partnersOfKind(filter, "NGO"),
  listsBehind.partnersOfStatus(filter, "DORMANT"),
  listsBehind.outcomeOfFocusArea(filter, "LAND_THEFT", "CONVICTIONS"),
  ...Object.values(listsBehind.office(filter, OFFICE, 12)),
  listsBehind.active(filter),
  listsBehind.quiet(filter, 24),
  listsBehind.rhythm(filter, "NONE"),
  listsBehind.balance(filter, "EVEN"),
  listsBehind.recognitionsOf(OFFICE, "GIVEN"),
];

it("each list reads out of its address the whole filter that is behind the number", () => {
  expect(LISTS.length).toBeGreaterThan(40);
  for (const behind of LISTS) {
    expect(readBy(behind, pathTo(behind)), pathTo(behind)).toEqual(withoutUndefined(behind.filter));
  }
});

it("the dashboard reads its filter and what it shows out of its own address", () => {
  const address = { ...filter, months: "2024", map: "IN", of: ["partners" as const], quietMonths: 24 };
  expect(filterFromParams(dashboardAddress, paramsOf(dashboardPath(address)))).toEqual(address);
});
