import { given } from "@concord/shared/rules/fields";
import {
  decisionRule,
  handOverRecognitionRule,
  issueRecognitionRule,
  type RecognitionValues,
} from "@concord/shared/rules/recognitions";
import { RECOGNITION_STAGE_LABELS, type RecognitionStage } from "@concord/shared/vocabularies";
import { gates } from "../../access/gates.ts";
import { decidesRecognitions } from "../../access/policies.ts";
import type { Rule } from "../../access/rule.ts";
import type { Transaction } from "../../database/database.ts";
import { badInput, Failure, forbidden } from "../../errors.ts";
import type { RecognitionStep } from "../../generated/schema.ts";
import { abilitiesOf } from "../../records/abilities.ts";
import { today } from "../../records/days.ts";
import { parseInput } from "../../records/input.ts";
import { memberIdsOf } from "../../records/list-loaders.ts";
import type { Viewing } from "../../records/viewing.ts";
import { changeRecord, createRecord, writing } from "../../records/write.ts";
import type { Settings } from "../../settings.ts";
import { userById } from "../accounts/accounts.service.ts";
import { issueCertificate, withdrawCertificateOf } from "./certificates.service.ts";
import type { Recognition } from "./recognitions.entity.ts";
import { certificateOf } from "./recognitions.loader.ts";
import { recognitionRecord } from "./recognitions.record.ts";
import { newRecognition } from "./recognitions.service.ts";

/** What we give, step by step: proposed, decided by leadership, issued with a certificate, handed over. */

/** Proposes that we give a recognition. @throws BAD_USER_INPUT, FORBIDDEN, CONFLICT */
export async function proposeRecognition(viewing: Viewing, input: unknown): Promise<Recognition> {
  const { id, values } = newRecognition(viewing, input);
  refuseRestricted(values);
  return createRecord(viewing, recognitionRecord, { ...values, stage: "PROPOSED", proposedBy: viewing.viewer.id }, id);
}

interface Step {
  readonly id: string;
  readonly version: number;
  /** The stages from which it can be taken. */
  readonly from: readonly RecognitionStage[];
  /** Reads after "A recognition that is declined cannot be". */
  readonly done: string;
  /** Who may take it, where not everybody who edits may. */
  readonly mayTake?: Rule;
  /** What it makes of the recognition. @throws Failure where it cannot be taken */
  readonly change: (current: RecognitionValues) => RecognitionValues;
  /** What is written beside the recognition, in the same transaction. */
  readonly beside?: (transaction: Transaction, changed: Recognition) => Promise<void>;
}

/** @throws NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT */
function take(viewing: Viewing, { id, version, from, done, mayTake, change, beside }: Step): Promise<Recognition> {
  const patch = (current: RecognitionValues) => {
    if (!from.includes(current.stage)) throw wrongStage(current.stage, done);
    return change(current);
  };
  return writing(viewing, async (transaction) => {
    const changed = await changeRecord(viewing, transaction, recognitionRecord, id, version, patch, mayTake);
    await beside?.(transaction, changed);
    return changed;
  });
}

/** Leadership approves what somebody else proposed. */
export function approveRecognition(viewing: Viewing, id: string, version: number): Promise<Recognition> {
  return decide(viewing, id, version, "APPROVED", null);
}

/** Leadership declines what somebody else proposed, and says why. */
export function declineRecognition(
  viewing: Viewing,
  id: string,
  version: number,
  input: unknown,
): Promise<Recognition> {
  return decide(viewing, id, version, "DECLINED", parseInput(decisionRule, input).reason);
}

function decide(
  viewing: Viewing,
  id: string,
  version: number,
  stage: "APPROVED" | "DECLINED",
  decisionReason: string | null,
): Promise<Recognition> {
  const decidedBy = viewing.viewer.id;
  return take(viewing, {
    id,
    version,
    from: ["PROPOSED"],
    done: stage.toLowerCase(),
    mayTake: decidesRecognitions,
    change: (current) => {
      if (current.proposedBy === decidedBy) {
        throw forbidden("You proposed this recognition yourself. Somebody else of leadership decides on it.");
      }
      return { ...current, stage, decidedBy, decisionReason };
    },
  });
}

