import {
  COLLABORATION_DUE_LABELS,
  COLLABORATION_KIND_LABELS,
  type CollaborationDue,
  codesOf,
} from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Box, List, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import type { OfficePageQuery } from "../../generated/graphql.ts";
import { DateText } from "../../ui/dates.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { wordsOf } from "../../ui/words.ts";
import { collaborationsPath } from "../collaborations/paths.ts";
import type { OfficeProps } from "./office-sections.tsx";

/** How many wait for a reason. */
const WORDS: Readonly<Record<CollaborationDue, (count: number) => string>> = {
  AGREEMENT_ENDS: (count) =>
    plural(count, {
      one: "# agreement ends within 90 days",
      other: "# agreements end within 90 days",
    }),
  NOT_ENDED: (count) =>
    plural(count, {
      one: "# collaboration under way should be over",
      other: "# collaborations under way should be over",
    }),
  NOT_BEGUN: (count) =>
    plural(count, {
      one: "# planned collaboration should have begun",
      other: "# planned collaborations should have begun",
    }),
  BEGINS: (count) =>
    plural(count, {
      one: "# collaboration begins within 90 days",
      other: "# collaborations begin within 90 days",
    }),
  NO_DATE: (count) =>
    plural(count, {
      one: "# collaboration is planned without a date",
      other: "# collaborations are planned without a date",
    }),
};

/** What is due, by reasons. */
export function OfficeDue({ office, page }: OfficeProps) {
  const reasons = codesOf(COLLABORATION_DUE_LABELS).filter((due) => page[due].totalCount > 0);
  return (
    <Section title={t`What is due`}>
      {reasons.length === 0 ? (
        <Text c="dimmed">
          <Trans>Nothing is due.</Trans>
        </Text>
      ) : (
        <Stack gap="lg">
          {reasons.map((due) => (
            <Box key={due}>
              <Anchor
                component={Link}
                to={collaborationsPath({ office: [office], due: [due] })}
                fw={600}
                underline="always"
              >
                {WORDS[due](page[due].totalCount)}
              </Anchor>
              <List listStyleType="none" spacing={4} mt={4}>
                {page[due].edges.map(({ node }) => (
                  <DueItem key={node.id} due={due} collaboration={node} />
                ))}
              </List>
            </Box>
          ))}
        </Stack>
      )}
    </Section>
  );
}

interface DueItemProps {
  readonly due: CollaborationDue;
  readonly collaboration: OfficePageQuery[CollaborationDue]["edges"][number]["node"];
}

function DueItem({ due, collaboration: { id, title, kind, begin, end } }: DueItemProps) {
  const isAboutEnd = due === "AGREEMENT_ENDS" || due === "NOT_ENDED";
  return (
    <List.Item>
      <Anchor component={Link} to={recordPath("COLLABORATION", id)}>
        {title}
      </Anchor>
      <Text size="sm" c="dimmed">
        {wordsOf(COLLABORATION_KIND_LABELS)[kind]}
        {" · "}
        <DateText value={isAboutEnd ? end : begin} />
      </Text>
    </List.Item>
  );
}
