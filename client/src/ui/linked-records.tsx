import type { Direction } from "@concord/shared/vocabularies";
import { Anchor, Group, List, Text } from "@mantine/core";
import { Link } from "react-router";
import { DirectionBadge } from "./badges.tsx";
import { DateText } from "./dates.tsx";
import { recordPath } from "./record-paths.ts";

interface LinkedCollaboration {
  readonly id: string;
  readonly title: string;
  readonly begin: string | null;
}

/** Collaborations that a record names, with their dates. */
export function LinkedCollaborations({ collaborations }: { readonly collaborations: readonly LinkedCollaboration[] }) {
  return (
    <List listStyleType="none" spacing={4}>
      {collaborations.map(({ id, title, begin }) => (
        <List.Item key={id}>
          <Anchor component={Link} to={recordPath("COLLABORATION", id)} underline="always">
            {title}
          </Anchor>{" "}
          <Text span size="sm" c="dimmed">
            <DateText value={begin} />
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

interface LinkedRecognition {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly direction: Direction;
}

/** Recognitions that concern a record. */
export function LinkedRecognitions({ recognitions }: { readonly recognitions: readonly LinkedRecognition[] }) {
  return (
    <List listStyleType="none" spacing="xs">
      {recognitions.map(({ id, title, date, direction }) => (
        <List.Item key={id}>
          <Anchor component={Link} to={recordPath("RECOGNITION", id)} underline="always">
            {title}
          </Anchor>
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              <DateText value={date} />
            </Text>
            <DirectionBadge value={direction} />
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
