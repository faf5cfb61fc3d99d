import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconChevronDown, IconFileTypePdf } from "@tabler/icons-react";
import { partnerReportPath } from "./paths.ts";

/** So many years before this one can be chosen. */
const EARLIER = 10;

/** A year with a partner as a PDF: this one by one press, earlier ones from the menu beside it. */
export function PartnerReportButton({ id }: { readonly id: string }) {
  const thisYear = new Date().getFullYear();
  const earlier = Array.from({ length: EARLIER }, (_, index) => thisYear - 1 - index);
  return (
    <Group gap={2} wrap="nowrap">
      <Button
        component="a"
        href={partnerReportPath(id, thisYear)}
        download
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
      >
        <Trans>Report for {{ year: String(thisYear) }}</Trans>
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t`Report for another year`}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {earlier.map((each) => (
            <Menu.Item key={each} component="a" href={partnerReportPath(id, each)} download>
              <Trans>Report for {{ year: String(each) }}</Trans>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
