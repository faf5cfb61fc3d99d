import { ROLE_LABELS } from "@concord/shared/vocabularies";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, Text, useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconFileTime,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from "@tabler/icons-react";
import { Link } from "react-router";
import type { MenuTarget } from "../ui/deferred-menu.tsx";
import { chooseLanguage, offeredLanguages } from "../ui/language.ts";
import { numberText } from "../ui/number-text.ts";
import { OpenedMenu } from "../ui/opened-menu.tsx";
import { UNSENT_PATH } from "../ui/record-paths.ts";
import { useSession } from "../ui/session.ts";
import { useUnsent } from "../ui/use-unsent.ts";
import { wordsOf } from "../ui/words.ts";

const SCHEMES = [
  { value: "light", label: msg`Light`, icon: IconSun },
  { value: "dark", label: msg`Dark`, icon: IconMoon },
  { value: "auto", label: msg`As the device`, icon: IconDeviceDesktop },
] as const;

/** Who is signed in, their account, how the screen looks, in which language, and the way out. */
export function ViewerMenu({ target }: { readonly target: MenuTarget }) {
  const { viewer, signOut } = useSession();
  const unsent = useUnsent().forms.length;
  const count = numberText(unsent);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <OpenedMenu target={target} width={240}>
      <Menu.Label c="inherit">
        <Text span display="block" fw={600}>
          {viewer.name}
        </Text>
        <Text span display="block" size="sm" c="dimmed">
          {wordsOf(ROLE_LABELS)[viewer.role]}, {viewer.office.name}
        </Text>
      </Menu.Label>
      <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} aria-hidden />}>
        <Trans>Your account</Trans>
      </Menu.Item>
      <Menu.Divider />
      {SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => setColorScheme(value)}
          aria-current={colorScheme === value}
          fw={colorScheme === value ? 700 : 400}
        >
          {i18n._(label)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {offeredLanguages.map(({ language, name }) => (
        <Menu.Item
          key={language}
          lang={language}
          leftSection={<IconLanguage size={16} aria-hidden />}
          onClick={() => chooseLanguage(language)}
          aria-current={i18n.locale === language}
          fw={i18n.locale === language ? 700 : 400}
        >
          {name}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item component={Link} to={UNSENT_PATH} leftSection={<IconFileTime size={16} aria-hidden />}>
        {unsent === 0 ? t`Not sent yet` : t`Not sent yet (${count})`}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
        <Trans>Sign out</Trans>
      </Menu.Item>
    </OpenedMenu>
  );
}
