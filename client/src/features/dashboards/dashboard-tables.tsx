import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { plural, t } from "@lingui/core/macro";
import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "react-router";
import { countryName } from "../../ui/country-names.ts";
import { numberText } from "../../ui/number-text.ts";
import { collaborationsPath } from "../collaborations/paths.ts";
import { partnersPath } from "../partners/paths.ts";
import { recognitionsPath } from "../recognitions/paths.ts";
import type { DashboardData } from "./dashboard-data.ts";

interface TableProps {
  readonly dashboard: DashboardData;
  readonly filter: DashboardFilter;
}

/** A number that leads to the list behind it; none leads nowhere. */
function NumberLink({ count, path, label }: { readonly count: number; readonly path: string; readonly label: string }) {
  if (count === 0) {
    return (
      <Text span c="dimmed">
        {numberText(0)}
      </Text>
    );
  }
  return (
    <Anchor component={Link} to={path} aria-label={label} underline="always">
      {numberText(count)}
    </Anchor>
  );
}

function NumbersHead({ of, columns }: { readonly of: string; readonly columns: readonly string[] }) {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{of}</Table.Th>
        {columns.map((column) => (
          <Table.Th key={column} scope="col" ta="end">
            {column}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

export function ByYearTable({ dashboard, filter }: TableProps) {
  return (
    <Table.ScrollContainer minWidth={380}>
      <Table>
        <NumbersHead of={t`Year`} columns={[t`Together`, t`Rescued`, t`Received`, t`Given`]} />
        <Table.Tbody>
          {dashboard.byYear.toReversed().map((row) => {
            const year = String(row.year).padStart(4, "0");
            const ofYear = { ...filter, from: year, to: year };
            return (
              <Table.Tr key={year}>
                <Table.Th scope="row">{year}</Table.Th>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.collaborations}
                    label={plural(row.collaborations, {
                      one: `# collaboration in ${year}`,
                      other: `# collaborations in ${year}`,
                    })}
                    path={collaborationsPath(ofYear)}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.peopleRescued}
                    label={plural(row.peopleRescued, {
                      one: `# person rescued in ${year}`,
                      other: `# people rescued in ${year}`,
                    })}
                    path={collaborationsPath({ ...ofYear, measure: ["PEOPLE_RESCUED"] })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.recognitionsReceived}
                    label={plural(row.recognitionsReceived, {
                      one: `# recognition received in ${year}`,
                      other: `# recognitions received in ${year}`,
                    })}
                    path={recognitionsPath({ ...ofYear, direction: ["RECEIVED"] })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.recognitionsGiven}
                    label={plural(row.recognitionsGiven, {
                      one: `# recognition given in ${year}`,
                      other: `# recognitions given in ${year}`,
                    })}
                    path={recognitionsPath({ ...ofYear, direction: ["GIVEN"] })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function ByCountryTable({ dashboard, filter }: TableProps) {
  const { office, focusArea } = filter;
  return (
    <Table.ScrollContainer minWidth={340}>
      <Table>
        <NumbersHead of={t`Country`} columns={[t`Partners`, t`Together`, t`Rescued`]} />
        <Table.Tbody>
          {dashboard.byCountry.map((row) => {
            const name = countryName(row.country);
            const country = [row.country];
            return (
              <Table.Tr key={row.country}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.partners}
                    label={plural(row.partners, { one: `# partner in ${name}`, other: `# partners in ${name}` })}
                    path={partnersPath({ office, focusArea, country })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.collaborations}
                    label={plural(row.collaborations, {
                      one: `# collaboration in ${name}`,
                      other: `# collaborations in ${name}`,
                    })}
                    path={collaborationsPath({ ...filter, country })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.peopleRescued}
                    label={plural(row.peopleRescued, {
                      one: `# person rescued in ${name}`,
                      other: `# people rescued in ${name}`,
                    })}
                    path={collaborationsPath({ ...filter, country, measure: ["PEOPLE_RESCUED"] })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
