import { t } from "@lingui/core/macro";
import { UNREACHABLE } from "../../ui/failure.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { useUploads } from "./uploads.ts";

const nothing = () => undefined;

/** Says at the head of a record that files which were to be attached are missing, and sends them once more. */
export function MissingFiles({ record }: { readonly record: string }) {
  const { uploads, retry } = useUploads(record, nothing);
  const failed = uploads.filter(({ failure }) => failure !== null);
  if (failed.length === 0) return null;
  const names = failed.map(({ file }) => file.name).join(", ");
  const isUnsent = failed.some(({ failure }) => failure?.code === UNREACHABLE);
  return (
    <FailureAlert
      title={t`Not everything is attached`}
      failure={{ message: t`What you wrote is saved. Missing: ${names}` }}
      onRetry={isUnsent ? () => retry() : undefined}
    />
  );
}
