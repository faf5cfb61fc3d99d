import type { OutcomeValues } from "@concord/shared/rules/collaborations";
import { codesOf, OUTCOME_MEASURE_LABELS } from "@concord/shared/vocabularies";
import { numbers } from "./numbers.ts";
import type { DashboardRequest } from "./request.ts";

export async function countPartners(request: DashboardRequest): Promise<number> {
  return (await numbers(request, "PARTNER")).total;
}

export async function countCollaborations(request: DashboardRequest): Promise<number> {
  return (await numbers(request, "COLLABORATION")).total;
}

export async function countStatements(request: DashboardRequest): Promise<number> {
  return (await numbers(request, "STATEMENT")).total;
}

export async function countRecognitions(request: DashboardRequest, direction: "RECEIVED" | "GIVEN"): Promise<number> {
  return (await numbers(request, "RECOGNITION", { direction })).total;
}

/** The sums of the outcomes: an outcome belongs to its collaboration, so partners do not multiply it. */
export async function sumOutcomes(request: DashboardRequest): Promise<OutcomeValues[]> {
  const { measure } = await numbers(request, "COLLABORATION");
  return codesOf(OUTCOME_MEASURE_LABELS)
    .map((each) => ({ measure: each, count: measure(each) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => (one.measure < other.measure ? -1 : 1));
}

export async function sumRescued(request: DashboardRequest): Promise<number> {
  return (await numbers(request, "COLLABORATION")).measure("PEOPLE_RESCUED");
}
