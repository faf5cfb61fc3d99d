import { fold } from "@concord/shared/fold";
import { type CollaborationValues, collaborationConsistency } from "@concord/shared/rules/collaborations";
import { unknownSubdivision } from "@concord/shared/subdivisions";
import { policies } from "../../access/policies.ts";
import { dateColumns } from "../../records/dates.ts";
import { linkReferences, memberReferences, type RecordDefinition } from "../../records/record.ts";
import { externalIdList, focusAreaList, memberList } from "../../records/shared-lists.ts";
import { keepSums } from "../sums/keep-sums.ts";
import { knownAppearances } from "./appearances.ts";
import { type Collaboration, collaborationEntity } from "./collaborations.entity.ts";
import {
  appearanceList,
  followList,
  milestoneList,
  oldestFirst,
  outcomeList,
  participantList,
} from "./collaborations.lists.ts";

export const collaborationRecord: RecordDefinition<Collaboration, CollaborationValues> = {
  kind: "COLLABORATION",
  noun: "collaboration",
  entity: collaborationEntity,
  policy: policies.COLLABORATION.policy,
  links: [{ name: "follows", get: (values) => values.follows, set: (values, follows) => ({ ...values, follows }) }],
  facts: (values) => ({
    officeId: values.office,
    confidentiality: values.confidentiality,
    memberIds: values.members,
  }),
  rowFacts: (row) => row,

  async read(reader, rows) {
    const ids = rows.map((row) => row.id);
    const focusAreas = await focusAreaList.read(reader, ids);
    const participants = await participantList.read(reader, ids);
    const outcomes = await outcomeList.read(reader, ids);
    const milestones = await milestoneList.read(reader, ids);
    const follows = await followList.read(reader, ids);
    const appearances = await appearanceList.read(reader, ids);
    const externalIds = await externalIdList.read(reader, ids);
    const members = await memberList.read(reader, ids);
    return rows.map((row) => ({
      title: row.title,
      kind: row.kind,
      stage: row.stage,
      begin: row.beginEdtf,
      end: row.endEdtf,
      place: row.place,
      country: row.country,
      subdivision: row.subdivision,
      confidentiality: row.confidentiality,
      focusAreas: focusAreas(row.id),
      summary: row.summary,
      ask: row.ask,
      link: row.link,
      participants: participants(row.id),
      outcomes: outcomes(row.id),
      milestones: milestones(row.id),
      follows: follows(row.id),
      appearances: appearances(row.id),
      sources: row.sources,
      externalIds: externalIds(row.id),
      members: members(row.id),
      office: row.officeId,
    }));
  },

  columns(values) {
    const begin = dateColumns(values.begin);
    return {
      title: values.title,
      titleSort: fold(values.title),
      kind: values.kind,
      stage: values.stage,
      beginEdtf: begin.edtf,
      beginFirst: begin.first,
      beginLast: begin.last,
      endEdtf: values.end,
      place: values.place,
      country: values.country ?? null,
      subdivision: values.subdivision,
      confidentiality: values.confidentiality,
      summary: values.summary,
      ask: values.ask,
      link: values.link,
      sources: values.sources,
      officeId: values.office,
    };
  },

  async writeLists(transaction, id, values, before) {
    await focusAreaList.replace(transaction, id, values.focusAreas, before?.focusAreas);
    await participantList.replace(transaction, id, values.participants, before?.participants);
    await outcomeList.replace(transaction, id, values.outcomes, before?.outcomes);
    await milestoneList.replace(transaction, id, values.milestones, before?.milestones);
    await followList.replace(transaction, id, values.follows, before?.follows);
    await appearanceList.replace(transaction, id, values.appearances, before?.appearances);
    await externalIdList.replace(transaction, id, values.externalIds, before?.externalIds);
    await memberList.replace(transaction, id, values.members, before?.members);
  },

  consistency: (values, id) => [...collaborationConsistency(values, id), ...unknownSubdivision(values.subdivision)],

  complete: async (_viewing, reader, values, id) => ({
    ...values,
    milestones: oldestFirst(values.milestones),
    appearances: await knownAppearances(reader, id, values.appearances),
  }),

  references: (values) => [
    ...values.participants.map(
      ({ partner }, index) => ({ path: `participants.${index}.partner`, kind: "PARTNER", id: partner }) as const,
    ),
    ...values.appearances.flatMap(({ employer }, index) =>
      employer ? [{ path: `appearances.${index}.employer`, kind: "PARTNER", id: employer } as const] : [],
    ),
    ...linkReferences("follows", values.follows),
    ...memberReferences(values),
  ],

  protects: (_values, id) => [id],

  searchTexts: (values) => [
    values.title,
    values.place,
    values.summary,
    ...values.appearances.map((appearance) => appearance.name),
  ],

  written: (transaction, id) => keepSums(transaction, "COLLABORATION", id),
};
