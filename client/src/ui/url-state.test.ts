import type { PartnerFilter } from "@concord/shared/rules/partners";
import { PARTNER_KIND_LABELS } from "@concord/shared/vocabularies";
import { expect, it } from "vitest";
import {
  codes,
  countries,
  type FilterAddress,
  filterFromParams,
  flag,
  paramsFromFilter,
  withDifference,
  words,
} from "./url-state.ts";

const address: FilterAddress<PartnerFilter> = {
  text: words,
  kind: codes(PARTNER_KIND_LABELS),
  country: countries,
  international: flag,
};

it("keeps a filter in the address and reads it back", () => {
  const filter = { text: "pnp", kind: ["POLICE", "COURT"], country: ["PH"], international: true };
  const params = paramsFromFilter(filter, "-NAME");
  expect(params.toString()).toBe("text=pnp&kind=POLICE&kind=COURT&country=PH&international=true&sort=-NAME");
  expect(filterFromParams(address, params)).toEqual(filter);
});

it("leaves out what it does not understand", () => {
  expect(filterFromParams(address, new URLSearchParams("kind=ARMY&country=PH&nonsense=1"))).toEqual({
    country: ["PH"],
  });
});

it("keeps a change that is in the address already when the next one comes from a page that does not show it yet", () => {
  const shown = new URLSearchParams("kind=POLICE&country=PH&sort=NAME");
  const now = new URLSearchParams("kind=COURT&sort=NAME");
  const next = new URLSearchParams("kind=POLICE&country=PH&text=pnp&sort=NAME");
  expect(withDifference(now, shown, next).toString()).toBe("kind=COURT&sort=NAME&text=pnp");
  expect(withDifference(now, shown, new URLSearchParams("sort=NAME")).toString()).toBe("sort=NAME");
});
