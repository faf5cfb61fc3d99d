import { t } from "@lingui/core/macro";
import { List, VisuallyHidden } from "@mantine/core";
import { useLeaveGuard } from "../../ui/leave-guard.ts";
import { FileDrop } from "./file-drop.tsx";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./uploads.ts";

interface FileUploadProps {
  readonly record: string;
  readonly onAttached: () => void;
}

/** Where files are attached to a record, and how far each of them has got. */
export function FileUpload({ record, onAttached }: FileUploadProps) {
  const { uploads, lastAttached, isSending, add, dismiss, retry } = useUploads(record, onAttached);
  useLeaveGuard(isSending);
  return (
    <FileDrop label={t`Attach files`} onFiles={add}>
      {uploads.length > 0 && (
        <List listStyleType="none" spacing="sm" aria-label={t`Files on their way`}>
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onDismiss={() => dismiss(upload.key)}
              onRetry={() => retry(upload.key)}
            />
          ))}
        </List>
      )}
      <VisuallyHidden role="status">{lastAttached === null ? "" : t`${lastAttached} is attached.`}</VisuallyHidden>
    </FileDrop>
  );
}
