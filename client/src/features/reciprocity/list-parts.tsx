import { t } from "@lingui/core/macro";
import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Column } from "../../ui/data-table.tsx";
import { useSession } from "../../ui/session.ts";
import { RecogniseLink, type RecogniseLinkProps } from "./recognise-link.tsx";

/** What the lists of who is due and of who was never thanked share. */

type PlainColumn<Row> = Column<Row, never>;

export const reasonHeader = () =>
  t({ message: t`Why`, comment: "Head of the column with the reason why recognition is due" });

/** The responsible office, and what is to be done; the latter for whoever may do it. */
export function useLastColumns<Row>(
  officeOf: (row: Row) => string | undefined,
  whoOf: (row: Row) => RecogniseLinkProps,
): readonly PlainColumn<Row>[] {
  const { abilities } = useSession().viewer;
  const office: PlainColumn<Row> = {
    id: "office",
    wideOnly: true,
    header: t`Office`,
    width: "minmax(6.5rem, 1fr)",
    cell: officeOf,
  };
  const actions: PlainColumn<Row> = {
    id: "actions",
    header: t`What to do`,
    width: "11.5rem",
    align: "end",
    cell: (row) => <RecogniseLink {...whoOf(row)} />,
  };
  return abilities.createRecognition ? [office, actions] : [office];
}

/** The bar has a filter of words only where it has a field for them. */
export type WithoutWords<Filter> = Filter & { readonly text?: undefined };

interface ExplainedFiltersProps {
  /** Who is in the list, in words. */
  readonly explanation: ReactNode;
  readonly children: ReactNode;
}

/** Says who is in the list, above what narrows it. */
export function ExplainedFilters({ explanation, children }: ExplainedFiltersProps) {
  return (
    <Stack gap="sm">
      <Text c="dimmed" maw="75ch">
        {explanation}
      </Text>
      {children}
    </Stack>
  );
}
