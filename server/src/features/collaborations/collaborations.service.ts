import {
  type CollaborationValues,
  collaborationConsistency,
  collaborationFilterRule,
  createCollaborationRule,
  updateCollaborationRule,
} from "@concord/shared/rules/collaborations";
import { given } from "@concord/shared/rules/fields";
import type { SomeColumns } from "../../database/rows.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import type { Collaboration, CollaborationPage } from "./collaborations.entity.ts";
import { type CollaborationOrderField, collaborationList, collaborationsOfPartner } from "./collaborations.list.ts";
import { collaborationRecord } from "./collaborations.record.ts";

/** A new collaboration as it was sent, for the viewer's own office where the input names none. @throws BAD_USER_INPUT */
export function newCollaboration(
  viewing: Viewing,
  input: unknown,
): { id: string | undefined; values: CollaborationValues } {
  const { id, office, ...values } = parseInput(createCollaborationRule, input, collaborationConsistency);
  return { id, values: { ...values, office: office ?? viewing.viewer.officeId } };
}

/** Logs a collaboration. */
export async function logCollaboration(viewing: Viewing, input: unknown): Promise<Collaboration> {
  const { id, values } = newCollaboration(viewing, input);
  return createRecord(viewing, collaborationRecord, values, id);
}

/** Changes a collaboration; what the input leaves out stays. */
export async function changeCollaboration(
  viewing: Viewing,
  id: string,
  version: number,
  input: unknown,
): Promise<Collaboration> {
  const patch = given(parseInput(updateCollaborationRule, input));
  return updateRecord(viewing, collaborationRecord, id, version, patch);
}

type RawListArguments = Parameters<
  typeof parseListArguments<typeof collaborationFilterRule.shape, CollaborationOrderField>
>[1];

/** Collaborations that the viewer may read. */
export async function listCollaborations(
  viewing: Viewing,
  raw: RawListArguments,
  columns: SomeColumns<Collaboration> | null,
): Promise<CollaborationPage> {
  return list(viewing, collaborationList, parseListArguments(collaborationFilterRule, raw), columns);
}

/** What a partner took part in. */
export function listCollaborationsOfPartner(
  viewing: Viewing,
  partnerId: string,
  raw: RawListArguments,
  columns: SomeColumns<Collaboration> | null,
): Promise<CollaborationPage> {
  return collaborationsOfPartner(viewing, partnerId, parseListArguments(collaborationFilterRule, raw), columns);
}
