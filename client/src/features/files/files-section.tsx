import { isPicture } from "@concord/shared/attachments";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import type { AttachmentFieldsFragment } from "../../generated/graphql.ts";
import { Section } from "../../ui/section.tsx";
import { FileUpload } from "./file-upload.tsx";
import classes from "./files.module.css";
import { OtherFile } from "./other-file.tsx";
import { Picture } from "./picture.tsx";

interface FilesSectionProps {
  /** The id of the record. */
  readonly record: string;
  readonly files: readonly AttachmentFieldsFragment[];
  readonly mayAttach: boolean;
  readonly onChanged: () => void;
}

/** The files of a record: pictures to look at, everything else to be downloaded, and more to be attached. */
export function FilesSection({ record, files, mayAttach, onChanged }: FilesSectionProps) {
  const pictures = files.filter(({ mediaType }) => isPicture(mediaType));
  const others = files.filter(({ mediaType }) => !isPicture(mediaType));
  return (
    <Section title={t`Files`}>
      <Stack>
        {files.length === 0 && (
          <Text c="dimmed">
            <Trans>No file is attached.</Trans>
          </Text>
        )}
        {pictures.length > 0 && (
          <ul className={classes["pictures"]}>
            {pictures.map((file) => (
              <Picture key={file.id} file={file} onChanged={onChanged} />
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <ul className={classes["others"]}>
            {others.map((file) => (
              <OtherFile key={file.id} file={file} onChanged={onChanged} />
            ))}
          </ul>
        )}
        {mayAttach && <FileUpload record={record} onAttached={onChanged} />}
      </Stack>
    </Section>
  );
}
