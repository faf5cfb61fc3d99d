import { fold } from "@concord/shared/fold";
import { type Permission, type StatementValues, statementConsistency } from "@concord/shared/rules/statements";
import { policies } from "../../access/policies.ts";
import { childList } from "../../records/child-list.ts";
import { dateColumns } from "../../records/dates.ts";
import { linkReferences, memberReferences, type RecordDefinition } from "../../records/record.ts";
import { focusAreaList, memberList } from "../../records/shared-lists.ts";
import { speakersAt } from "../people/people.service.ts";
import { keepSums } from "../sums/keep-sums.ts";
import { type AboutRow, aboutEntity, type Statement, statementEntity } from "./statements.entity.ts";

const aboutList = childList<string, AboutRow>({
  entity: aboutEntity,
  owner: "statementId",
  toRow: (collaborationId, statementId, position) => ({ statementId, collaborationId, position }),
  fromRow: (row) => row.collaborationId,
});

/** Whether the speaker lets us publish it, as the API has it. */
export function permissionOf(row: Statement): Permission {
  return {
    status: row.permissionStatus,
    by: row.permissionBy,
    date: row.permissionDateEdtf,
    note: row.permissionNote,
  };
}

export const statementRecord: RecordDefinition<Statement, StatementValues> = {
  kind: "STATEMENT",
  noun: "statement",
  entity: statementEntity,
  policy: policies.STATEMENT.policy,
  links: [{ name: "about", get: (values) => values.about, set: (values, about) => ({ ...values, about }) }],
  facts: (values) => ({ officeId: values.office, confidentiality: values.confidentiality, memberIds: values.members }),
  rowFacts: (row) => row,

  async read(reader, rows) {
    const ids = rows.map((row) => row.id);
    const about = await aboutList.read(reader, ids);
    const focusAreas = await focusAreaList.read(reader, ids);
    const members = await memberList.read(reader, ids);
    return rows.map((row) => ({
      text: row.text,
      language: row.language,
      translation: row.translation,
      date: row.dateEdtf,
      occasion: row.occasion,
      source: row.source,
      permission: permissionOf(row),
      ours: row.ours,
      person: row.personId,
      partner: row.partnerId,
      speakerName: row.speakerName,
      speakerTitle: row.speakerTitle,
      about: about(row.id),
      focusAreas: focusAreas(row.id),
      confidentiality: row.confidentiality,
      members: members(row.id),
      office: row.officeId,
    }));
  },

  columns(values) {
    const date = dateColumns(values.date);
    return {
      text: values.text,
      language: values.language,
      translation: values.translation,
      dateEdtf: date.edtf,
      dateFirst: date.first,
      dateLast: date.last,
      occasion: values.occasion,
      source: values.source,
      permissionStatus: values.permission.status,
      permissionBy: values.permission.by,
      permissionDateEdtf: values.permission.date,
      permissionNote: values.permission.note,
      ours: values.ours,
      personId: values.person,
      partnerId: values.partner,
      speakerName: values.speakerName ?? "",
      speakerSort: fold(values.speakerName ?? ""),
      speakerTitle: values.speakerTitle,
      confidentiality: values.confidentiality,
      officeId: values.office,
    };
  },

  async writeLists(transaction, id, values, before) {
    await aboutList.replace(transaction, id, values.about, before?.about);
    await focusAreaList.replace(transaction, id, values.focusAreas, before?.focusAreas);
    await memberList.replace(transaction, id, values.members, before?.members);
  },

  consistency: statementConsistency,

  /** What the speaker was called, and for whom they spoke, follow from the person at the date where nobody said so. */
  async complete(_viewing, reader, values) {
    if (values.person === null || (values.speakerName && values.partner)) return values;
    const speaker = (await speakersAt(reader, [values.person], values.date)).get(values.person);
    if (!speaker) return values;
    const filledIn = values.speakerName
      ? {}
      : {
          speakerName: [speaker.rank, speaker.name].filter(Boolean).join(" "),
          speakerTitle: values.speakerTitle ?? speaker.title,
        };
    return { ...values, ...filledIn, partner: values.partner ?? speaker.partnerId };
  },

  references: (values) => [
    ...(values.person ? [{ path: "person", kind: "PERSON", id: values.person } as const] : []),
    ...(values.partner ? [{ path: "partner", kind: "PARTNER", id: values.partner } as const] : []),
    ...linkReferences("about", values.about),
    ...memberReferences(values),
  ],

  protects: (values) => values.about,

  searchTexts: (values) => [values.text, values.translation, values.speakerName, values.speakerTitle],

  written: (transaction, id) => keepSums(transaction, "STATEMENT", id),
};
