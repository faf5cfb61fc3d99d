import { t } from "@lingui/core/macro";
import { Button } from "@mantine/core";
import { useTimeout } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";

interface CopyTextButtonProps {
  readonly text: string;
  /** The same for what takes more than plain text, as a letter. */
  readonly html?: string;
  readonly label: string;
  readonly size?: "xs" | "sm";
}

const SHOWN_MS = 2_000;

/** Copies a text that a person is to take elsewhere. */
export function CopyTextButton({ text, html, label, size = "sm" }: CopyTextButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const { start } = useTimeout(() => setOutcome(null), SHOWN_MS);
  async function run() {
    try {
      await copy(text, html);
      setOutcome("copied");
      start();
    } catch {
      setOutcome("failed");
    }
  }
  const Icon = outcome === "copied" ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<Icon size={16} aria-hidden />}
      aria-live="polite"
      onClick={() => void run()}
    >
      {outcome === "failed" ? t`Select it and copy it by hand` : outcome === "copied" ? t`Copied` : label}
    </Button>
  );
}

function copy(text: string, html: string | undefined): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(text);
  const forms = { "text/plain": text, "text/html": html };
  const blobs = Object.entries(forms).map(([type, content]) => [type, new Blob([content], { type })] as const);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
