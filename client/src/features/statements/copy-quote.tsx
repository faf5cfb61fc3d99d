import type { PermissionStatus } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { useSession } from "../../ui/session.ts";
import { type AttributedQuote, copiedQuote } from "./attribution.ts";

interface CopyQuoteProps {
  readonly quote: AttributedQuote & { readonly permission: { readonly status: PermissionStatus } };
}

/**
 * Copies the words with their attribution. What may not be told outside is copied with the warning in it; what the
 * speaker refused is not copied at all.
 */
export function CopyQuote({ quote }: CopyQuoteProps) {
  const { shortName } = useSession().installation;
  if (quote.permission.status === "REFUSED") {
    return (
      <Text size="sm" c="dimmed">
        <Trans>The speaker refused publication: not to be copied.</Trans>
      </Text>
    );
  }
  return (
    <CopyTextButton
      {...copiedQuote(quote, shortName)}
      size="xs"
      label={quote.publishable ? t`Copy with attribution` : t`Copy, marked “not for publication”`}
    />
  );
}
