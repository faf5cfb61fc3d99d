import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { PageTitle } from "../../ui/page-title.tsx";
import { mergePath, recordPath } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { PartnerSelect } from "../partners/partner-select.tsx";
import { PersonSelect } from "../people/person-select.tsx";
import { mergeTexts } from "./merge-texts.ts";
import type { MergedKind } from "./two-records.ts";

/** With which partner one is merged. */
export function ChooseOtherPartnerPage() {
  return <ChooseOther kind="PARTNER">{(field) => <PartnerSelect {...field} />}</ChooseOther>;
}

/** With which person one is merged. */
export function ChooseOtherPersonPage() {
  return <ChooseOther kind="PERSON">{(field) => <PersonSelect {...field} />}</ChooseOther>;
}

interface OtherField {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error: string | null;
}

interface ChooseOtherProps {
  readonly kind: MergedKind;
  readonly children: (field: OtherField) => ReactNode;
}

function ChooseOther({ kind, children }: ChooseOtherProps) {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const [other, setOther] = useState<string | null>(null);
  const isItself = other === id;
  return (
    <Stack gap="lg">
      <PageTitle title={mergeTexts(kind).title} />
      <Section title={t`The other record`}>
        <Stack maw={640}>
          <Text>{mergeTexts(kind).choose}</Text>
          {children({
            label: mergeTexts(kind).other,
            value: other,
            onChange: setOther,
            error: isItself ? t`This is the record from which you came. Choose the other one.` : null,
          })}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => navigate(recordPath(kind, id))}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              disabled={other === null || isItself}
              onClick={() => other !== null && navigate(mergePath(kind, id, other))}
            >
              <Trans>Compare them</Trans>
            </Button>
          </Group>
        </Stack>
      </Section>
    </Stack>
  );
}
