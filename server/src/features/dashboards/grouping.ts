import { type NumbersBy, numbersBy } from "./numbers.ts";
import type { DashboardRequest } from "./request.ts";

/** Every value that has a number, in order. */
function valuesIn(...numbers: readonly NumbersBy[]): string[] {
  return [...new Set(numbers.flatMap(({ values }) => values))].toSorted();
}

/** What is dated, told apart alike: every value in order, and its numbers. */
export async function datedBy(
  request: DashboardRequest,
  by: "YEAR" | "MONTH" | "OFFICE",
  year: number | null | undefined = null,
) {
  const [collaborations, received, given] = await Promise.all([
    numbersBy(request, "COLLABORATION", by, { year }),
    numbersBy(request, "RECOGNITION", by, { year, direction: "RECEIVED" }),
    numbersBy(request, "RECOGNITION", by, { year, direction: "GIVEN" }),
  ]);
  return {
    values: valuesIn(collaborations, received, given),
    at: (at: string) => ({
      collaborations: collaborations.at(at).total,
      peopleRescued: collaborations.at(at).measure("PEOPLE_RESCUED"),
      recognitionsReceived: received.at(at).total,
      recognitionsGiven: given.at(at).total,
    }),
  };
}

/** What lies somewhere, collaborations and partners: every value in order, and its numbers. */
export async function placedBy(request: DashboardRequest, by: "COUNTRY" | "SUBDIVISION") {
  const [collaborations, partners] = await Promise.all([
    numbersBy(request, "COLLABORATION", by),
    numbersBy(request, "PARTNER", by),
  ]);
  return {
    values: valuesIn(collaborations, partners),
    at: (at: string) => ({
      partners: partners.at(at).total,
      collaborations: collaborations.at(at).total,
      peopleRescued: collaborations.at(at).measure("PEOPLE_RESCUED"),
    }),
  };
}
