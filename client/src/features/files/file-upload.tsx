import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, FileButton, Group, List, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { useLeaveGuard } from "../../ui/leave-guard.ts";
import { ATTACHABLE } from "./file-words.ts";
import classes from "./files.module.css";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./use-uploads.ts";

interface FileUploadProps {
  readonly record: string;
  readonly onAttached: () => void;
}

/** Where files are chosen or dropped, and how far each of them has got. */
export function FileUpload({ record, onAttached }: FileUploadProps) {
  const { uploads, lastAttached, isSending, add, dismiss } = useUploads(record, onAttached);
  useLeaveGuard(isSending);
  const drop = useFileDrop(add);
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
              add(files);
              // The same file can be chosen once more, as after a failure.
              resetButton.current?.();
            }}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconPaperclip size={14} aria-hidden />}>
                <Trans>Attach files</Trans>
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
        {uploads.length > 0 && (
          <List listStyleType="none" spacing="sm" aria-label={t`Files on their way`}>
            {uploads.map((upload) => (
              <UploadRow
                key={upload.key}
                upload={upload}
                onDismiss={() => dismiss(upload.key)}
                onRetry={() => {
                  dismiss(upload.key);
                  add([upload.file]);
                }}
              />
            ))}
          </List>
        )}
        <VisuallyHidden role="status">{lastAttached === null ? "" : t`${lastAttached} is attached.`}</VisuallyHidden>
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
