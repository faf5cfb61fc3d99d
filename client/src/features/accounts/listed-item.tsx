import { Box, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface ListedItemProps {
  readonly title: string;
  readonly badge?: ReactNode;
  readonly action?: ReactNode;
  /** What is known of it. */
  readonly children: ReactNode;
}

/** One of a short list that has no page of its own: its name, what is known of it, and what can be done. */
export function ListedItem({ title, badge, action, children }: ListedItemProps) {
  return (
    <Group component="li" className="surface" p="sm" justify="space-between" wrap="nowrap">
      <Box miw={0}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {badge}
        </Group>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </Box>
      <Box flex="none">{action}</Box>
    </Group>
  );
}
