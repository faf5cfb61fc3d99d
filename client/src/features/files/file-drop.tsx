import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { ATTACHABLE } from "./file-words.ts";
import classes from "./files.module.css";

interface FileDropProps {
  /** "Attach files" */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** What became of them. */
  readonly children: ReactNode;
}

/** Where files are chosen or dropped. */
export function FileDrop({ label, onFiles, children }: FileDropProps) {
  const drop = useFileDrop(onFiles);
  const resetButton = useRef<() => void>(null);
  return (
    <Box {...drop} className={classes["dropArea"]} role="group" aria-label={t`Attaching files`}>
      <Stack gap="sm">
        <Group gap="sm">
          <FileButton
            multiple
            accept={ATTACHABLE}
            resetRef={resetButton}
            onChange={(files) => {
              onFiles(files);
              // The same file can be chosen once more, as after a failure.
              resetButton.current?.();
            }}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconPaperclip size={14} aria-hidden />}>
                {label}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" flex={1} miw={180}>
            <Trans>
              Or drop them here: pictures (JPEG, PNG, WebP), PDFs, Word and Excel documents. What photos tell about
              place and camera is taken out.
            </Trans>
          </Text>
        </Group>
        {children}
      </Stack>
    </Box>
  );
}

/** What makes an element take files that are dropped on it. */
function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setIsOver] = useState(false);
  return {
    "data-over": isOver || undefined,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const within = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!within) setIsOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
}
