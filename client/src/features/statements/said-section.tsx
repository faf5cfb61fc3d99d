import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Stack } from "@mantine/core";
import { Link } from "react-router";
import type { QuoteFieldsFragment } from "../../generated/graphql.ts";
import { numberText } from "../../ui/number-text.ts";
import { listPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { pathWithFilter } from "../../ui/url-state.ts";
import { QuoteCard } from "./quote-card.tsx";

interface SaidSectionProps {
  readonly partner: string;
  readonly statements: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: QuoteFieldsFragment }[];
  };
}

/** What people of a partner said, the latest first; nothing where nobody said anything. */
export function SaidSection({ partner, statements }: SaidSectionProps) {
  const { totalCount, edges } = statements;
  if (edges.length === 0) return null;
  const count = numberText(totalCount);
  return (
    <Section title={t`What they said`}>
      <Stack>
        {edges.map(({ node }) => (
          <QuoteCard key={node.id} quote={node} />
        ))}
        {totalCount > edges.length && (
          <Anchor
            component={Link}
            to={pathWithFilter(listPath("STATEMENT"), { partner: [partner] })}
            underline="always"
          >
            <Trans>All {count} statements</Trans>
          </Anchor>
        )}
      </Stack>
    </Section>
  );
}
