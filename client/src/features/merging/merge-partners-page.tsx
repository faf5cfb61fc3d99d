import { useApolloClient, useQuery } from "@apollo/client/react";
import { PARTNER_CHOICES, sourceKey, togetherPartner } from "@concord/shared/rules/merging";
import type { PartnerValues } from "@concord/shared/rules/partners";
import {
  FOCUS_AREA_LABELS,
  PARTNER_KIND_LABELS,
  PARTNER_STATUS_LABELS,
  type PartnerStatus,
} from "@concord/shared/vocabularies";
import { plural, t } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { MergePartnersDocument, TwoPartnersDocument } from "../../generated/graphql.ts";
import { dateText } from "../../ui/date-texts.ts";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { nameOf } from "../../ui/known-names.ts";
import { PlaceText } from "../../ui/place-text.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { wordsOf } from "../../ui/words.ts";
import { writeAndForget } from "../../ui/write.ts";
import { MergePage } from "./merge-page.tsx";
import { chosenPartner, type MergedPartner, type PartnerChoice, valuesBeside } from "./partner-merge.ts";
import { compared, counted, externalIdsList, type Sides } from "./two-records.ts";

/** Two partners side by side. */
export function MergePartnersPage() {
  const { id = "", otherId = "" } = useParams();
  const variables = { keep: id, merge: otherId };
  const { data, loading, error, refetch } = useQuery(TwoPartnersDocument, { variables, ...FORM_QUERY });
  const both = data?.keep && data.merge ? { keep: data.keep, merge: data.merge } : null;
  return (
    <QueryView data={both} loading={loading} error={error} refetch={() => void refetch()}>
      {({ keep, merge }) => <TwoPartners key={`${keep.id} ${merge.id}`} keep={keep} merge={merge} onReload={refetch} />}
    </QueryView>
  );
}

interface TwoPartnersProps {
  readonly keep: MergedPartner;
  readonly merge: MergedPartner;
  readonly onReload: () => Promise<unknown>;
}

function TwoPartners({ keep, merge, onReload }: TwoPartnersProps) {
  const client = useApolloClient();
  const [own, theirs] = [valuesBeside(keep, merge), valuesBeside(merge, keep)];
  const choices = labelled().map(({ choice, label }) =>
    compared({ choice, label, fields: PARTNER_CHOICES[choice] }, own, theirs, {
      keep: shown(choice, keep, own),
      merge: shown(choice, merge, theirs),
    }),
  );
  return (
    <MergePage
      kind="PARTNER"
      keep={keep}
      merge={merge}
      choices={choices}
      listsUnder={(sides) => listsOf(own, theirs, sides)}
      moves={movesOf(merge)}
      onMerge={(sides, isLeftOut) =>
        writeAndForget(client, MergePartnersDocument, {
          keep: keep.id,
          keepVersion: keep.version,
          merge: merge.id,
          mergeVersion: merge.version,
          fields: chosenPartner(own, theirs, sides, isLeftOut),
        })
      }
      onReload={onReload}
    />
  );
}

const labelled = (): readonly { readonly choice: PartnerChoice; readonly label: string }[] => [
  { choice: "name", label: t`Name` },
  { choice: "shortName", label: t`Short name` },
  { choice: "kind", label: t`Kind` },
  { choice: "status", label: t`Status` },
  { choice: "parent", label: t`Part of` },
  { choice: "jurisdiction", label: t`Jurisdiction` },
  { choice: "summary", label: t`Summary` },
  { choice: "website", label: t`Website` },
  { choice: "email", label: t`E-mail` },
  { choice: "office", label: t`Responsible office` },
];

function shown(choice: PartnerChoice, partner: MergedPartner, values: PartnerValues): ReactNode {
  switch (choice) {
    case "kind":
      return wordsOf(PARTNER_KIND_LABELS)[values.kind];
    case "status":
      return <Statuses history={values.statusHistory} />;
    case "parent":
      return values.parent === null ? null : (nameOf(values.parent) ?? values.parent);
    case "jurisdiction":
      return partner.international || partner.country ? <PlaceText {...partner} /> : null;
    case "office":
      return nameOf(values.office) ?? values.office;
    default:
      return values[choice];
  }
}

function statusText(status: PartnerStatus, since: string | null): string {
  const words = wordsOf(PARTNER_STATUS_LABELS)[status];
  return since === null ? words : t`${words} since ${{ since: dateText(since) }}`;
}

function Statuses({ history }: { readonly history: PartnerValues["statusHistory"] }) {
  return (
    <>
      {history.map(({ status, since }) => (
        <Text span display="block" key={`${status} ${since ?? ""}`}>
          {statusText(status, since)}
        </Text>
      ))}
    </>
  );
}

function listsOf(keep: PartnerValues, merge: PartnerValues, sides: Sides) {
  const { aliases, focusAreas, externalIds, sources } = togetherPartner(keep, merge, sides);
  return [
    { list: "aliases", label: t`Aliases`, items: aliases.map(({ name }) => ({ key: name, text: name })) },
    {
      list: "focusAreas",
      label: t`Focus areas`,
      items: focusAreas.map((area) => ({ key: area, text: wordsOf(FOCUS_AREA_LABELS)[area] })),
    },
    externalIdsList(externalIds),
    {
      list: "sources",
      label: t`Sources`,
      items: sources.map((source) => ({ key: sourceKey(source), text: source.title })),
    },
  ];
}

function movesOf({ people, collaborations, recognitions, statements, units, attachments }: MergedPartner): string[] {
  return [
    ...counted(collaborations.totalCount, (count) =>
      plural(count, { one: "# collaboration", other: "# collaborations" }),
    ),
    ...counted(recognitions.totalCount, (count) => plural(count, { one: "# recognition", other: "# recognitions" })),
    ...counted(statements.totalCount, (count) => plural(count, { one: "# statement", other: "# statements" })),
    ...counted(people.totalCount, (count) =>
      plural(count, { one: "# person with a position there", other: "# people with a position there" }),
    ),
    ...counted(units.totalCount, (count) => plural(count, { one: "# unit", other: "# units" })),
    ...counted(attachments.length, (count) => plural(count, { one: "# file", other: "# files" })),
  ];
}
