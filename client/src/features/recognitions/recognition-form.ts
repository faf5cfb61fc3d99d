import { checkInput } from "@concord/shared/rules/check";
import { createRecognitionRule, recognitionConsistency } from "@concord/shared/rules/recognitions";
import type { Confidentiality, FocusArea, RecognitionKind } from "@concord/shared/vocabularies";
import type { PartyFieldsFragment, RecognitionFieldsFragment } from "../../generated/graphql.ts";
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
  evidence: SourceValues[];
  focusAreas: FocusArea[];
  confidentiality: Confidentiality;
  members: string[];
  office: string;
};

export const RECOGNITION_LABELS: Readonly<Record<keyof RecognitionFormValues, string>> = {
  kind: "Kind",
  title: "Title",
  citation: "Citation",
  date: "Date",
  occasion: "Occasion",
  place: "Place",
  givers: "Givers",
  recipients: "Recipients",
  handedOverBy: "Handed over by",
  takenBy: "Taken by",
  honours: "Honours",
  evidence: "Evidence",
  focusAreas: "Focus areas",
  confidentiality: "Confidentiality",
  members: "Named members",
  office: "Responsible office",
};

/** A new recognition; what the address says of partner, direction and collaboration is filled in. */
export function newRecognition(office: string, params: URLSearchParams): RecognitionFormValues {
  const partner = params.get("partner");
  const honours = params.get("honours");
  const them: PartyFormValues[] = [{ partner }];
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
