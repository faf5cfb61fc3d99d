import {
  countCollaborations,
  countRecognitions,
  countStatements,
  sumRescued,
} from "../dashboards/dashboards.service.ts";
import type { DashboardRequest } from "../dashboards/request.ts";

/** The numbers that stand first. */
export async function keyNumbers(request: DashboardRequest) {
  const [collaborations, rescued, received, given, statements] = await Promise.all([
    countCollaborations(request),
    sumRescued(request),
    countRecognitions(request, "RECEIVED"),
    countRecognitions(request, "GIVEN"),
    countStatements(request),
  ]);
  return [
    { label: "Collaborations", value: collaborations },
    { label: "People rescued", value: rescued },
    { label: "Recognitions of us", value: received },
    { label: "Recognitions by us", value: given },
    { label: "Statements", value: statements },
  ] as const;
}
