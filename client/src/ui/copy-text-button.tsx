import { t } from "@lingui/core/macro";
import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";

interface CopyTextButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Copies a text that a person is to take elsewhere. */
export function CopyTextButton({ text, label }: CopyTextButtonProps) {
  const clipboard = useClipboard();
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      aria-live="polite"
      onClick={() => clipboard.copy(text)}
    >
      {clipboard.error ? t`Select it and copy it by hand` : clipboard.copied ? t`Copied` : label}
    </Button>
  );
}
