import { createBrowserRouter, type RouteObject } from "react-router";
import { SignInPage } from "../features/accounts/sign-in-page.tsx";
import { NotFound } from "../ui/not-found.tsx";
import { ErrorPage } from "./error-page.tsx";
import { SessionGate } from "./session-gate.tsx";
import { Shell } from "./shell.tsx";

/** The four pages of a kind of record, fetched when they are first visited. */
function recordRoutes(
  path: string,
  pages: {
    readonly list: NonNullable<RouteObject["lazy"]>;
    readonly record: NonNullable<RouteObject["lazy"]>;
    readonly create: NonNullable<RouteObject["lazy"]>;
    readonly edit: NonNullable<RouteObject["lazy"]>;
  },
): RouteObject[] {
  return [
    { path, lazy: pages.list },
    { path: `${path}/new`, lazy: pages.create },
    { path: `${path}/:id`, lazy: pages.record },
    { path: `${path}/:id/edit`, lazy: pages.edit },
  ];
}

export const router = createBrowserRouter([
  { path: "/sign-in", Component: SignInPage, ErrorBoundary: ErrorPage },
  {
    Component: SessionGate,
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => null,
    children: [
      {
        Component: Shell,
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import("../features/dashboards/dashboard-page.tsx")).DashboardPage,
            }),
          },
          ...recordRoutes("partners", {
            list: async () => ({
              Component: (await import("../features/partners/partner-list-page.tsx")).PartnerListPage,
            }),
            record: async () => ({ Component: (await import("../features/partners/partner-page.tsx")).PartnerPage }),
            create: async () => ({
              Component: (await import("../features/partners/partner-form-page.tsx")).NewPartnerPage,
            }),
            edit: async () => ({
              Component: (await import("../features/partners/partner-form-page.tsx")).EditPartnerPage,
            }),
          }),
          ...recordRoutes("people", {
            list: async () => ({ Component: (await import("../features/people/person-list-page.tsx")).PersonListPage }),
            record: async () => ({ Component: (await import("../features/people/person-page.tsx")).PersonPage }),
            create: async () => ({
              Component: (await import("../features/people/person-form-page.tsx")).NewPersonPage,
            }),
            edit: async () => ({ Component: (await import("../features/people/person-form-page.tsx")).EditPersonPage }),
          }),
          ...recordRoutes("collaborations", {
            list: async () => ({
              Component: (await import("../features/collaborations/collaboration-list-page.tsx")).CollaborationListPage,
            }),
            record: async () => ({
              Component: (await import("../features/collaborations/collaboration-page.tsx")).CollaborationPage,
            }),
            create: async () => ({
              Component: (await import("../features/collaborations/collaboration-form-page.tsx")).NewCollaborationPage,
            }),
            edit: async () => ({
              Component: (await import("../features/collaborations/collaboration-form-page.tsx")).EditCollaborationPage,
            }),
          }),
          ...recordRoutes("recognitions", {
            list: async () => ({
              Component: (await import("../features/recognitions/recognition-list-page.tsx")).RecognitionListPage,
            }),
            record: async () => ({
              Component: (await import("../features/recognitions/recognition-page.tsx")).RecognitionPage,
            }),
            create: async () => ({
              Component: (await import("../features/recognitions/recognition-form-page.tsx")).NewRecognitionPage,
            }),
            edit: async () => ({
              Component: (await import("../features/recognitions/recognition-form-page.tsx")).EditRecognitionPage,
            }),
          }),
          ...recordRoutes("statements", {
            list: async () => ({
              Component: (await import("../features/statements/statement-list-page.tsx")).StatementListPage,
            }),
            record: async () => ({
              Component: (await import("../features/statements/statement-page.tsx")).StatementPage,
            }),
            create: async () => ({
              Component: (await import("../features/statements/statement-form-page.tsx")).NewStatementPage,
            }),
            edit: async () => ({
              Component: (await import("../features/statements/statement-form-page.tsx")).EditStatementPage,
            }),
          }),
          {
            path: "trash",
            lazy: async () => ({ Component: (await import("../features/trash/trash-page.tsx")).TrashPage }),
          },
          { path: "*", Component: NotFound },
        ],
      },
    ],
  },
]);
