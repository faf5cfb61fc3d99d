import { useApolloClient } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Box, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { CheckImportDocument, type ImportDateOrder } from "../../generated/graphql.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { Section } from "../../ui/section.tsx";
import { OfficeSelect } from "../offices/office-select.tsx";
import classes from "./columns-step.module.css";
import { FileFormat } from "./file-format.tsx";
import { FirstRows } from "./first-rows.tsx";
import { useAction } from "./use-action.ts";
import type { ImportFile } from "./use-import.ts";

type Field = ImportFile["fields"][number];

const FOUND_BY = {
  NAME: msg`Found by its name`,
  ALIAS: msg`Found by its name`,
  CONTENT: msg`Found by what stands in it`,
} as const;

interface ColumnsStepProps {
  readonly file: ImportFile;
  readonly onMatched: () => void;
}

/** What each column holds, as it was proposed and can be changed; and what is said of all rows. */
export function ColumnsStep({ file, onMatched }: ColumnsStepProps) {
  const client = useApolloClient();
  const { busy, failure, run } = useAction();
  const proposed = file.mapping;
  const [columns, setColumns] = useState<readonly (string | null)[]>(proposed?.columns ?? []);
  const [forAll, setForAll] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries((proposed?.forAll ?? []).map(({ field, value }) => [field, value])),
  );
  const [dateOrder, setDateOrder] = useState<ImportDateOrder | null>(proposed?.dateOrder ?? null);
  const [system, setSystem] = useState(proposed?.system ?? "");
  const [office, setOffice] = useState(proposed?.office.id ?? "");

  const unsaid = file.fields.filter(({ id }) => !columns.includes(id));
  const missing = unsaid.filter(({ id, required }) => required && !forAll[id] && !isNamedInParts(id, columns));
  const check = () =>
    run(async () => {
      const said = Object.entries(forAll).filter(([field, value]) => value !== "" && !columns.includes(field));
      const input = {
        columns: [...columns],
        forAll: said.map(([field, value]) => ({ field, value })),
        dateOrder,
        system: system.trim() === "" ? null : system,
        office,
      };
      await client.mutate({ mutation: CheckImportDocument, variables: { id: file.id, input } });
      onMatched();
    });

  return (
    <Stack gap="lg">
      <FileFormat file={file} />
      <Section title={t`What the columns hold`}>
        <Box component="ul" className={classes["columns"] ?? ""}>
          {file.columns.map((column, index) => (
            <ColumnMatch
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one heading; their place is what tells them apart
              key={index}
              column={column}
              fields={file.fields}
              chosen={columns[index] ?? null}
              isAsProposed={proposed?.columns[index] === columns[index]}
              taken={columns.filter((id) => id !== columns[index])}
              onChoose={(field) => setColumns(columns.with(index, field))}
            />
          ))}
        </Box>
      </Section>
      <FirstRows file={file} />
      <Section title={t`What holds for all rows`}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {unsaid
              .filter((field) => field.forAll)
              .map((field) => (
                <ForAllField
                  key={field.id}
                  field={field}
                  value={forAll[field.id] ?? ""}
                  onChange={(value) => setForAll({ ...forAll, [field.id]: value })}
                />
              ))}
            <Select
              label={t`Dates as 3/4/2005`}
              data={dateOrders()}
              value={dateOrder ?? ""}
              allowDeselect={false}
              onChange={(value) => setDateOrder(value === "DAY_FIRST" || value === "MONTH_FIRST" ? value : null)}
            />
            <OfficeSelect value={office} onChange={setOffice} />
            {columns.includes("externalIds") && (
              <TextInput
                label={t`The ids are ids of`}
                description={t`Imports with the same words know the same ids again`}
                value={system}
                onChange={(event) => setSystem(event.currentTarget.value)}
              />
            )}
          </SimpleGrid>
        </Stack>
      </Section>
      {missing.length > 0 && <MissingFields fields={missing} />}
      {failure && <FailureAlert failure={failure} />}
      <Group>
        <Button loading={busy} onClick={() => void check()}>
          <Trans>Check every row</Trans>
        </Button>
        <Text size="sm" c="dimmed">
          <Trans>Nothing is written yet.</Trans>
        </Text>
      </Group>
    </Stack>
  );
}

const dateOrders = () => [
  { value: "", label: t`As each column tells by itself` },
  { value: "DAY_FIRST", label: t`The day comes first` },
  { value: "MONTH_FIRST", label: t`The month comes first` },
];

/** A person's name may come in two columns. */
function isNamedInParts(id: string, columns: readonly (string | null)[]): boolean {
  return id === "name" && columns.includes("familyName");
}

interface ColumnMatchProps {
  readonly column: ImportFile["columns"][number];
  readonly fields: readonly Field[];
  readonly chosen: string | null;
  readonly isAsProposed: boolean;
  /** The fields of other columns. */
  readonly taken: readonly (string | null)[];
  readonly onChoose: (field: string | null) => void;
}

function ColumnMatch({ column, fields, chosen, isAsProposed, taken, onChoose }: ColumnMatchProps) {
  const { header } = column;
  const found = column.foundBy !== null && isAsProposed && chosen !== null ? i18n._(FOUND_BY[column.foundBy]) : null;
  return (
    <Box component="li" className={classes["column"] ?? ""}>
      <Text fw={600}>{column.header}</Text>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {column.samples.length === 0 ? t`Empty in the first rows` : column.samples.join(" · ")}
      </Text>
      <Select
        aria-label={t`What ${header} holds`}
        description={found}
        placeholder={t`Left out`}
        data={fields.map(({ id, label, several }) => ({
          value: id,
          label,
          disabled: !several && id !== chosen && taken.includes(id),
        }))}
        value={chosen}
        onChange={onChoose}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t`Leave ${header} out` }}
        nothingFoundMessage={t`No such field`}
      />
    </Box>
  );
}

interface ForAllFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What a row says of a field that has no column. */
function ForAllField({ field: { label, required, choices }, value, onChange }: ForAllFieldProps) {
  if (choices.length === 0) {
    return (
      <TextInput
        label={label}
        withAsterisk={required}
        placeholder={t`Nothing`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Select
      label={label}
      withAsterisk={required}
      placeholder={t`Nothing`}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={value === "" ? null : value}
      onChange={(chosen) => onChange(chosen ?? "")}
      clearable
      clearButtonProps={{ "aria-label": t`Empty: ${label}` }}
    />
  );
}

function MissingFields({ fields }: { readonly fields: readonly Field[] }) {
  const names = fields.map(({ label }) => label).join(", ");
  return (
    <Alert color="yellow" variant="outline" title={t`Nothing new can be added yet`}>
      <Trans>
        A new record needs this, and no column holds it: {names}. Choose its column, or what holds for all rows. Records
        that are there already can be changed without it.
      </Trans>
    </Alert>
  );
}
