import { t } from "@lingui/core/macro";
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { AttachmentFieldsFragment } from "../../generated/graphql.ts";
import { InstantText } from "../../ui/dates.tsx";
import { mediaTypeWords, sizeWords } from "./file-words.ts";
import { RemoveFile } from "./remove-file.tsx";

export interface FileProps {
  readonly file: AttachmentFieldsFragment;
  readonly onChanged: () => void;
}

interface FileFactsProps extends FileProps {
  /** Its name. */
  readonly children: ReactNode;
}

/** The name of a file, how to remove it, and what is known of it. */
export function FileFacts({ file, onChanged, children }: FileFactsProps) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
        {children}
        {file.removable && <RemoveFile file={file} onChanged={onChanged} />}
      </Group>
      <Text size="sm" c="dimmed">
        {mediaTypeWords(file.mediaType)}, {sizeWords(file.size)}
      </Text>
      <Text size="sm" c="dimmed">
        {file.by?.name ?? t`Loaded with the installation`}, <InstantText value={file.createdAt} />
      </Text>
    </>
  );
}
