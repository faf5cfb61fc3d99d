import { fold } from "@concord/shared/fold";
import {
  type CollaborationValues,
  type OutcomeValues,
  type ParticipantValues,
  updateCollaborationRule,
} from "@concord/shared/rules/collaborations";
import { given } from "@concord/shared/rules/fields";
import { externalIdKey } from "@concord/shared/rules/records";
import { parseInput } from "../../../records/input.ts";
import { collaborationRecord } from "../../collaborations/collaborations.record.ts";
import { newCollaboration } from "../../collaborations/collaborations.service.ts";
import { COLLABORATION_FIELDS } from "../fields/collaboration-fields.ts";
import { likeTitles } from "../likeness.ts";
import { importedKind, withMore } from "./imported-kind.ts";
import { sourceKey } from "./keys.ts";

/** A partner who takes part already is not named again for a role that the row does not tell. */
function participantsWith(current: readonly ParticipantValues[], more: readonly ParticipantValues[] | undefined) {
  const there = new Set(current.map(({ partner }) => partner));
  const told = more?.filter(({ partner, role }) => role !== "SUPPORT" || !there.has(partner));
  return withMore(current, told, ({ partner, role }) => `${partner} ${role}`);
}

/** A measure is counted once: the row's count replaces the one before. */
function outcomesWith(current: readonly OutcomeValues[], more: readonly OutcomeValues[] | undefined) {
  const counts = new Map(more?.map((outcome) => [outcome.measure, outcome]));
  const kept = current.map((outcome) => counts.get(outcome.measure) ?? outcome);
  return withMore(kept, more, ({ measure }) => measure);
}

export const collaborationKind = importedKind({
  kind: "COLLABORATION",
  definition: collaborationRecord,
  fields: COLLABORATION_FIELDS,
  hasEmail: false,
  nameColumn: "title",
  nameOf: (values) => values.title,
  newRecord: newCollaboration,
  mark: "begin",
  findLike: likeTitles({ kind: "COLLABORATION", date: "begin_edtf", said: "begin" }),
  changed(current, said): CollaborationValues {
    const patch = given(parseInput(updateCollaborationRule, said));
    return {
      ...current,
      ...patch,
      focusAreas: withMore(current.focusAreas, patch.focusAreas, String),
      participants: participantsWith(current.participants, patch.participants),
      outcomes: outcomesWith(current.outcomes, patch.outcomes),
      milestones: withMore(current.milestones, patch.milestones, ({ date, title }) => `${date} ${fold(title)}`),
      follows: withMore(current.follows, patch.follows, String),
      sources: withMore(current.sources, patch.sources, sourceKey),
      externalIds: withMore(current.externalIds, patch.externalIds, externalIdKey),
      members: withMore(current.members, patch.members, String),
    };
  },
  stored: (values) => given(parseInput(updateCollaborationRule, values)),
});
