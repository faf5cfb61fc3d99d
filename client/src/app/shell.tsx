import { Anchor, AppShell, Box, Burger, Button, Group, Image, Menu, NavLink, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconAward,
  IconBuildingCommunity,
  IconChartBar,
  IconHeartHandshake,
  IconPlus,
  IconQuote,
  IconTrash,
  IconUsers,
} from "@tabler/icons-react";
import { Suspense, useEffect } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { SearchBox } from "../features/search/search-box.tsx";
import { PageSkeleton } from "../ui/query-view.tsx";
import { useSession } from "../ui/session.ts";
import { ViewerMenu } from "./viewer-menu.tsx";

const PLACES = [
  { path: "/", label: "Dashboard", icon: IconChartBar },
  { path: "/partners", label: "Partners", icon: IconBuildingCommunity },
  { path: "/people", label: "People", icon: IconUsers },
  { path: "/collaborations", label: "Collaborations", icon: IconHeartHandshake },
  { path: "/recognitions", label: "Recognitions", icon: IconAward },
  { path: "/statements", label: "Statements", icon: IconQuote },
  { path: "/trash", label: "Trash", icon: IconTrash },
] as const;

/** What is around every page: where one can go, what one can look for, what one can log, and who one is. */
export function Shell() {
  const [opened, menu] = useDisclosure(false);
  const location = useLocation();
  useEffect(() => {
    if (location.pathname) menu.close();
  }, [location.pathname, menu.close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", sm: "lg" }}
    >
      <AppShell.Header px="md">
        <Anchor href="#content" className="skip-link">
          Skip to the content
        </Anchor>
        <Group h="100%" wrap="nowrap" gap="sm">
          <Burger
            opened={opened}
            onClick={menu.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={opened ? "Close the navigation" : "Open the navigation"}
          />
          <Anchor component={Link} to="/" underline="never" c="inherit" visibleFrom="xs">
            <Group gap={8} wrap="nowrap">
              <Image src="/icon.svg" alt="" w={28} h={28} />
              <Text fw={700}>Concord</Text>
            </Group>
          </Anchor>
          <Box flex={1} maw={560} mx="auto">
            <SearchBox />
          </Box>
          <LogMenu />
          <ViewerMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main">
        {PLACES.map(({ path, label, icon: Icon }) => (
          <NavLink
            key={path}
            component={Link}
            to={path}
            label={label}
            leftSection={<Icon size={18} aria-hidden />}
            active={path === "/" ? location.pathname === "/" : location.pathname.startsWith(path)}
            aria-current={location.pathname === path ? "page" : undefined}
            variant="light"
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content">
        <Box maw={1280} mx="auto">
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

/** What the viewer may log, one press away from every page. */
function LogMenu() {
  const { abilities } = useSession().viewer;
  const choices = [
    { allowed: abilities.createCollaboration, path: "/collaborations/new", label: "Collaboration" },
    { allowed: abilities.createRecognition, path: "/recognitions/new", label: "Recognition" },
    { allowed: abilities.createStatement, path: "/statements/new", label: "Statement" },
    { allowed: abilities.createPartner, path: "/partners/new", label: "Partner" },
    { allowed: abilities.createPerson, path: "/people/new", label: "Person" },
  ].filter((choice) => choice.allowed);
  if (choices.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />} px="sm">
          Log
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ path, label }) => (
          <Menu.Item key={path} component={Link} to={path}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
