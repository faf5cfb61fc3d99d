import { checkInput } from "@concord/shared/rules/check";
import { createRecognitionRule, recognitionConsistency } from "@concord/shared/rules/recognitions";
import type { Confidentiality, FocusArea, RecognitionKind } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import type { PartyFieldsFragment, RecognitionFieldsFragment } from "../../generated/graphql.ts";
import type { ExternalIdValues } from "../../ui/external-ids-input.tsx";
import { rememberName } from "../../ui/known-names.ts";
import type { SourceValues } from "../../ui/sources-input.tsx";

/** A giver or recipient as the input has it; a partner or person that is not chosen yet is null. */
export type PartyFormValues = { us: true } | { partner: string | null } | { person: string | null };

/** What the form of a recognition holds, in the shape of the input. */
export type RecognitionFormValues = {
  kind: RecognitionKind | null;
  title: string;
  citation: string | null;
  date: string | null;
  occasion: string | null;
  place: string | null;
  givers: PartyFormValues[];
  recipients: PartyFormValues[];
  handedOverBy: string | null;
  takenBy: string | null;
  honours: string[];
  externalIds: ExternalIdValues[];
  evidence: SourceValues[];
  focusAreas: FocusArea[];
  confidentiality: Confidentiality;
  members: string[];
  office: string;
};

export const recognitionLabels = (): Readonly<Record<keyof RecognitionFormValues, string>> => ({
  kind: t`Kind`,
  title: t`Title`,
  citation: t`Citation`,
  date: t`Date`,
  occasion: t`Occasion`,
  place: t`Place`,
  givers: t`Givers`,
  recipients: t`Recipients`,
  handedOverBy: t`Handed over by`,
  takenBy: t`Taken by`,
  honours: t`Honours`,
  externalIds: t`External ids`,
  evidence: t`Evidence`,
  focusAreas: t`Focus areas`,
  confidentiality: t`Confidentiality`,
  members: t`Named members`,
  office: t`Responsible office`,
});

/** A new recognition; what the address says of partner or person, direction and collaboration is filled in. */
export function newRecognition(office: string, params: URLSearchParams): RecognitionFormValues {
  const partner = params.get("partner");
  const honours = params.get("honours");
  const person = params.get("person");
  const them: PartyFormValues[] = [person ? { person } : { partner }];
  const us: PartyFormValues[] = [{ us: true }];
  const given = params.get("direction") === "GIVEN";
  return {
    kind: null,
    title: "",
    citation: null,
    date: null,
    occasion: null,
    place: null,
    givers: given ? us : them,
    recipients: given ? them : us,
    handedOverBy: null,
    takenBy: null,
    honours: honours ? [honours] : [],
    externalIds: [],
    evidence: [],
    focusAreas: [],
    confidentiality: "INTERNAL",
    members: [],
    office,
  };
}

function partyValues(party: PartyFieldsFragment): PartyFormValues {
  rememberName(party.partner);
  rememberName(party.person);
  if (party.us) return { us: true };
  return party.person ? { person: party.person.id } : { partner: party.partner?.id ?? null };
}

export function recognitionValues(recognition: RecognitionFieldsFragment): RecognitionFormValues {
  rememberName(recognition.office);
  for (const { id, title } of recognition.honours) rememberName({ id, name: title });
  for (const member of recognition.members) rememberName(member);
  const { kind, title, citation, date, occasion, place, handedOverBy, takenBy, confidentiality } = recognition;
  return {
    kind,
    title,
    citation,
    date,
    occasion,
    place,
    givers: recognition.givers.map(partyValues),
    recipients: recognition.recipients.map(partyValues),
    handedOverBy,
    takenBy,
    honours: recognition.honours.map((honoured) => honoured.id),
    externalIds: recognition.externalIds.map(({ system, value }) => ({ system, value })),
    evidence: recognition.evidence.map(({ title: piece, url, date: of }) => ({ title: piece, url, date: of })),
    focusAreas: [...recognition.focusAreas],
    confidentiality,
    members: recognition.members.map((member) => member.id),
    office: recognition.office.id,
  };
}

export function checkRecognition(values: RecognitionFormValues) {
  const checked = checkInput(createRecognitionRule, values, recognitionConsistency);
  if (!checked.ok) return checked;
  const { id: _id, ...input } = checked.value;
  return { ok: true as const, value: input };
}
