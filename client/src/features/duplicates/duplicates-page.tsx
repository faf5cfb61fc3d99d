import { DUPLICATE_KIND_LABELS } from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Box, Checkbox, Group, SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";
import { DuplicatesDocument } from "../../generated/graphql.ts";
import { CodeMultiSelect } from "../../ui/code-select.tsx";
import { countFilters, someOf } from "../../ui/filter-bar.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ShowMore, useReadingOn } from "../../ui/reading-on.tsx";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { OfficeMultiSelect } from "../offices/office-select.tsx";
import { DuplicatePairCard } from "./duplicate-pair.tsx";
import { duplicateAddress } from "./paths.ts";

const duplicatesReading = listReading({
  document: DuplicatesDocument,
  pick: (data) => data.duplicates,
  address: duplicateAddress,
  sorts: [],
  sort: { field: "SCORE", direction: "DESC" },
});

const states = () => [
  { value: "open", label: t({ message: t`Open`, context: "not decided yet" }) },
  { value: "dismissed", label: t`Said to be two` },
];

/** The pairs of the whole register that are likely one, the likeliest first. */
export function DuplicatesPage() {
  const { filter, setFilter, query } = useUrlList(duplicatesReading);
  const reading = useReadingOn(query.data?.pageInfo, query.fetchMore);
  const total = query.data?.totalCount ?? null;
  return (
    <Stack gap="md">
      <Group align="baseline" gap="sm">
        <PageTitle title={t`Likely duplicates`} />
        <Text c="dimmed" role="status" aria-live="polite">
          {total === null ? "" : plural(total, { one: "# pair", other: "# pairs" })}
        </Text>
      </Group>
      <Text c="dimmed" maw="75ch">
        <Trans>
          Two records that may be one agency or one person. Merge them, or say that they are two: then they are not
          suggested again until one of them changes its name.
        </Trans>
      </Text>
      <SimpleGrid
        component="search"
        aria-label={t`Filters`}
        cols={{ base: 1, sm: 3 }}
        spacing="sm"
        style={{ alignItems: "end" }}
      >
        <CodeMultiSelect label={t`Kind`} labels={DUPLICATE_KIND_LABELS} {...someOf(filter, setFilter, "kind")} />
        <OfficeMultiSelect {...someOf(filter, setFilter, "office")} />
        <SegmentedControl
          aria-label={t`Which pairs`}
          data={states()}
          value={filter.dismissed ? "dismissed" : "open"}
          onChange={(value) => setFilter({ ...filter, dismissed: value === "dismissed" ? true : undefined })}
        />
        <Checkbox
          label={t`Only those about which I may decide`}
          checked={filter.mayDecide === true}
          onChange={(event) => setFilter({ ...filter, mayDecide: event.currentTarget.checked || undefined })}
        />
      </SimpleGrid>
      <QueryView {...query}>
        {({ edges, upToDate }) => (
          <Stack gap="md">
            {!upToDate && (
              <Alert variant="outline" role="status" title={t`The register is being compared anew`}>
                <Trans>
                  Pairs may still be missing here. Come back later: it may take some minutes after an upgrade.
                </Trans>
              </Alert>
            )}
            {edges.length === 0 && <NoPairs isFiltered={countFilters(filter) > 0} />}
            {edges.map(({ node }) => (
              <DuplicatePairCard key={node.id} pair={node} />
            ))}
            <Group justify="center">
              <ShowMore reading={reading}>
                <Trans>Show more pairs</Trans>
              </ShowMore>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}

function NoPairs({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <Box className="surface" p="xl">
      <Text fw={600} ta="center">
        {isFiltered ? t`No pairs match these filters` : t`No two records look like one`}
      </Text>
      <Text c="dimmed" ta="center">
        {isFiltered ? t`Take a filter away.` : t`What is found when records are added or renamed will be listed here.`}
      </Text>
    </Box>
  );
}
