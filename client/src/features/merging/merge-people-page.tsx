import { useApolloClient, useQuery } from "@apollo/client/react";
import { PERSON_CHOICES, positionKey, type Side, togetherPerson } from "@concord/shared/rules/merging";
import type { PersonValues, PositionValues } from "@concord/shared/rules/people";
import { externalIdKey } from "@concord/shared/rules/records";
import { plural, t } from "@lingui/core/macro";
import { useParams } from "react-router";
import {
  MergePeopleDocument,
  TwoPeopleDocument,
  type TwoPeopleQuery,
  type UpdatePersonInput,
} from "../../generated/graphql.ts";
import { intervalText } from "../../ui/date-texts.ts";
import { FORM_QUERY } from "../../ui/form-query.ts";
import { nameOf } from "../../ui/known-names.ts";
import { QueryView } from "../../ui/query-view.tsx";
import { writeAndForget } from "../../ui/write.ts";
import { personValues } from "../people/person-form.ts";
import { MergePage } from "./merge-page.tsx";
import {
  compared,
  counted,
  differingChoices,
  externalIdsList,
  type IsLeftOut,
  type Sides,
  whereLeftOut,
} from "./two-records.ts";

type MergedPerson = NonNullable<TwoPeopleQuery["keep"]>;

/** Two people side by side. */
export function MergePeoplePage() {
  const { id = "", otherId = "" } = useParams();
  const variables = { keep: id, merge: otherId };
  const { data, loading, error, refetch } = useQuery(TwoPeopleDocument, { variables, ...FORM_QUERY });
  const both = data?.keep && data.merge ? { keep: data.keep, merge: data.merge } : null;
  return (
    <QueryView data={both} loading={loading} error={error} refetch={() => void refetch()}>
      {({ keep, merge }) => <TwoPeople key={`${keep.id} ${merge.id}`} keep={keep} merge={merge} onReload={refetch} />}
    </QueryView>
  );
}

interface TwoPeopleProps {
  readonly keep: MergedPerson;
  readonly merge: MergedPerson;
  readonly onReload: () => Promise<unknown>;
}

const labels = () => ({ name: t`Name`, email: t`E-mail`, notes: t`Notes`, office: t`Responsible office` });

function TwoPeople({ keep, merge, onReload }: TwoPeopleProps) {
  const client = useApolloClient();
  const [own, theirs] = [valuesOf(keep), valuesOf(merge)];
  const shown = (choice: keyof ReturnType<typeof labels>, values: PersonValues) =>
    choice === "office" ? (nameOf(values.office) ?? values.office) : values[choice];
  return (
    <MergePage
      kind="PERSON"
      keep={keep}
      merge={merge}
      choices={(["name", "email", "notes", "office"] as const).map((choice) =>
        compared({ choice, label: labels()[choice], fields: PERSON_CHOICES[choice] }, own, theirs, {
          keep: shown(choice, own),
          merge: shown(choice, theirs),
        }),
      )}
      listsUnder={(sides) => listsOf(own, theirs, sides)}
      moves={[
        ...counted(merge.recognitions.totalCount, (count) =>
          plural(count, { one: "# recognition", other: "# recognitions" }),
        ),
        ...counted(merge.statements.totalCount, (count) =>
          plural(count, { one: "# statement", other: "# statements" }),
        ),
        ...counted(merge.attachments.length, (count) => plural(count, { one: "# file", other: "# files" })),
      ]}
      onMerge={(sides, isLeftOut) =>
        writeAndForget(client, MergePeopleDocument, {
          keep: keep.id,
          keepVersion: keep.version,
          merge: merge.id,
          mergeVersion: merge.version,
          fields: chosenPerson(own, theirs, sides, isLeftOut),
        })
      }
      onReload={onReload}
    />
  );
}

/** A person in the shape of the input; a position at a partner in the trash is not shown, and so not chosen. */
function valuesOf(person: MergedPerson): PersonValues {
  const values = personValues(person);
  const positions = values.positions.flatMap(({ partner, ...position }) => (partner ? [{ ...position, partner }] : []));
  return { ...values, positions };
}

function positionText({ partner, title, rank, from, to }: PositionValues): string {
  const held = from || to ? intervalText(from, to) : null;
  return [rank, title, nameOf(partner), held].filter(Boolean).join(", ");
}

function listsOf(keep: PersonValues, merge: PersonValues, sides: Sides) {
  const { aliases, positions, externalIds } = togetherPerson(keep, merge, sides);
  return [
    { list: "aliases", label: t`Other names`, items: aliases.map((name) => ({ key: name, text: name })) },
    {
      list: "positions",
      label: t`Positions`,
      items: positions.map((position) => ({ key: positionKey(position), text: positionText(position) })),
    },
    externalIdsList(externalIds),
  ];
}

function chosenPerson(
  keep: PersonValues,
  merge: PersonValues,
  sides: Readonly<Record<string, Side>>,
  isLeftOut: IsLeftOut,
): UpdatePersonInput {
  const both = togetherPerson(keep, merge, sides);
  const differing = differingChoices(PERSON_CHOICES, keep, merge);
  return {
    ...Object.fromEntries(differing.map((field) => [field, both[field]])),
    aliases: whereLeftOut(both.aliases, (name) => isLeftOut("aliases", name)),
    externalIds: whereLeftOut(both.externalIds, (id) => isLeftOut("externalIds", externalIdKey(id))),
    positions: whereLeftOut(both.positions, (position) => isLeftOut("positions", positionKey(position))),
  };
}