/** Issues what was approved: dates it, and makes its certificate. */
export async function issueRecognition(
  viewing: Viewing,
  settings: Settings,
  id: string,
  version: number,
  input: unknown,
): Promise<Recognition> {
  const { date, signatories } = parseInput(issueRecognitionRule, input);
  return take(viewing, {
    id,
    version,
    from: ["APPROVED"],
    done: "issued",
    change: (current) => {
      refuseRestricted(current);
      return { ...current, stage: "ISSUED", date: date ?? current.date ?? today(), decisionReason: null };
    },
    beside: async (transaction, issued) => {
      const approver = issued.decidedBy ? await userById(viewing, issued.decidedBy) : null;
      const signed = signatories.length > 0 ? signatories : approver ? [{ name: approver.name, title: null }] : [];
      const dated = { ...issued, dateEdtf: issued.dateEdtf ?? today() };
      await issueCertificate(transaction, settings, dated, signed, viewing.viewer.id);
    },
  });
}

/** Notes that a recognition was handed over. */
export function handOverRecognition(
  viewing: Viewing,
  id: string,
  version: number,
  input: unknown,
): Promise<Recognition> {
  const { date, ...how } = given(parseInput(handOverRecognitionRule, input));
  return take(viewing, {
    id,
    version,
    from: ["ISSUED"],
    done: "handed over",
    change: (current) => ({ ...current, ...how, stage: "HANDED_OVER", handedOverOn: date ?? current.date }),
  });
}

/** Takes a certificate out of force: the recognition is approved as before, and can be mended and issued anew. */
export async function withdrawCertificate(
  viewing: Viewing,
  id: string,
  version: number,
  input: unknown,
): Promise<Recognition> {
  const { reason } = parseInput(decisionRule, input);
  return take(viewing, {
    id,
    version,
    from: ["ISSUED", "HANDED_OVER"],
    done: "withdrawn",
    change: (current) => ({ ...current, stage: "APPROVED", handedOverOn: null, decisionReason: reason }),
    beside: async (transaction, { id: recognitionId }) => {
      if (await withdrawCertificateOf(transaction, recognitionId, viewing.viewer.id, reason)) return;
      throw new Failure("CONFLICT", "This recognition has no certificate. Change or delete the recognition itself.");
    },
  });
}

/** What the viewer may do next with a recognition that they may read. */
export async function nextStepsOf(viewing: Viewing, recognition: Recognition): Promise<RecognitionStep[]> {
  if (recognition.deletedAt !== null || !gates.writers.allows(viewing)) return [];
  const { update } = await abilitiesOf(viewing, recognitionRecord, recognition);
  switch (recognition.stage) {
    case "PROPOSED":
      return (await mayDecide(viewing, recognition)) ? ["APPROVE", "DECLINE"] : [];
    case "APPROVED":
      return update && recognition.confidentiality !== "RESTRICTED" ? ["ISSUE"] : [];
    case "ISSUED":
      return update ? ["HAND_OVER", "WITHDRAW"] : [];
    case "HANDED_OVER":
      return update && (await certificateOf(viewing, recognition.id)) ? ["WITHDRAW"] : [];
    case "DECLINED":
      return [];
  }
}

async function mayDecide(viewing: Viewing, recognition: Recognition): Promise<boolean> {
  if (recognition.proposedBy === viewing.viewer.id) return false;
  const memberIds = await memberIdsOf(viewing, recognition.id);
  return decidesRecognitions.allows(viewing.viewer, { ...recognition, memberIds });
}

function wrongStage(stage: RecognitionStage, done: string): Failure {
  const is = RECOGNITION_STAGE_LABELS[stage].toLowerCase();
  return new Failure(
    "CONFLICT",
    `This recognition is ${is}: what is ${is} cannot be ${done}. Reload it to see what can be done with it.`,
  );
}

/** A certificate is shown to others, and a credential goes about: neither is made of what is restricted. */
function refuseRestricted({ confidentiality }: Pick<RecognitionValues, "confidentiality">): void {
  if (confidentiality !== "RESTRICTED") return;
  throw badInput([
    {
      path: "confidentiality",
      message:
        "It is restricted, and a certificate is shown to others. Make it internal or public, or log it without one.",
    },
  ]);
}
