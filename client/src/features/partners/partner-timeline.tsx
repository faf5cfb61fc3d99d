import { useQuery } from "@apollo/client/react";
import { COLLABORATION_KIND_LABELS, RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Box, Chip, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import {
  IconArrowDownLeft,
  IconArrowsExchange,
  IconArrowUpRight,
  IconHeartHandshake,
  IconQuote,
} from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { PartnerTimelineDocument, type PartnerTimelineQuery } from "../../generated/graphql.ts";
import { ConfidentialityBadge, DirectionBadge, StageBadge } from "../../ui/badges.tsx";
import { DateText, IntervalText } from "../../ui/dates.tsx";
import { outcomeText } from "../../ui/outcome-words.ts";
import { QueryView } from "../../ui/query-view.tsx";
import { ShowMore, useReadingOn } from "../../ui/reading-on.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { wordsOf } from "../../ui/words.ts";
import { SizedPicture } from "../files/sized-picture.tsx";
import classes from "./partner-timeline.module.css";

const PAGE = 50;

type Entry = NonNullable<PartnerTimelineQuery["partner"]>["timeline"]["edges"][number]["node"];
type Item<Name extends Entry["item"]["__typename"]> = Extract<Entry["item"], { readonly __typename?: Name }>;

const KINDS = [
  { value: "Collaboration", label: msg`Collaborations` },
  { value: "Recognition", label: msg`Recognitions` },
  { value: "Statement", label: msg`Statements` },
] as const;

/** Everything between us and a partner, by year, the newest first; what is undated comes last. */
export function PartnerTimeline({ partnerId }: { readonly partnerId: string }) {
  const { data, loading, error, refetch, fetchMore } = useQuery(PartnerTimelineDocument, {
    variables: { id: partnerId, first: PAGE },
  });
  const reading = useReadingOn(data?.partner?.timeline.pageInfo, fetchMore);
  const [kinds, setKinds] = useState<string[]>([]);
  return (
    <QueryView data={data?.partner?.timeline} loading={loading} error={error} refetch={() => void refetch()}>
      {(timeline) => {
        const entries = timeline.edges.map((edge) => edge.node);
        const shown = entries.filter((entry) => kinds.length === 0 || kinds.includes(entry.item.__typename));
        if (entries.length === 0)
          return (
            <Text c="dimmed">
              <Trans>Nothing is logged yet. What is done, given and said together will stand here.</Trans>
            </Text>
          );
        return (
          <Stack>
            <Chip.Group multiple value={kinds} onChange={setKinds}>
              <Group gap="xs" role="group" aria-label={t`Show only`}>
                {KINDS.map(({ value, label }) => (
                  <Chip key={value} value={value} size="xs">
                    {i18n._(label)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            {byYear(shown).map(([year, ofYear]) => (
              <Box key={year} component="section" aria-label={year}>
                <Title order={3} mb="xs">
                  {year}
                </Title>
                <Box component="ol" className={classes["entries"] ?? ""}>
                  {ofYear.map((entry) => (
                    <Box component="li" key={entry.id} className={classes["entry"] ?? ""}>
                      <TimelineEntry entry={entry} />
                    </Box>
                  ))}
                </Box>
              </Box>
            ))}
            <ShowMore reading={reading}>
              <Trans>Show earlier</Trans>
            </ShowMore>
          </Stack>
        );
      }}
    </QueryView>
  );
}

function byYear(entries: readonly Entry[]): [string, Entry[]][] {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const year = entry.date?.slice(0, 4) ?? t`Undated`;
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years];
}

function TimelineEntry({ entry }: { readonly entry: Entry }) {
  const { item } = entry;
  if (item.__typename === "Collaboration") return <CollaborationEntry entry={entry} item={item} />;
  if (item.__typename === "Recognition") return <RecognitionEntry entry={entry} item={item} />;
  return <StatementEntry entry={entry} item={item} />;
}

function CollaborationEntry({ entry, item }: { readonly entry: Entry; readonly item: Item<"Collaboration"> }) {
  const outcomes = item.outcomes.map(({ measure, count }) => outcomeText(measure, count)).join(", ");
  return (
    <EntryFrame icon={<IconHeartHandshake size={16} aria-hidden />}>
      <Anchor component={Link} to={recordPath("COLLABORATION", item.id)} fw={600}>
        {item.title}
      </Anchor>
      <Text size="sm" c="dimmed">
        {wordsOf(COLLABORATION_KIND_LABELS)[item.collaborationKind]} ·{" "}
        <IntervalText begin={item.begin} end={item.end} />
        {item.place && ` · ${item.place}`}
      </Text>
      {entry.relation === "EMPLOYER" && (
        <Text size="sm">
          <Trans>They employed somebody who appears in it.</Trans>
        </Text>
      )}
      {entry.relation === "PARTICIPANT" && item.outcomes.length > 0 && (
        <Text size="sm">
          <Trans>Contributed to {outcomes}</Trans>
        </Text>
      )}
      <Group gap={6}>
        <StageBadge value={item.stage} />
        <ConfidentialityBadge value={item.confidentiality} />
      </Group>
    </EntryFrame>
  );
}

const DIRECTION_ICONS = { RECEIVED: IconArrowDownLeft, GIVEN: IconArrowUpRight, BETWEEN_PARTNERS: IconArrowsExchange };

function RecognitionEntry({ entry, item }: { readonly entry: Entry; readonly item: Item<"Recognition"> }) {
  const Icon = DIRECTION_ICONS[item.direction];
  const names = (parties: readonly { readonly name: string }[]) => parties.map((party) => party.name).join(", ");
  const [givers, recipients] = [names(item.givers), names(item.recipients)];
  return (
    <EntryFrame icon={<Icon size={16} aria-hidden />}>
      {item.picture && (
        <Link to={recordPath("RECOGNITION", item.id)} className={classes["picture"]} tabIndex={-1} aria-hidden>
          <SizedPicture picture={item.picture} alt="" sizes="16rem" />
        </Link>
      )}
      <Anchor component={Link} to={recordPath("RECOGNITION", item.id)} fw={600}>
        {item.title}
      </Anchor>
      <Text size="sm" c="dimmed">
        {wordsOf(RECOGNITION_KIND_LABELS)[item.recognitionKind]} · <DateText value={entry.date} />
      </Text>
      <Text size="sm">
        <Trans>
          {givers} to {recipients}
        </Trans>
      </Text>
      <Group gap={6}>
        <DirectionBadge value={item.direction} />
        <ConfidentialityBadge value={item.confidentiality} />
      </Group>
    </EntryFrame>
  );
}

function StatementEntry({ entry, item }: { readonly entry: Entry; readonly item: Item<"Statement"> }) {
  return (
    <EntryFrame icon={<IconQuote size={16} aria-hidden />}>
      <Anchor component={Link} to={recordPath("STATEMENT", item.id)} fw={600}>
        {item.speakerName}
      </Anchor>
      <Text size="sm" c="dimmed">
        <Trans>Statement</Trans> · <DateText value={entry.date} />
        {item.speakerTitle && ` · ${item.speakerTitle}`}
      </Text>
      <Text component="blockquote" size="sm" m={0} lineClamp={4} className="prose">
        “{item.translation ?? item.text}”
      </Text>
      <ConfidentialityBadge value={item.confidentiality} />
    </EntryFrame>
  );
}

function EntryFrame({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <ThemeIcon variant="light" radius="xl" size="lg">
        {icon}
      </ThemeIcon>
      <Stack gap={4} miw={0} flex={1} align="flex-start">
        {children}
      </Stack>
    </Group>
  );
}
