import { type ComponentType, lazy, useState } from "react";
import { matchPath, Route, Routes } from "react-router";
import { WALL_PATH } from "../features/recognitions/paths.ts";
import { NotFound } from "../ui/not-found.tsx";
import { UNSENT_PATH } from "../ui/record-paths.ts";
import type { Ask } from "../ui/use-list.ts";
import { OnlyWith } from "./only-with.tsx";
import { SessionGate } from "./session-gate.tsx";
import { Shell } from "./shell.tsx";
import { fetchUnsentPage } from "./unsent.ts";

/** A page: where it is, and how its code is fetched when it is first visited. */
interface Page {
  readonly path: string;
  readonly Component: ComponentType;
  /** Fetches the code, and asks for what the page at an address will show, where that is known of it. */
  readonly begin: (ask: Ask, params: URLSearchParams) => Promise<void>;
}

type Module<Name extends string> = Readonly<Record<Name, ComponentType>>;

function pageOf<Name extends string, Loaded extends Module<Name>>(
  path: string,
  load: () => Promise<Loaded>,
  name: Name,
  begin: (loaded: Loaded, ask: Ask, params: URLSearchParams) => void,
): Page {
  const Later = lazy<ComponentType>(async () => ({ default: (await load())[name] }));
  const fetched: { Now?: ComponentType } = {};
  return {
    path,
    // What is fetched already is drawn at once: React holds back for a while what it has to wait for.
    Component: function Fetched() {
      const [Body] = useState(() => fetched.Now ?? Later);
      return <Body />;
    },
    begin: async (ask, params) => {
      const loaded = await load();
      fetched.Now = loaded[name];
      begin(loaded, ask, params);
    },
  };
}

/** The lists, with which a first visit over a slow line may begin. */
function listPage<Name extends string, Loaded extends Module<Name>>(
  path: string,
  load: () => Promise<Loaded>,
  name: Name,
  readingOf: (loaded: Loaded) => { readonly begin: (ask: Ask, params: URLSearchParams) => void },
): Page {
  return pageOf(path, load, name, (loaded, ask, params) => readingOf(loaded).begin(ask, params));
}

/**
 * The words of lists come with the shell; every other page waits for the rest of them, and brings along the page of what
 * is not sent: that one is wanted just when there is no line to fetch it.
 */
function page<Name extends string>(path: string, load: () => Promise<Module<Name>>, name: Name): Page {
  return pageOf(
    path,
    async () => (await Promise.all([load(), fetchUnsentPage()]))[0],
    name,
    () => undefined,
  );
}

/** For whoever is not signed in. */
const OUTER_PAGES: readonly Page[] = [
  page("/sign-in", () => import("../features/accounts/sign-in-page.tsx"), "SignInPage"),
  page("/forgot-password", () => import("../features/accounts/forgot-password-page.tsx"), "ForgotPasswordPage"),
  page("/set-password", () => import("../features/accounts/set-password-page.tsx"), "SetPasswordPage"),
];

const PAGES: readonly Page[] = [
  page("/", () => import("../features/dashboards/dashboard-page.tsx"), "DashboardPage"),
  listPage(
    "/partners",
    () => import("../features/partners/partner-list-page.tsx"),
    "PartnerListPage",
    (loaded) => loaded.partnersReading,
  ),
  page("/partners/new", () => import("../features/partners/partner-form-page.tsx"), "NewPartnerPage"),
  page("/partners/:id", () => import("../features/partners/partner-page.tsx"), "PartnerPage"),
  page("/partners/:id/edit", () => import("../features/partners/partner-form-page.tsx"), "EditPartnerPage"),
  page("/partners/:id/merge", () => import("../features/merging/choose-other-page.tsx"), "ChooseOtherPartnerPage"),
  page(
    "/partners/:id/merge/:otherId",
    () => import("../features/merging/merge-partners-page.tsx"),
    "MergePartnersPage",
  ),
  listPage(
    "/people",
    () => import("../features/people/person-list-page.tsx"),
    "PersonListPage",
    (loaded) => loaded.peopleReading,
  ),
  page("/people/new", () => import("../features/people/person-form-page.tsx"), "NewPersonPage"),
  page("/people/:id", () => import("../features/people/person-page.tsx"), "PersonPage"),
  page("/people/:id/edit", () => import("../features/people/person-form-page.tsx"), "EditPersonPage"),
  page("/people/:id/merge", () => import("../features/merging/choose-other-page.tsx"), "ChooseOtherPersonPage"),
  page("/people/:id/merge/:otherId", () => import("../features/merging/merge-people-page.tsx"), "MergePeoplePage"),
  listPage(
    "/collaborations",
    () => import("../features/collaborations/collaboration-list-page.tsx"),
    "CollaborationListPage",
    (loaded) => loaded.collaborationsReading,
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
  listPage(
    "/recognitions",
    () => import("../features/recognitions/recognition-list-page.tsx"),
    "RecognitionListPage",
    (loaded) => loaded.recognitionsReading,
  ),
  page("/recognitions/new", () => import("../features/recognitions/recognition-form-page.tsx"), "NewRecognitionPage"),
  page("/recognitions/:id", () => import("../features/recognitions/recognition-page.tsx"), "RecognitionPage"),
  page(
    "/recognitions/:id/edit",
    () => import("../features/recognitions/recognition-form-page.tsx"),
    "EditRecognitionPage",
  ),
  page(WALL_PATH, () => import("../features/recognitions/wall-page.tsx"), "WallPage"),
  listPage(
    "/statements",
    () => import("../features/statements/statement-list-page.tsx"),
    "StatementListPage",
    (loaded) => loaded.statementsReading,
  ),
  page("/statements/new", () => import("../features/statements/statement-form-page.tsx"), "NewStatementPage"),
  page("/statements/:id", () => import("../features/statements/statement-page.tsx"), "StatementPage"),
  page("/statements/:id/edit", () => import("../features/statements/statement-form-page.tsx"), "EditStatementPage"),
  page("/offices/:id", () => import("../features/offices/office-page.tsx"), "OfficePage"),
  page("/recognition-due", () => import("../features/reciprocity/recognition-due-page.tsx"), "RecognitionDuePage"),
  page("/duplicates", () => import("../features/duplicates/duplicates-page.tsx"), "DuplicatesPage"),
  page(UNSENT_PATH, async () => (await fetchUnsentPage())[0], "UnsentPage"),
  page("/trash", () => import("../features/trash/trash-page.tsx"), "TrashPage"),
  page(
    "/saved-dashboards",
    () => import("../features/saved-dashboards/saved-dashboards-page.tsx"),
    "SavedDashboardsPage",
  ),
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

/** Begins with the page at an address, before it is known who asks for it. */
export async function beginPageAt({ pathname, search }: Location, ask: Ask): Promise<void> {
  const found = [...OUTER_PAGES, ...PAGES, ...USER_PAGES, ...IMPORT_PAGES, ...AUDIT_PAGES].find((candidate) =>
    matchPath(candidate.path, pathname),
  );
  // Where it fails, drawing the page fails, and says so.
  await found?.begin(ask, new URLSearchParams(search)).catch(() => undefined);
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
