import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, List, Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { DateText } from "./dates.tsx";

interface ShownSource {
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
}

/** An address elsewhere: it opens apart, and tells the other page nothing of us. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" underline="always">
      {children} <IconExternalLink size={14} aria-label={t`(opens apart)`} style={{ verticalAlign: "-2px" }} />
    </Anchor>
  );
}

export function SourcesList({ sources }: { readonly sources: readonly ShownSource[] }) {
  if (sources.length === 0)
    return (
      <Text c="dimmed">
        <Trans>No source is named.</Trans>
      </Text>
    );
  return (
    <List spacing={4} listStyleType="none">
      {sources.map((source) => (
        <List.Item key={`${source.title} ${source.url ?? ""}`}>
          {source.url ? <OutsideLink href={source.url}>{source.title}</OutsideLink> : source.title}
          {source.date && (
            <Text span c="dimmed" size="sm">
              {" · "}
              <DateText value={source.date} />
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}
