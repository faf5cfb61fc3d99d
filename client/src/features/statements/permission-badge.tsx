import type { PermissionStatus } from "@concord/shared/vocabularies";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Badge } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconHelpCircle, type TablerIcon } from "@tabler/icons-react";

const SHOWN: Readonly<Record<PermissionStatus, { readonly icon: TablerIcon; readonly words: MessageDescriptor }>> = {
  NOT_ASKED: { icon: IconHelpCircle, words: msg`Not asked whether to publish` },
  GRANTED: { icon: IconCircleCheck, words: msg`Permission to publish` },
  REFUSED: { icon: IconCircleX, words: msg`Publication refused` },
};

/** Whether the speaker lets us publish it, in words and shape. */
export function PermissionBadge({ value }: { readonly value: PermissionStatus }) {
  const { icon: Icon, words } = SHOWN[value];
  return (
    <Badge
      variant="outline"
      color={value === "GRANTED" ? "teal" : value === "REFUSED" ? "red" : "gray"}
      // The colours of outlines are too light for words.
      {...(value === "REFUSED" ? { c: "var(--mantine-color-error)" } : {})}
      {...(value === "GRANTED" ? { c: "var(--mantine-color-anchor)" } : {})}
      leftSection={<Icon size={13} aria-hidden />}
    >
      {i18n._(words)}
    </Badge>
  );
}
