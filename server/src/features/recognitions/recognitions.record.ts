import { isDeepStrictEqual } from "node:util";
import { fold } from "@concord/shared/fold";
import type { FieldIssue } from "@concord/shared/rules/check";
import {
  certifiedWords,
  type PartyValues,
  type RecognitionValues,
  recognitionConsistency,
} from "@concord/shared/rules/recognitions";
import type { Direction } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Reader, Transaction } from "../../database/database.ts";
import { badInput } from "../../errors.ts";
import { childList } from "../../records/child-list.ts";
import { dateColumns } from "../../records/dates.ts";
import { linkReferences, memberReferences, type RecordDefinition, type Reference } from "../../records/record.ts";
import { externalIdList, focusAreaList, memberList } from "../../records/shared-lists.ts";
import { speakersAt } from "../people/people.service.ts";
import { keepSums } from "../sums/keep-sums.ts";
import { certificateInForce } from "./certificates.service.ts";
import {
  type HonourRow,
  honourEntity,
  type PartyRow,
  partyEntity,
  type Recognition,
  recognitionEntity,
} from "./recognitions.entity.ts";

const honourList = childList<string, HonourRow>({
  entity: honourEntity,
  owner: "recognitionId",
  toRow: (collaborationId, recognitionId, position) => ({ recognitionId, collaborationId, position }),
  fromRow: (row) => row.collaborationId,
});

/** The direction follows from who gives and who receives; with us on neither side it is between partners. */
export function directionOf(givers: readonly PartyValues[], recipients: readonly PartyValues[]): Direction {
  if (recipients.some((party) => "us" in party)) return "RECEIVED";
  return givers.some((party) => "us" in party) ? "GIVEN" : "BETWEEN_PARTNERS";
}

function partyOf(row: PartyRow): PartyValues {
  if (row.personId !== null) return { person: row.personId };
  return row.partnerId !== null ? { partner: row.partnerId } : { us: true };
}

async function readParties(reader: Reader, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await reader.find(
          partyEntity,
          sql`SELECT * FROM recognition_parties WHERE recognition_id IN (${join([...ids])})
              ORDER BY recognition_id, side, position`,
        );
  const parties = Map.groupBy(rows, (row) => `${row.side} ${row.recognitionId}`);
  return (side: PartyRow["side"], id: string) => (parties.get(`${side} ${id}`) ?? []).map(partyOf);
}

/** Writes the parties with the names that people bore, and the partners for which they stood, at the date. */
async function writeParties(
  transaction: Transaction,
  id: string,
  values: RecognitionValues,
  isNew: boolean,
): Promise<void> {
  const sides = [
    ["GIVER", values.givers],
    ["RECIPIENT", values.recipients],
  ] as const;
  const people = sides.flatMap(([, parties]) => parties.flatMap((party) => ("person" in party ? [party.person] : [])));
  const speakers = await speakersAt(transaction, people, values.date);
  const rows = sides.flatMap(([side, parties]) =>
    parties.map((party, position): PartyRow => {
      const speaker = "person" in party ? speakers.get(party.person) : undefined;
      return {
        recognitionId: id,
        side,
        position,
        us: "us" in party,
        partnerId: "partner" in party ? party.partner : (speaker?.partnerId ?? null),
        personId: "person" in party ? party.person : null,
        personName: speaker ? [speaker.rank, speaker.name].filter(Boolean).join(" ") : null,
      };
    }),
  );
  if (!isNew) await transaction.execute(sql`DELETE FROM recognition_parties WHERE recognition_id = ${id}`);
  await transaction.insert(partyEntity, rows);
}

