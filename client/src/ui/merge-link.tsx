import type { RecordKind } from "@concord/shared/vocabularies";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { Link } from "react-router";
import { mergePath } from "./record-paths.ts";

/** From a record to the page where another record of the same is chosen, to make one of both. */
export function MergeLink({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  return (
    <Button
      component={Link}
      to={mergePath(kind, id)}
      variant="default"
      leftSection={<IconArrowMerge size={16} aria-hidden />}
    >
      <Trans>Merge</Trans>
    </Button>
  );
}
