import { useQuery } from "@apollo/client/react";
import { QUIET_MONTHS } from "@concord/shared/lists-behind";
import { t } from "@lingui/core/macro";
import { Grid, Stack, Text } from "@mantine/core";
import { useParams, useSearchParams } from "react-router";
import { OfficePageDocument } from "../../generated/graphql.ts";
import { countryName } from "../../ui/country-names.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { useSession } from "../../ui/session.ts";
import { months } from "../../ui/url-state.ts";
import { OfficeDue } from "./office-due.tsx";
import { OfficeDuplicates, OfficePartners, OwnUnsent, QuietPartners } from "./office-sections.tsx";

/** What waits in an office: each number is the total of the list to which it leads. */
export function OfficePage() {
  const { id = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const { viewer } = useSession();
  const quietMonths = months(params.getAll("quietMonths")) ?? QUIET_MONTHS;
  const { data, previousData, loading, error, refetch } = useQuery(OfficePageDocument, {
    variables: { id, quietMonths },
    // A few of each are read, under the filter of a list of many: what the list has read is not to end with them.
    fetchPolicy: "no-cache",
  });
  const shown = data ?? (previousData?.office?.id === id ? previousData : undefined);
  return (
    <QueryView data={shown?.office ? shown : null} loading={loading} error={error} refetch={() => void refetch()}>
      {(page) => (
        <Stack gap="lg">
          <Stack gap={6}>
            <PageTitle title={t`Office ${{ name: page.office?.name ?? "" }}`} />
            <Text c="dimmed">
              {[page.office?.city, countryName(page.office?.country ?? "")].filter(Boolean).join(", ")}
            </Text>
          </Stack>
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack gap="lg">
                <OfficeDue office={id} page={page} />
                <QuietPartners
                  office={id}
                  page={page}
                  quietMonths={quietMonths}
                  onQuietMonths={(chosen) => setParams({ quietMonths: String(chosen) }, { replace: true })}
                />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="lg">
                <OfficePartners office={id} page={page} />
                <OfficeDuplicates office={id} page={page} />
                {viewer.office.id === id && <OwnUnsent />}
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
      )}
    </QueryView>
  );
}
