import { type ComponentType, lazy } from "react";
import { matchPath, Route, Routes } from "react-router";
import { NotFound } from "../ui/not-found.tsx";
import { UNSENT_PATH } from "../ui/record-paths.ts";
import { OnlyWith } from "./only-with.tsx";
import { SessionGate } from "./session-gate.tsx";
import { Shell } from "./shell.tsx";
import { fetchUnsentPage } from "./unsent.ts";

/** A page: where it is, and how its code is fetched when it is first visited. */
interface Page {
  readonly path: string;
  readonly load: () => Promise<unknown>;
  readonly Component: ComponentType;
}

function listPage<Name extends string>(
  path: string,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Page {
  return { path, load, Component: lazy<ComponentType>(async () => ({ default: (await load())[name] })) };
}

/**
 * The words of lists come with the shell; every other page waits for the rest of them, and brings along the page of what
 * is not sent: that one is wanted just when there is no line to fetch it.
 */
function page<Name extends string>(
  path: string,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Page {
  return listPage(path, async () => (await Promise.all([load(), fetchUnsentPage()]))[0], name);
}

/** For whoever is not signed in. */
const OUTER_PAGES: readonly Page[] = [
  page("/sign-in", () => import("../features/accounts/sign-in-page.tsx"), "SignInPage"),
  page("/forgot-password", () => import("../features/accounts/forgot-password-page.tsx"), "ForgotPasswordPage"),
  page("/set-password", () => import("../features/accounts/set-password-page.tsx"), "SetPasswordPage"),
];

const PAGES: readonly Page[] = [
  page("/", () => import("../features/dashboards/dashboard-page.tsx"), "DashboardPage"),
  listPage("/partners", () => import("../features/partners/partner-list-page.tsx"), "PartnerListPage"),
  page("/partners/new", () => import("../features/partners/partner-form-page.tsx"), "NewPartnerPage"),
  page("/partners/:id", () => import("../features/partners/partner-page.tsx"), "PartnerPage"),
  page("/partners/:id/edit", () => import("../features/partners/partner-form-page.tsx"), "EditPartnerPage"),
  page("/partners/:id/merge", () => import("../features/merging/choose-other-page.tsx"), "ChooseOtherPartnerPage"),
  page(
    "/partners/:id/merge/:otherId",
    () => import("../features/merging/merge-partners-page.tsx"),
    "MergePartnersPage",
  ),
  listPage("/people", () => import("../features/people/person-list-page.tsx"), "PersonListPage"),
  page("/people/new", () => import("../features/people/person-form-page.tsx"), "NewPersonPage"),
  page("/people/:id", () => import("../features/people/person-page.tsx"), "PersonPage"),
  page("/people/:id/edit", () => import("../features/people/person-form-page.tsx"), "EditPersonPage"),
  page("/people/:id/merge", () => import("../features/merging/choose-other-page.tsx"), "ChooseOtherPersonPage"),
  page("/people/:id/merge/:otherId", () => import("../features/merging/merge-people-page.tsx"), "MergePeoplePage"),
  listPage(
    "/collaborations",
    () => import("../features/collaborations/collaboration-list-page.tsx"),
    "CollaborationListPage",
  ),
  page(
    "/collaborations/new",
    () => import("../features/collaborations/collaboration-form-page.tsx"),
    "NewCollaborationPage",
  ),
  page("/collaborations/:id", () => import("../features/collaborations/collaboration-page.tsx"), "CollaborationPage"),
  page(
    "/collaborations/:id/edit",
    () => import("../features/collaborations/collaboration-form-page.tsx"),
    "EditCollaborationPage",
  ),
  listPage("/recognitions", () => import("../features/recognitions/recognition-list-page.tsx"), "RecognitionListPage"),
  page("/recognitions/new", () => import("../features/recognitions/recognition-form-page.tsx"), "NewRecognitionPage"),
  page("/recognitions/:id", () => import("../features/recognitions/recognition-page.tsx"), "RecognitionPage"),
  page(
    "/recognitions/:id/edit",
    () => import("../features/recognitions/recognition-form-page.tsx"),
    "EditRecognitionPage",
  ),
  listPage("/statements", () => import("../features/statements/statement-list-page.tsx"), "StatementListPage"),
  page("/statements/new", () => import("../features/statements/statement-form-page.tsx"), "NewStatementPage"),
  page("/statements/:id", () => import("../features/statements/statement-page.tsx"), "StatementPage"),
  page("/statements/:id/edit", () => import("../features/statements/statement-form-page.tsx"), "EditStatementPage"),
  page("/offices/:id", () => import("../features/offices/office-page.tsx"), "OfficePage"),
  page("/duplicates", () => import("../features/duplicates/duplicates-page.tsx"), "DuplicatesPage"),
  page(UNSENT_PATH, async () => (await fetchUnsentPage())[0], "UnsentPage"),
  page("/trash", () => import("../features/trash/trash-page.tsx"), "TrashPage"),
  page("/account", () => import("../features/accounts/account-page.tsx"), "AccountPage"),
];

const USER_PAGES: readonly Page[] = [
  page("/users", () => import("../features/accounts/user-list-page.tsx"), "UserListPage"),
  page("/users/new", () => import("../features/accounts/user-form-page.tsx"), "InviteUserPage"),
  page("/users/:id", () => import("../features/accounts/user-page.tsx"), "UserPage"),
  page("/users/:id/edit", () => import("../features/accounts/user-form-page.tsx"), "EditUserPage"),
  page("/offices", () => import("../features/offices/office-list-page.tsx"), "OfficeListPage"),
  page("/offices/new", () => import("../features/offices/office-form-page.tsx"), "NewOfficePage"),
  page("/offices/:id/edit", () => import("../features/offices/office-form-page.tsx"), "EditOfficePage"),
];

const IMPORT_PAGES: readonly Page[] = [
  page("/imports", () => import("../features/imports/import-list-page.tsx"), "ImportListPage"),
  page("/imports/new", () => import("../features/imports/new-import-page.tsx"), "NewImportPage"),
  page("/imports/:id", () => import("../features/imports/import-page.tsx"), "ImportPage"),
];

const AUDIT_PAGES: readonly Page[] = [
  page("/audit-log", () => import("../features/audit/audit-log-page.tsx"), "AuditLogPage"),
];

/** Begins to fetch the code of the page at a path, before it is known who asks for it. */
export function fetchPageAt(path: string): void {
  const found = [...OUTER_PAGES, ...PAGES, ...USER_PAGES, ...IMPORT_PAGES, ...AUDIT_PAGES].find((candidate) =>
    matchPath(candidate.path, path),
  );
  // Where it fails, drawing the page fails, and says so.
  found?.load().catch(() => undefined);
}

const routesOf = (pages: readonly Page[]) =>
  pages.map(({ path, Component }) => <Route key={path} path={path} element={<Component />} />);

export function Pages() {
  return (
    <Routes>
      {routesOf(OUTER_PAGES)}
      <Route element={<SessionGate />}>
        <Route element={<Shell />}>
          {routesOf(PAGES)}
          <Route element={<OnlyWith ability="manageUsers" />}>{routesOf(USER_PAGES)}</Route>
          <Route element={<OnlyWith ability="importRecords" />}>{routesOf(IMPORT_PAGES)}</Route>
          <Route element={<OnlyWith ability="readAuditLog" />}>{routesOf(AUDIT_PAGES)}</Route>
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  );
}