export const recognitionRecord: RecordDefinition<Recognition, RecognitionValues> = {
  kind: "RECOGNITION",
  noun: "recognition",
  entity: recognitionEntity,
  policy: policies.RECOGNITION.policy,
  links: [{ name: "honours", get: (values) => values.honours, set: (values, honours) => ({ ...values, honours }) }],
  facts: (values) => ({ officeId: values.office, confidentiality: values.confidentiality, memberIds: values.members }),
  rowFacts: (row) => row,

  async read(reader, rows) {
    const ids = rows.map((row) => row.id);
    const parties = await readParties(reader, ids);
    const honours = await honourList.read(reader, ids);
    const focusAreas = await focusAreaList.read(reader, ids);
    const externalIds = await externalIdList.read(reader, ids);
    const members = await memberList.read(reader, ids);
    return rows.map((row) => ({
      kind: row.kind,
      title: row.title,
      citation: row.citation,
      date: row.dateEdtf,
      occasion: row.occasion,
      place: row.place,
      givers: parties("GIVER", row.id),
      recipients: parties("RECIPIENT", row.id),
      handedOverBy: row.handedOverBy,
      takenBy: row.takenBy,
      stage: row.stage,
      proposedBy: row.proposedBy,
      decidedBy: row.decidedBy,
      decisionReason: row.decisionReason,
      handedOverOn: row.handedOverOn,
      honours: honours(row.id),
      evidence: row.evidence,
      focusAreas: focusAreas(row.id),
      confidentiality: row.confidentiality,
      externalIds: externalIds(row.id),
      members: members(row.id),
      office: row.officeId,
    }));
  },

  columns(values) {
    const date = dateColumns(values.date);
    return {
      kind: values.kind,
      title: values.title,
      titleSort: fold(values.title),
      citation: values.citation,
      dateEdtf: date.edtf,
      dateFirst: date.first,
      dateLast: date.last,
      occasion: values.occasion,
      place: values.place,
      direction: directionOf(values.givers, values.recipients),
      handedOverBy: values.handedOverBy,
      takenBy: values.takenBy,
      stage: values.stage,
      proposedBy: values.proposedBy,
      decidedBy: values.decidedBy,
      decisionReason: values.decisionReason,
      handedOverOn: values.handedOverOn,
      evidence: values.evidence,
      confidentiality: values.confidentiality,
      officeId: values.office,
    };
  },

  async writeLists(transaction, id, values, before) {
    const sameParties =
      before &&
      JSON.stringify([before.givers, before.recipients, before.date]) ===
        JSON.stringify([values.givers, values.recipients, values.date]);
    if (!sameParties) await writeParties(transaction, id, values, before === null);
    await honourList.replace(transaction, id, values.honours, before?.honours);
    await focusAreaList.replace(transaction, id, values.focusAreas, before?.focusAreas);
    await externalIdList.replace(transaction, id, values.externalIds, before?.externalIds);
    await memberList.replace(transaction, id, values.members, before?.members);
  },

  consistency: (values) => [...recognitionConsistency(values), ...progressIssues(values)],

  async complete(_viewing, reader, values, id, before) {
    const issues = await boundIssues(reader, values, id, before);
    if (issues.length > 0) throw badInput(issues);
    return values;
  },

  references: (values) => [
    ...partyReferences("givers", values.givers),
    ...partyReferences("recipients", values.recipients),
    ...linkReferences("honours", values.honours),
    ...memberReferences(values),
  ],

  protects: (values) => values.honours,

  searchTexts: (values) => [values.title, values.citation, values.occasion, values.place],

  written: (transaction, id) => keepSums(transaction, "RECOGNITION", id),
};

/** Only what we give is proposed and decided on. */
function progressIssues({ stage, givers, recipients }: RecognitionValues): FieldIssue[] {
  if (stage === "HANDED_OVER" || directionOf(givers, recipients) === "GIVEN") return [];
  return [{ path: "givers", message: "Only what we give is proposed. Choose us as the giver, or log it as received." }];
}

/** What a certificate in force says stays as it says, and what leadership approved as it approved it. */
async function boundIssues(
  reader: Reader,
  values: RecognitionValues,
  id: string,
  before: RecognitionValues | null,
): Promise<FieldIssue[]> {
  if (before?.stage !== values.stage || !["APPROVED", "ISSUED", "HANDED_OVER"].includes(values.stage)) return [];
  const [was, is] = [certifiedWords(before), certifiedWords(values)];
  const changed = Object.entries(is).filter(([field, value]) => !isDeepStrictEqual(value, { ...was }[field]));
  if (changed.length === 0) return [];
  const isBound = values.stage === "APPROVED" || (await certificateInForce(reader, id)) !== null;
  if (!isBound) return [];
  const message =
    values.stage === "APPROVED"
      ? "Leadership approved it as it is. Change it on its own page, where it is then proposed anew."
      : "A certificate that is in force says this. Withdraw the certificate first, then change it.";
  return changed.map(([path]) => ({ path, message }));
}

function partyReferences(path: string, parties: readonly PartyValues[]): Reference[] {
  return parties.flatMap((party, index): Reference[] => {
    if ("partner" in party) return [{ path: `${path}.${index}.partner`, kind: "PARTNER", id: party.partner }];
    return "person" in party ? [{ path: `${path}.${index}.person`, kind: "PERSON", id: party.person }] : [];
  });
}
