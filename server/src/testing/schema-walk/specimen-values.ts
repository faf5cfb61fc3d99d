import type { CollaborationValues } from "@concord/shared/rules/collaborations";
import type { PartnerValues } from "@concord/shared/rules/partners";
import type { PersonValues } from "@concord/shared/rules/people";
import type { RecognitionValues } from "@concord/shared/rules/recognitions";
import type { StatementValues } from "@concord/shared/rules/statements";
import type { FocusArea } from "@concord/shared/vocabularies";
import { v7 } from "uuid";
import { demoId } from "../../features/demo/demo.service.ts";
import type { Certificate } from "../../features/recognitions/certificates.entity.ts";
import { HUB_IDS, type Specimen } from "./specimens.ts";

/** What all specimens have and nothing else has: a word, a focus area, a measure, a country and a year. */
export const WORD = "zqspecimen";
/** Another name that all partners and people among them have: so each two of a kind are likely duplicates. */
export const ALIAS = "Zqnamesake of Quixada";
export const AREA = "FORCED_LABOUR";
export const MEASURE = "SUSPECTS_CHARGED";
export const COUNTRY = "BR";
export const YEAR = 2033;

/** Of the certificate of the recognition that all may read. */
export const CODE = "0123456789ABCDEFGHJKMNPQRS";

/** What it is called by first: its name, title or text. */
export const nameOf = ({ marker }: Specimen) => `${WORD} ${marker}`;
const source = ({ marker }: Specimen) => ({ title: marker, url: `https://example.org/${marker}`, date: null });
const called = ({ marker }: Specimen) => ({ externalIds: [{ system: "walk", value: marker }] });
const common = (each: Specimen): { focusAreas: FocusArea[]; office: string } => ({
  focusAreas: [AREA],
  office: each.facts.officeId,
});
const confidential = (each: Specimen) => ({
  ...common(each),
  confidentiality: each.facts.confidentiality,
  members: [...each.facts.memberIds],
});

const aliasesOf = ({ alias }: Specimen) => (alias === null ? [] : [alias]);

export function partnerOf(each: Specimen): PartnerValues {
  const { marker } = each;
  return {
    name: nameOf(each),
    shortName: marker,
    aliases: [`Alias ${marker}`, ...aliasesOf(each)].map((name) => ({ name, language: "en" })),
    kind: "POLICE",
    status: "ACTIVE",
    statusSince: null,
    statusHistory: [{ status: "ACTIVE", since: null }],
    parent: each.id === HUB_IDS.PARTNER ? null : HUB_IDS.PARTNER,
    international: false,
    country: COUNTRY,
    subdivision: null,
    summary: marker,
    website: null,
    email: `${marker}@example.org`,
    ...called(each),
    sources: [source(each)],
    ...common(each),
  };
}

export function personOf(each: Specimen): PersonValues {
  const { marker } = each;
  const position = { partner: HUB_IDS.PARTNER, title: marker, rank: marker, from: null, to: null };
  return {
    name: nameOf(each),
    aliases: [marker, ...aliasesOf(each)],
    positions: [position],
    email: `${marker}@example.org`,
    ...called(each),
    notes: marker,
    office: each.facts.officeId,
  };
}

export function collaborationOf(each: Specimen): CollaborationValues {
  const { marker } = each;
  return {
    title: nameOf(each),
    kind: "MEETING",
    stage: "PLANNED",
    begin: `${YEAR}`,
    end: null,
    place: marker,
    country: COUNTRY,
    subdivision: null,
    summary: marker,
    ask: marker,
    link: null,
    ...called(each),
    sources: [source(each)],
    participants: [{ partner: HUB_IDS.PARTNER, role: "LEAD" }],
    outcomes: [{ measure: MEASURE, count: each.amount }],
    milestones: [{ date: `${YEAR}-02`, title: marker }],
    follows: [...each.names],
    appearances: [
      {
        id: each.appearance,
        name: `${marker}*`,
        role: "WITNESS",
        count: 1,
        protected: true,
        consent: false,
        description: marker,
        employer: HUB_IDS.PARTNER,
      },
    ],
    ...confidential(each),
  };
}

export function recognitionOf(each: Specimen): RecognitionValues {
  const { marker } = each;
  return {
    kind: "AWARD",
    title: nameOf(each),
    citation: marker,
    date: `${YEAR}`,
    occasion: marker,
    place: marker,
    givers: [{ partner: HUB_IDS.PARTNER }, { person: HUB_IDS.PERSON }],
    recipients: [{ us: true }],
    handedOverBy: marker,
    takenBy: marker,
    stage: "HANDED_OVER",
    proposedBy: demoId("user-manager"),
    decidedBy: demoId("user-leadership"),
    decisionReason: marker,
    handedOverOn: `${YEAR}`,
    ...called(each),
    honours: [...each.names],
    evidence: [source(each)],
    ...confidential(each),
  };
}

/** A certificate in force of a recognition. */
export function certificateOf(recognitionId: string, code: string): Certificate {
  return {
    ...{ id: v7(), recognitionId, code, issuedAt: "2026-01-01T00:00:00.000Z" },
    ...{ issuedBy: demoId("user-manager"), credentials: [] },
    words: {
      ...{ organisation: "Us", kind: "AWARD", title: "New", citation: "For all", date: "2026", occasion: "A day" },
      ...{ givers: ["Us"], recipients: ["Them"], signatories: [{ name: "A. Director", title: "Chief" }] },
    },
    ...{ withdrawnAt: null, withdrawnBy: null, withdrawalReason: null },
  };
}

export function statementOf(each: Specimen): StatementValues {
  const { marker } = each;
  return {
    text: nameOf(each),
    language: "en",
    translation: marker,
    date: `${YEAR}`,
    occasion: marker,
    source: source(each),
    permission: { status: "GRANTED", by: marker, date: `${YEAR}`, note: marker },
    ours: false,
    person: HUB_IDS.PERSON,
    partner: HUB_IDS.PARTNER,
    speakerName: marker,
    speakerTitle: marker,
    about: [...each.names],
    ...confidential(each),
  };
}
