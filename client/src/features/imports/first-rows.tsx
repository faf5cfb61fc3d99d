import { useQuery } from "@apollo/client/react";
import { Trans } from "@lingui/react/macro";
import { Box, Collapse, Table, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { FirstRowsDocument } from "../../generated/graphql.ts";
import type { ImportFile } from "./use-import.ts";

/** The first rows as they stand in the file. */
export function FirstRows({ file }: { readonly file: ImportFile }) {
  const [opened, { toggle }] = useDisclosure(false);
  const { data } = useQuery(FirstRowsDocument, { variables: { import: file.id }, skip: !opened });
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <Box>
      <UnstyledButton onClick={toggle} aria-expanded={opened} fw={600}>
        <Icon size={16} aria-hidden style={{ verticalAlign: "-3px" }} /> <Trans>The first rows of the file</Trans>
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Table.ScrollContainer minWidth={480} mt="sm">
          <Table className="surface">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">
                  <Trans>Row</Trans>
                </Table.Th>
                {file.columns.map(({ header }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one heading
                  <Table.Th scope="col" key={index}>
                    {header}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(data?.importRows.edges ?? []).map(({ node }) => (
                <Table.Tr key={node.id}>
                  <Table.Td>{node.number}</Table.Td>
                  {file.columns.map((_column, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is where it stands
                    <Table.Td key={index}>{node.cells[index] ?? ""}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Collapse>
    </Box>
  );
}
