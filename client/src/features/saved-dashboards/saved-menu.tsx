import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmarkPlus, IconSettings } from "@tabler/icons-react";
import { Link } from "react-router";
import type { MenuTarget } from "../../ui/deferred-menu.tsx";
import { OpenedMenu } from "../../ui/opened-menu.tsx";
import { dashboardPath } from "../dashboards/paths.ts";
import { SaveForm } from "./save-form.tsx";
import { filterOf, SAVED_PATH } from "./saved.ts";
import { useSaved } from "./use-saved.ts";

interface SavedMenuProps {
  readonly target: MenuTarget;
  readonly filter: DashboardFilter;
}

/** The viewer's saved dashboards, and how to save the one that is shown. */
export function SavedMenu({ target, filter }: SavedMenuProps) {
  const { data } = useSaved();
  const [saving, dialog] = useDisclosure(false);
  const saved = data?.savedDashboards ?? [];
  return (
    <>
      <OpenedMenu target={target} width={280}>
        {saved.map((each) => (
          <Menu.Item key={each.id} component={Link} to={dashboardPath(filterOf(each))}>
            {each.name}
          </Menu.Item>
        ))}
        {saved.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconBookmarkPlus size={16} aria-hidden />} onClick={dialog.open}>
          <Trans>Save this dashboard</Trans>
        </Menu.Item>
        <Menu.Item component={Link} to={SAVED_PATH} leftSection={<IconSettings size={16} aria-hidden />}>
          <Trans>Saved dashboards</Trans>
        </Menu.Item>
      </OpenedMenu>
      <Modal opened={saving} onClose={dialog.close} title={t`Save this dashboard`} centered>
        <SaveForm filter={filter} onDone={dialog.close} />
      </Modal>
    </>
  );
}
