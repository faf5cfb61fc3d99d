import { t } from "@lingui/core/macro";
import { Plural } from "@lingui/react/macro";
import { Box, Group, Stack, Text } from "@mantine/core";
import { IconArrowDownLeft, IconArrowsExchange, IconArrowUpRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { numberText } from "../../ui/number-text.ts";
import { useSession } from "../../ui/session.ts";
import type { PartnerDetails } from "./partner-details.ts";
import classes from "./recognition-balance.module.css";

/** How often each has recognised the other, as two bars on one scale, with numbers and words. */
export function RecognitionBalance({ balance }: { readonly balance: PartnerDetails["recognitionBalance"] }) {
  const { shortName } = useSession().installation;
  const most = Math.max(balance.received, balance.given, 1);
  const sentence =
    balance.received === balance.given
      ? balance.received === 0
        ? t`Neither has recognised the other yet.`
        : t`Each has recognised the other as often.`
      : balance.received > balance.given
        ? t`They have recognised ${shortName} more often than ${shortName} has recognised them.`
        : t`${shortName} has recognised them more often than they have recognised ${shortName}.`;
  return (
    <Stack gap="sm">
      <Bar
        label={t`They recognised ${shortName}`}
        count={balance.received}
        most={most}
        icon={<IconArrowDownLeft size={16} aria-hidden />}
      />
      <Bar
        label={t`${shortName} recognised them`}
        count={balance.given}
        most={most}
        icon={<IconArrowUpRight size={16} aria-hidden />}
      />
      <Text size="sm">{sentence}</Text>
      {balance.betweenPartners > 0 && (
        <Group gap={6}>
          <IconArrowsExchange size={16} aria-hidden />
          <Text size="sm">
            <Plural value={balance.betweenPartners} one="# with other partners" other="# with other partners" />
          </Text>
        </Group>
      )}
    </Stack>
  );
}

interface BarProps {
  readonly label: string;
  readonly count: number;
  readonly most: number;
  readonly icon: ReactNode;
}

function Bar({ label, count, most, icon }: BarProps) {
  return (
    <Box>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Group gap={6} wrap="nowrap">
          {icon}
          <Text size="sm">{label}</Text>
        </Group>
        <Text fw={700}>{numberText(count)}</Text>
      </Group>
      <Box className={classes["track"] ?? ""} aria-hidden>
        <Box className={classes["bar"] ?? ""} style={{ width: `${(100 * count) / most}%` }} />
      </Box>
    </Box>
  );
}
