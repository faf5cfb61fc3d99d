import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Box, Burger, Button, Group, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconAward,
  IconBuildingCommunity,
  IconBuildingEstate,
  IconChartBar,
  IconCopyCheck,
  IconGift,
  IconHeartHandshake,
  IconHome,
  IconLayoutGrid,
  IconListSearch,
  IconPlus,
  IconQuote,
  IconTableImport,
  IconTrash,
  IconUserCog,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import { lazy, Suspense, useEffect } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { officePath } from "../features/offices/paths.ts";
import { WALL_PATH } from "../features/recognitions/paths.ts";
import { SearchBox } from "../features/search/search-box.tsx";
import { DeferredMenu } from "../ui/deferred-menu.tsx";
import { PageSkeleton } from "../ui/query-view.tsx";
import { useSession } from "../ui/session.ts";
import { LineStatus, useOutbox } from "./outbox.tsx";
import classes from "./shell.module.css";
import { fetchUnsentPage } from "./unsent.ts";

const DASHBOARD = { path: "/", label: msg`Dashboard`, icon: IconChartBar } as const;
const PLACES = [
  { path: "/partners", label: msg`Partners`, icon: IconBuildingCommunity },
  { path: "/people", label: msg`People`, icon: IconUsers },
  { path: "/collaborations", label: msg`Collaborations`, icon: IconHeartHandshake },
  { path: "/recognitions", label: msg`Recognitions`, icon: IconAward },
  { path: WALL_PATH, label: msg`The wall`, icon: IconLayoutGrid },
  { path: "/recognition-due", label: msg`Recognition due`, icon: IconGift },
  { path: "/statements", label: msg`Statements`, icon: IconQuote },
  { path: "/duplicates", label: msg`Likely duplicates`, icon: IconCopyCheck },
  { path: "/imports", label: msg`Imports`, icon: IconTableImport, ability: "importRecords" },
  { path: "/trash", label: msg`Trash`, icon: IconTrash },
] as const;

const ADMINISTRATION = [
  { path: "/users", label: msg`Users`, icon: IconUserCog, ability: "manageUsers" },
  { path: "/offices", label: msg`Offices`, icon: IconBuildingEstate, ability: "manageUsers" },
  { path: "/audit-log", label: msg`Audit log`, icon: IconListSearch, ability: "readAuditLog" },
] as const;

/** What is around every page: where one can go, what one can look for, what one can log, and who one is. */
export function Shell() {
  const [opened, menu] = useDisclosure(false);
  const location = useLocation();
  const { abilities, office } = useSession().viewer;
  const places = [
    DASHBOARD,
    { path: officePath(office.id), label: msg`My office`, icon: IconHome },
    ...PLACES.filter((place) => !("ability" in place) || abilities[place.ability]),
  ];
  const administration = ADMINISTRATION.filter(({ ability }) => abilities[ability]);
  const here = placeOf(location.pathname, [...places, ...administration]);
  const outbox = useOutbox();
  const unsent = outbox.waiting + outbox.needsAttention;
  useEffect(() => {
    // Where it fails, there is no line yet; the next page that is opened tries again.
    if (unsent > 0) fetchUnsentPage().catch(() => undefined);
  }, [unsent]);
  useEffect(() => {
    if (location.pathname) menu.close();
  }, [location.pathname, menu.close]);
  return (
    <>
      <header className={classes["header"] ?? ""}>
        <Anchor href="#content" className="skip-link">
          <Trans>Skip to the content</Trans>
        </Anchor>
        <Group h="100%" wrap="nowrap" gap="sm">
          <Burger
            opened={opened}
            onClick={menu.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={opened ? t`Close the navigation` : t`Open the navigation`}
          />
          <Anchor component={Link} to="/" underline="never" c="inherit" visibleFrom="xs">
            <Group gap={8} wrap="nowrap">
              <img src="/icon.svg" alt="" width={28} height={28} />
              <Text fw={700}>Concord</Text>
            </Group>
          </Anchor>
          <Box flex={1} maw={560} mx="auto">
            <SearchBox />
          </Box>
          <LineStatus outbox={outbox} />
          <LogButton />
          <ViewerButton />
        </Group>
      </header>
      <nav className={classes["navigation"] ?? ""} aria-label={t`Main`} data-closed={opened ? undefined : true}>
        <Places places={places} here={here} />
        {administration.length > 0 && (
          <Box role="group" aria-labelledby="administration" mt="md">
            <Text id="administration" size="sm" c="dimmed" px="sm" pb={4}>
              <Trans>Administration</Trans>
            </Text>
            <Places places={administration} here={here} />
          </Box>
        )}
      </nav>
      <main id="content" className={classes["main"] ?? ""}>
        <Box maw={1280} mx="auto">
          <Suspense fallback={<PageSkeleton />}>
            <Outlet context={outbox} />
          </Suspense>
        </Box>
      </main>
    </>
  );
}

/** The place to which a page belongs: of several that its address begins with, the nearest, as the own office of all. */
function placeOf(pathname: string, places: readonly { readonly path: string }[]): string | undefined {
  return places
    .map(({ path }) => path)
    .filter((path) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)))
    .toSorted((a, b) => b.length - a.length)[0];
}

interface PlacesProps {
  readonly here: string | undefined;
  readonly places: readonly { readonly path: string; readonly label: MessageDescriptor; readonly icon: TablerIcon }[];
}

function Places({ places, here }: PlacesProps) {
  const { pathname } = useLocation();
  return places.map(({ path, label, icon: Icon }) => (
    <Link
      key={path}
      to={path}
      className={classes["place"] ?? ""}
      data-active={path === here || undefined}
      aria-current={pathname === path ? "page" : undefined}
    >
      <Icon size={18} aria-hidden />
      {i18n._(label)}
    </Link>
  ));
}

const fetchLogMenu = () => import("./log-menu.tsx");
const LogMenu = lazy(async () => ({ default: (await fetchLogMenu()).LogMenu }));

function LogButton() {
  const { abilities } = useSession().viewer;
  const mayLog = [
    abilities.createCollaboration,
    abilities.createRecognition,
    abilities.createStatement,
    abilities.createPartner,
    abilities.createPerson,
  ].some(Boolean);
  if (!mayLog) return null;
  const button = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} px="sm">
      <Trans comment="The button that adds something that was done">Log</Trans>
    </Button>
  );
  return <DeferredMenu target={button} menu={LogMenu} fetch={fetchLogMenu} given={{}} />;
}

const fetchViewerMenu = () => import("./viewer-menu.tsx");
const ViewerMenu = lazy(async () => ({ default: (await fetchViewerMenu()).ViewerMenu }));

function ViewerButton() {
  const { name } = useSession().viewer;
  const initials = name
    .split(" ")
    .map((word) => word.at(0))
    .join("")
    .slice(0, 2);
  const button = (
    <UnstyledButton aria-label={t`${initials}: account of ${name}`}>
      <span className={classes["initials"] ?? ""} aria-hidden>
        {initials}
      </span>
    </UnstyledButton>
  );
  return <DeferredMenu target={button} menu={ViewerMenu} fetch={fetchViewerMenu} given={{}} />;
}
