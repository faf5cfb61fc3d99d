import { countryName } from "@concord/shared/countries";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "react-router";
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
        0
      </Text>
    );
  }
  return (
    <Anchor component={Link} to={path} aria-label={`${count} ${label}`} underline="always">
      {count.toLocaleString("en-GB")}
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
        <NumbersHead of="Year" columns={["Together", "Rescued", "Received", "Given"]} />
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
                    label={`collaborations in ${year}`}
                    path={collaborationsPath(ofYear)}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.peopleRescued}
                    label={`people rescued in ${year}`}
                    path={collaborationsPath({ ...ofYear, measure: ["PEOPLE_RESCUED"] })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.recognitionsReceived}
                    label={`recognitions received in ${year}`}
                    path={recognitionsPath({ ...ofYear, direction: ["RECEIVED"] })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.recognitionsGiven}
                    label={`recognitions given in ${year}`}
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
        <NumbersHead of="Country" columns={["Partners", "Together", "Rescued"]} />
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
                    label={`partners in ${name}`}
                    path={partnersPath({ office, focusArea, country })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.collaborations}
                    label={`collaborations in ${name}`}
                    path={collaborationsPath({ ...filter, country })}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  <NumberLink
                    count={row.peopleRescued}
                    label={`people rescued in ${name}`}
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
