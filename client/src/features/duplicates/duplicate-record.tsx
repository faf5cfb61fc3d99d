import { PARTNER_KIND_LABELS, speaksAgainst } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, List, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { Link } from "react-router";
import { partnerName } from "../../ui/partner-name.ts";
import { PlaceText } from "../../ui/place-text.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { wordsOf } from "../../ui/words.ts";
import { type DuplicateReason, type DuplicateRecord, reasonText } from "./reason-text.ts";

/** How a record is called in a sentence. */
export function nameOfRecord(record: DuplicateRecord): string {
  return record.__typename === "Partner" ? partnerName(record) : record.name;
}

/** One of two records: what tells it from the other at a glance. Its link opens a new tab, so that a form stays. */
export function DuplicateRecordSummary({ record }: { readonly record: DuplicateRecord }) {
  const path = recordPath(record.__typename === "Partner" ? "PARTNER" : "PERSON", record.id);
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={path} target="_blank" fw={600} underline="always">
        {nameOfRecord(record)}
        <VisuallyHidden>
          {" "}
          <Trans>(opens in a new tab)</Trans>
        </VisuallyHidden>
      </Anchor>
      {record.__typename === "Partner" ? <AboutPartner partner={record} /> : <AboutPerson person={record} />}
      <Text size="sm" c="dimmed">
        {t`Office: ${{ office: record.office.name }}`}
      </Text>
    </Stack>
  );
}

function AboutPartner({ partner }: { readonly partner: Extract<DuplicateRecord, { __typename: "Partner" }> }) {
  const otherNames = partner.aliases.map((alias) => alias.name).join(", ");
  return (
    <>
      <Text size="sm">
        {wordsOf(PARTNER_KIND_LABELS)[partner.kind]}
        {(partner.country !== null || partner.international) && ", "}
        <PlaceText {...partner} />
      </Text>
      {partner.parent && <Text size="sm">{t`Part of ${{ parent: partner.parent.name }}`}</Text>}
      {otherNames !== "" && (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {t`Also ${otherNames}`}
        </Text>
      )}
    </>
  );
}

function AboutPerson({ person }: { readonly person: Extract<DuplicateRecord, { __typename: "Person" }> }) {
  const [position] = person.positions;
  const otherNames = person.otherNames.join(", ");
  return (
    <>
      {position && (
        <Text size="sm">{[position.rank, position.title, position.partner?.name].filter(Boolean).join(", ")}</Text>
      )}
      {otherNames !== "" && <Text size="sm" c="dimmed" lineClamp={2}>{t`Also ${otherNames}`}</Text>}
    </>
  );
}

/** Why two may be one, in words: what speaks for it, then what speaks against it. */
export function DuplicateReasons({ reasons }: { readonly reasons: readonly DuplicateReason[] }) {
  return (
    <List size="sm" spacing={2} center pl={0}>
      {reasons.map((reason) => {
        const against = speaksAgainst(reason.code);
        return (
          <List.Item
            key={reason.code}
            icon={against ? <IconMinus size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
          >
            <VisuallyHidden>{against ? t`Against it:` : t`For it:`} </VisuallyHidden>
            {reasonText(reason)}
          </List.Item>
        );
      })}
    </List>
  );
}
