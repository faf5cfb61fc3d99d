import { t } from "@lingui/core/macro";
import { SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { RowsInput, type RowTexts } from "../../ui/rows-input.tsx";
import { useSession } from "../../ui/session.ts";
import { PartnerSelect } from "../partners/partner-select.tsx";
import { PersonSelect } from "../people/person-select.tsx";
import type { PartyFormValues } from "./recognition-form.ts";

interface PartiesInputProps {
  readonly legend: string;
  /** "Who the giver is" */
  readonly whoLabel: string;
  readonly texts: RowTexts;
  readonly name: "givers" | "recipients";
  readonly value: readonly PartyFormValues[];
  readonly onChange: (value: PartyFormValues[]) => void;
  readonly errors: Readonly<Record<string, ReactNode>>;
}

const EMPTY: Readonly<Record<string, PartyFormValues>> = {
  us: { us: true },
  partner: { partner: null },
  person: { person: null },
};

function sortOf(party: PartyFormValues): string {
  if ("us" in party) return "us";
  return "partner" in party ? "partner" : "person";
}

/** Who gives or receives: us, partners, people at them. */
export function PartiesInput({ legend, whoLabel, texts, name, value, onChange, errors }: PartiesInputProps) {
  const { shortName } = useSession().installation;
  return (
    <RowsInput
      legend={legend}
      texts={texts}
      rows={value}
      error={errors[name]}
      onAdd={() => onChange([...value, { partner: null }])}
      onRemove={(index) => onChange(value.toSpliced(index, 1))}
    >
      {(party, index) => (
        <Stack gap={4}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
            <SegmentedControl
              aria-label={whoLabel}
              value={sortOf(party)}
              data={[
                { value: "us", label: shortName },
                { value: "partner", label: t`A partner` },
                { value: "person", label: t`A person` },
              ]}
              onChange={(sort) => onChange(value.with(index, EMPTY[sort] ?? party))}
            />
            {"partner" in party && (
              <PartnerSelect
                label={t`Partner`}
                withAsterisk
                value={party.partner}
                error={errors[`${name}.${index}.partner`]}
                onChange={(partner) => onChange(value.with(index, { partner }))}
              />
            )}
            {"person" in party && (
              <PersonSelect
                label={t`Person`}
                withAsterisk
                value={party.person}
                error={errors[`${name}.${index}.person`]}
                onChange={(person) => onChange(value.with(index, { person }))}
              />
            )}
          </SimpleGrid>
          {errors[`${name}.${index}`] && (
            <Text size="sm" c="var(--mantine-color-error)">
              {errors[`${name}.${index}`]}
            </Text>
          )}
        </Stack>
      )}
    </RowsInput>
  );
}
