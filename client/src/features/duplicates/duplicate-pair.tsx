import { useMutation } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Box, Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconArrowMerge, IconArrowsSplit2 } from "@tabler/icons-react";
import { Link } from "react-router";
import {
  DismissDuplicateDocument,
  type DuplicatePairFieldsFragment,
  ReopenDuplicateDocument,
} from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { mergePath } from "../../ui/record-paths.ts";
import { tryTo } from "../../ui/try-to.ts";
import { DuplicateReasons, DuplicateRecordSummary, nameOfRecord } from "./duplicate-record.tsx";

interface Props {
  readonly pair: DuplicatePairFieldsFragment;
}

/**
 * Two records side by side, and what may be done about them. One that was just said to be two stays where it is, so
 * that it can be taken back at the same place.
 */
export function DuplicatePairCard({ pair }: Props) {
  const [one, other] = [nameOfRecord(pair.one), nameOfRecord(pair.other)];
  const title = t`${one} and ${other}`;
  return (
    <Box component="article" className="surface" p="md" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Badge variant={pair.certain ? "filled" : "outline"} color={pair.certain ? "teal" : "gray"}>
            {pair.certain ? t`Almost certainly one` : t`Likely one`}
          </Badge>
          {pair.dismissedAt !== null && (
            <Text size="sm" c="dimmed">
              {pair.dismissedBy ? t`${{ name: pair.dismissedBy.name }} said that they are two` : t`Said to be two`},{" "}
              <InstantText value={pair.dismissedAt} />
            </Text>
          )}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <DuplicateRecordSummary record={pair.one} />
          <DuplicateRecordSummary record={pair.other} />
        </SimpleGrid>
        <DuplicateReasons reasons={pair.reasons} />
        <PairActions pair={pair} />
      </Stack>
    </Box>
  );
}

function PairActions({ pair }: Props) {
  const isDismissed = pair.dismissedAt !== null;
  // The answer replaces the pair in the list that is on screen; other lists are read anew when they are looked at.
  const [send, { loading }] = useMutation(isDismissed ? ReopenDuplicateDocument : DismissDuplicateDocument, {
    variables: { pair: pair.id },
  });
  if (!pair.abilities.dismiss) return null;
  return (
    <Group gap="sm">
      {pair.abilities.merge && !isDismissed && (
        <Button
          component={Link}
          to={mergePath(pair.kind, pair.one.id, pair.other.id)}
          leftSection={<IconArrowMerge size={16} aria-hidden />}
        >
          <Trans>Compare and merge</Trans>
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
        // A button that is disabled for the moment would lose the focus to nowhere.
        aria-busy={loading}
        onClick={() => {
          if (!loading) void tryTo(send);
        }}
      >
        {isDismissed ? t`Take that back` : t`They are two`}
      </Button>
    </Group>
  );
}
