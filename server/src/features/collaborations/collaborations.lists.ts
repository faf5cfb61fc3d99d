import { parsePartialDate } from "@concord/shared/partial-date";
import type {
  AppearanceValues,
  MilestoneValues,
  OutcomeValues,
  ParticipantValues,
} from "@concord/shared/rules/collaborations";
import { v7 } from "uuid";
import { childList } from "../../records/child-list.ts";
import {
  type AppearanceRow,
  appearanceEntity,
  type FollowRow,
  followEntity,
  type MilestoneRow,
  milestoneEntity,
  type OutcomeRow,
  outcomeEntity,
  type ParticipantRow,
  participantEntity,
} from "./collaborations.entity.ts";

/** The lists of a collaboration that have tables of their own. */

export const participantList = childList<ParticipantValues, ParticipantRow>({
  entity: participantEntity,
  owner: "collaborationId",
  toRow: (item, collaborationId, position) => ({ collaborationId, position, partnerId: item.partner, role: item.role }),
  fromRow: (row) => ({ partner: row.partnerId, role: row.role }),
});

export const outcomeList = childList<OutcomeValues, OutcomeRow>({
  entity: outcomeEntity,
  owner: "collaborationId",
  toRow: (item, collaborationId, position) => ({
    collaborationId,
    measure: item.measure,
    amount: item.count,
    position,
  }),
  fromRow: (row) => ({ measure: row.measure, count: row.amount }),
});

export const milestoneList = childList<MilestoneValues, MilestoneRow>({
  entity: milestoneEntity,
  owner: "collaborationId",
  toRow: (item, collaborationId, position) => ({
    collaborationId,
    position,
    dateEdtf: item.date,
    dateFirst: parsePartialDate(item.date)?.first ?? "",
    title: item.title,
  }),
  fromRow: (row) => ({ date: row.dateEdtf, title: row.title }),
});

/** The oldest first; milestones of one day stay in the order in which they were written. */
export function oldestFirst(milestones: readonly MilestoneValues[]): MilestoneValues[] {
  const first = (milestone: MilestoneValues) => parsePartialDate(milestone.date)?.first ?? "";
  return milestones.toSorted((a, b) => first(a).localeCompare(first(b)));
}

export const followList = childList<string, FollowRow>({
  entity: followEntity,
  owner: "collaborationId",
  toRow: (followsId, collaborationId, position) => ({ collaborationId, followsId, position }),
  fromRow: (row) => row.followsId,
});

export const appearanceList = childList<AppearanceValues, AppearanceRow>({
  entity: appearanceEntity,
  owner: "collaborationId",
  toRow: (item, collaborationId, position) => ({
    id: item.id ?? v7(),
    collaborationId,
    position,
    name: item.name,
    role: item.role,
    amount: item.count,
    isProtected: item.protected,
    consent: item.consent,
    description: item.description,
    employerId: item.employer,
  }),
  fromRow: (row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    count: row.amount,
    protected: row.isProtected,
    consent: row.consent,
    description: row.description,
    employer: row.employerId,
  }),
});
