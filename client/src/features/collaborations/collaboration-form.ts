import { checkInput } from "@concord/shared/rules/check";
import { collaborationConsistency, createCollaborationRule } from "@concord/shared/rules/collaborations";
import type {
  AppearanceRole,
  CollaborationKind,
  Confidentiality,
  FocusArea,
  OutcomeMeasure,
  ParticipantRole,
  Stage,
} from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { CollaborationFieldsFragment } from "../../generated/graphql.ts";
import type { ExternalIdValues } from "../../ui/external-ids-input.tsx";
import { rememberName } from "../../ui/known-names.ts";
import type { SourceValues } from "../../ui/sources-input.tsx";

/** What the form of a collaboration holds, in the shape of the input. */
export type CollaborationFormValues = {
  title: string;
  kind: CollaborationKind | null;
  stage: Stage;
  begin: string | null;
  end: string | null;
  place: string | null;
  country: string | null;
  subdivision: string | null;
  confidentiality: Confidentiality;
  focusAreas: FocusArea[];
  summary: string | null;
  ask: string | null;
  link: string | null;
  participants: { partner: string | null; role: ParticipantRole }[];
  outcomes: { measure: OutcomeMeasure | null; count: number | string }[];
  milestones: { date: string | null; title: string }[];
  follows: string[];
  appearances: {
    /** Null for somebody new. */
    id: string | null;
    name: string;
    role: AppearanceRole;
    count: number | string;
    protected: boolean;
    consent: boolean;
    description: string | null;
    employer: string | null;
  }[];
  externalIds: ExternalIdValues[];
  sources: SourceValues[];
  members: string[];
  office: string;
};

export const collaborationLabels = (): Readonly<Record<keyof CollaborationFormValues, string>> => ({
  title: t`Title`,
  kind: t`Kind`,
  stage: t`Stage`,
  begin: t`Begin`,
  end: t`End`,
  place: t`Place`,
  country: t`Country`,
  subdivision: t`State or province`,
  confidentiality: t`Confidentiality`,
  focusAreas: t`Focus areas`,
  summary: t`Summary`,
  ask: t`The ask`,
  link: t`Link`,
  participants: t`Participants`,
  outcomes: t`Outcomes`,
  milestones: t`Milestones`,
  follows: t`Follows`,
  appearances: t`People who appear`,
  externalIds: t`External ids`,
  sources: t`Sources`,
  members: t`Named members`,
  office: t`Responsible office`,
});

export function newCollaboration(office: string, partner: string | null): CollaborationFormValues {
  return {
    title: "",
    kind: null,
    stage: "COMPLETED",
    begin: null,
    end: null,
    place: null,
    country: null,
    subdivision: null,
    confidentiality: "INTERNAL",
    focusAreas: [],
    summary: null,
    ask: null,
    link: null,
    participants: partner ? [{ partner, role: "SUPPORT" }] : [],
    outcomes: [],
    milestones: [],
    follows: [],
    appearances: [],
    externalIds: [],
    sources: [],
    members: [],
    office,
  };
}

export function collaborationValues(collaboration: CollaborationFieldsFragment): CollaborationFormValues {
  const { participants, appearances, follows, members, office } = collaboration;
  rememberName(office);
  for (const { partner } of participants) rememberName(partner);
  for (const { employer } of appearances) rememberName(employer);
  for (const { id, title } of follows) rememberName({ id, name: title });
  for (const member of members) rememberName(member);
  const { title, kind, stage, begin, end, place, country, subdivision, confidentiality, summary, ask, link } =
    collaboration;
  return {
    title,
    kind,
    stage,
    begin,
    end,
    place,
    country,
    subdivision,
    confidentiality,
    focusAreas: [...collaboration.focusAreas],
    summary,
    ask,
    link,
    participants: participants.map(({ partner, role }) => ({ partner: partner.id, role })),
    outcomes: collaboration.outcomes.map(({ measure, count }) => ({ measure, count })),
    milestones: collaboration.milestones.map(({ date, title: milestone }) => ({ date, title: milestone })),
    follows: follows.map((followed) => followed.id),
    appearances: appearances.map(
      ({ id, name, role, count, protected: isProtected, consent, description, employer }) => ({
        id,
        name,
        role,
        count,
        protected: isProtected,
        consent,
        description,
        employer: employer?.id ?? null,
      }),
    ),
    externalIds: collaboration.externalIds.map(({ system, value }) => ({ system, value })),
    sources: collaboration.sources.map(({ title: source, url, date }) => ({ title: source, url, date })),
    members: members.map((member) => member.id),
    office: office.id,
  };
}

export function checkCollaboration(values: CollaborationFormValues) {
  const checked = checkInput(createCollaborationRule, values, collaborationConsistency);
  if (!checked.ok) return checked;
  const { id: _id, ...input } = checked.value;
  return { ok: true as const, value: input };
}
