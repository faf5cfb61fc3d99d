import { useQuery } from "@apollo/client/react";
import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCopyCheck } from "@tabler/icons-react";
import { useId } from "react";
import { type DuplicateDraft, LikelyDuplicatesDocument } from "../../generated/graphql.ts";
import { DuplicateReasons, DuplicateRecordSummary } from "./duplicate-record.tsx";

const DEBOUNCE_MS = 300;
const MIN_NAME = 2;
const ASIDE = { isAside: true };

export interface LikelyDuplicatesProps {
  /** What the form holds; the same object while nothing of it changes. */
  readonly draft: DuplicateDraft;
  /** What the record held when the form was opened; null for a new one. */
  readonly before: DuplicateDraft | null;
}

/** Whether there is something to ask: a new record with a name, or one whose names or country have changed. */
function isAsked(draft: DuplicateDraft, before: DuplicateDraft | null): boolean {
  const told = ({ name, shortName, aliases, country }: DuplicateDraft) =>
    JSON.stringify([name.trim(), shortName ?? "", aliases, country ?? ""]);
  return draft.name.trim().length >= MIN_NAME && (before === null || told(draft) !== told(before));
}

/**
 * While a name is typed, the records that it may be already, with the reasons. It is told once, politely, and stands in
 * nobody's way: what cannot be asked, as an invalid address, is left to the form itself.
 */
export function LikelyDuplicates({ draft, before }: LikelyDuplicatesProps) {
  const titleId = useId();
  const [settled] = useDebouncedValue(draft, DEBOUNCE_MS);
  const asked = isAsked(settled, before);
  const { data, previousData, loading } = useQuery(LikelyDuplicatesDocument, {
    variables: { of: settled },
    skip: !asked,
    context: ASIDE,
  });
  const shown = data ?? (loading ? previousData : undefined);
  const found = asked ? (shown?.likelyDuplicates.edges.map((edge) => edge.node) ?? []) : [];
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {found.length === 0
          ? ""
          : plural(found.length, {
              one: "# record may be the same. It is listed below the name.",
              other: "# records may be the same. They are listed below the name.",
            })}
      </VisuallyHidden>
      {found.length > 0 && (
        <Box component="section" aria-labelledby={titleId} className="surface" p="md">
          <Group gap="xs" mb="xs" wrap="nowrap">
            <IconCopyCheck size={20} aria-hidden />
            <Title order={3} id={titleId}>
              <Trans>Is it one of these?</Trans>
            </Title>
          </Group>
          <Text size="sm" c="dimmed" mb="sm">
            <Trans>If it is, change that record instead. If not, go on: nothing here keeps you from saving.</Trans>
          </Text>
          <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {found.map(({ record, reasons }) => (
              <li key={record.id}>
                <DuplicateRecordSummary record={record} />
                <Box mt={4}>
                  <DuplicateReasons reasons={reasons} />
                </Box>
              </li>
            ))}
          </Stack>
        </Box>
      )}
    </>
  );
}
