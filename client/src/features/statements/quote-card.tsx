import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import type { QuoteFieldsFragment } from "../../generated/graphql.ts";
import { ConfidentialityBadge } from "../../ui/badges.tsx";
import { DateText } from "../../ui/dates.tsx";
import { languageName } from "../../ui/language-names.ts";
import { recordPath } from "../../ui/record-paths.ts";
import { OutsideLink } from "../../ui/sources-list.tsx";
import { CopyQuote } from "./copy-quote.tsx";
import { PermissionBadge } from "./permission-badge.tsx";
import classes from "./quote-card.module.css";

/** A statement as a quote: the words as they were said, who said them, and whether they may be taken outside. */
export function QuoteCard({ quote }: { readonly quote: QuoteFieldsFragment }) {
  const isForeign = quote.language.split("-")[0] !== i18n.locale;
  return (
    <Stack component="article" gap="sm" className={classes["card"] ?? ""}>
      <Text component="blockquote" className={`prose ${classes["words"]}`} lang={quote.language}>
        “{quote.text}”
      </Text>
      {quote.translation && (
        <Text className="prose" c="dimmed" lineClamp={8}>
          “{quote.translation}”
        </Text>
      )}
      <Speaker quote={quote} />
      <Text size="sm" c="dimmed">
        <DateText value={quote.date} />
        {isForeign && ` · ${languageName(quote.language)}`}
        {quote.source && " · "}
        {quote.source?.url ? (
          <OutsideLink href={quote.source.url}>{quote.source.title}</OutsideLink>
        ) : (
          quote.source?.title
        )}
      </Text>
      <Group gap={6}>
        <PermissionBadge value={quote.permission.status} />
        <ConfidentialityBadge value={quote.confidentiality} />
      </Group>
      <div className={classes["actions"]}>
        <CopyQuote quote={quote} />
      </div>
    </Stack>
  );
}

/** Called as they were called then. */
function Speaker({ quote }: { readonly quote: QuoteFieldsFragment }) {
  const { partner } = quote;
  return (
    <div>
      <Anchor component={Link} to={recordPath("STATEMENT", quote.id)} fw={600}>
        {quote.speakerName}
      </Anchor>
      {quote.speakerTitle && <Text size="sm">{quote.speakerTitle}</Text>}
      <Text size="sm" c="dimmed">
        {quote.ours ? (
          t`One of us`
        ) : partner ? (
          <Anchor component={Link} to={recordPath("PARTNER", partner.id)} c="inherit" underline="always">
            {partner.name}
          </Anchor>
        ) : null}
      </Text>
    </div>
  );
}
