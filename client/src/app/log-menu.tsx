import { t } from "@lingui/core/macro";
import { Menu } from "@mantine/core";
import { Link } from "react-router";
import type { MenuTarget } from "../ui/deferred-menu.tsx";
import { OpenedMenu } from "../ui/opened-menu.tsx";
import { useSession } from "../ui/session.ts";

/** What the viewer may log, one press away from every page. */
export function LogMenu({ target }: { readonly target: MenuTarget }) {
  const { abilities } = useSession().viewer;
  const choices = [
    { allowed: abilities.createCollaboration, path: "/collaborations/new", label: t`Collaboration` },
    { allowed: abilities.createRecognition, path: "/recognitions/new", label: t`Recognition` },
    { allowed: abilities.createStatement, path: "/statements/new", label: t`Statement` },
    { allowed: abilities.createPartner, path: "/partners/new", label: t`Partner` },
    { allowed: abilities.createPerson, path: "/people/new", label: t`Person` },
  ].filter((choice) => choice.allowed);
  return (
    <OpenedMenu target={target}>
      {choices.map(({ path, label }) => (
        <Menu.Item key={path} component={Link} to={path}>
          {label}
        </Menu.Item>
      ))}
    </OpenedMenu>
  );
}
