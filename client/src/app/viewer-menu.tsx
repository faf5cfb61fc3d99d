import { ROLE_LABELS } from "@concord/shared/vocabularies";
import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useSession } from "../ui/session.ts";

const SCHEMES = [
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
  { value: "auto", label: "As the device", icon: IconDeviceDesktop },
] as const;

/** Who is signed in, how the screen looks, and the way out. */
export function ViewerMenu() {
  const { viewer, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const initials = viewer.name
    .split(" ")
    .map((word) => word.at(0))
    .join("")
    .slice(0, 2);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={`${initials}: account of ${viewer.name}`}>
          <Avatar radius="xl" color="teal" variant="filled" aria-hidden>
            {initials}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="inherit">
          <Text span display="block" fw={600}>
            {viewer.name}
          </Text>
          <Text span display="block" size="sm" c="dimmed">
            {ROLE_LABELS[viewer.role]}, {viewer.office.name}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(value)}
            aria-current={colorScheme === value}
            fw={colorScheme === value ? 700 : 400}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
