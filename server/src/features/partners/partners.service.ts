import { given } from "@concord/shared/rules/fields";
import { createPartnerRule, partnerConsistency, updatePartnerRule } from "@concord/shared/rules/partners";
import { parseInput } from "../../records/input.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import type { Partner } from "./partners.entity.ts";
import { partnerRecord, statusAfter } from "./partners.record.ts";

/** Adds a partner, for the viewer's own office where the input names none. */
export async function addPartner(viewing: Viewing, input: unknown): Promise<Partner> {
  const { id, office, status, statusHistory, ...values } = parseInput(createPartnerRule, input, partnerConsistency);
  const whole = {
    ...values,
    ...statusAfter({ status, statusSince: values.statusSince, statusHistory }, []),
    office: office ?? viewing.viewer.officeId,
  };
  return createRecord(viewing, partnerRecord, whole, id);
}

/** Changes a partner; what the input leaves out stays. */
export async function changePartner(viewing: Viewing, id: string, version: number, input: unknown): Promise<Partner> {
  const { status, statusSince, statusHistory, ...patch } = given(parseInput(updatePartnerRule, input));
  return updateRecord(viewing, partnerRecord, id, version, (current) => ({
    ...current,
    ...patch,
    ...statusAfter({ status, statusSince, statusHistory }, current.statusHistory),
  }));
}
