import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Group, Select } from "@mantine/core";
import { ReadImportDocument, type ReadImportInput } from "../../generated/graphql.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { Section } from "../../ui/section.tsx";
import { useAction } from "./use-action.ts";
import type { ImportFile } from "./use-import.ts";

const encodings = () =>
  [
    { value: "UTF_8", label: t`UTF-8` },
    { value: "WINDOWS_1252", label: t`Windows (Western Europe)` },
    { value: "UTF_16LE", label: t`Unicode (UTF-16)` },
    { value: "UTF_16BE", label: t`Unicode (UTF-16, big-endian)` },
    { value: "MACINTOSH", label: t`Macintosh` },
  ] as const;
const separators = () =>
  [
    { value: ",", label: t`Comma` },
    { value: ";", label: t`Semicolon` },
    { value: "\t", label: t`Tab` },
    { value: "|", label: t`Bar` },
  ] as const;

/** How the file was read; another choice reads it again. */
export function FileFormat({ file }: { readonly file: ImportFile }) {
  const client = useApolloClient();
  const { busy, failure, run } = useAction();
  const { encoding, separator, sheet, sheets } = file.format;
  const known: ReadImportInput = { encoding, separator, sheet };
  const read = (changed: ReadImportInput) =>
    void run(() =>
      client.mutate({ mutation: ReadImportDocument, variables: { id: file.id, input: { ...known, ...changed } } }),
    );
  const isWorkbook = sheets.length > 0;
  if (isWorkbook && sheets.length === 1) return null;
  return (
    <Section title={t`How the file is read`}>
      {failure && <FailureAlert failure={failure} />}
      <Group align="flex-end">
        {isWorkbook ? (
          <Select
            label={t`Sheet`}
            data={sheets}
            value={sheet}
            disabled={busy}
            allowDeselect={false}
            onChange={(chosen) => read({ sheet: chosen })}
          />
        ) : (
          <>
            <Select
              label={t`Characters`}
              description={t`Where letters with accents look wrong`}
              data={encodings()}
              w={260}
              value={encoding}
              disabled={busy}
              allowDeselect={false}
              onChange={(chosen) =>
                read({ encoding: encodings().find(({ value }) => value === chosen)?.value ?? null })
              }
            />
            <Select
              label={t`Between the columns`}
              description={t`Where the columns are not parted`}
              data={separators()}
              value={separator}
              disabled={busy}
              allowDeselect={false}
              onChange={(chosen) => read({ separator: chosen })}
            />
          </>
        )}
      </Group>
    </Section>
  );
}
