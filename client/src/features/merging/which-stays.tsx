import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Badge, Box, Button, Group, SimpleGrid, Stack } from "@mantine/core";
import { IconArrowsExchange, IconCheck, IconInfoCircle, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { mergePath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { mergeTexts } from "./merge-texts.ts";
import type { Compared, MergedKind, MergeObstacle, MergeSide } from "./two-records.ts";

/** Which one stays, which one goes, and the way to exchange them. */
export function WhichStays({ kind, keep, merge }: Pick<Compared, "kind" | "keep" | "merge">) {
  return (
    <Section title={t`1. Which one stays`}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <OneOfBoth kind={kind} side={keep}>
          <Badge leftSection={<IconCheck size={12} aria-hidden />}>
            <Trans>Stays</Trans>
          </Badge>
        </OneOfBoth>
        <OneOfBoth kind={kind} side={merge}>
          <Badge variant="default" leftSection={<IconTrash size={12} aria-hidden />}>
            <Trans>Goes to the trash</Trans>
          </Badge>
        </OneOfBoth>
      </SimpleGrid>
      <Button
        component={Link}
        to={mergePath(kind, merge.id, keep.id)}
        replace
        mt="sm"
        size="xs"
        variant="default"
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
      >
        <Trans>Keep the other one</Trans>
      </Button>
    </Section>
  );
}

interface OneOfBothProps {
  readonly kind: MergedKind;
  readonly side: MergeSide;
  readonly children: ReactNode;
}

function OneOfBoth({ kind, side, children }: OneOfBothProps) {
  return (
    <Box className="surface" p="md">
      <Stack gap="xs" align="flex-start">
        {children}
        <Anchor component={Link} to={recordPath(kind, side.id)} underline="always" fw={600}>
          {side.name}
        </Anchor>
      </Stack>
    </Box>
  );
}

/** Why these two cannot be merged, and what to do. */
export function Obstacle({ kind, reason, side }: MergeObstacle & { readonly kind: MergedKind }) {
  return (
    <Alert
      color="gray"
      variant="outline"
      icon={<IconInfoCircle aria-hidden />}
      title={t`They cannot be merged as they are`}
    >
      <Group gap={6}>
        {mergeTexts(kind)[reason]}
        <Anchor component={Link} to={recordPath(kind, side.id)} underline="always">
          {side.name}
        </Anchor>
      </Group>
    </Alert>
  );
}
