import { given } from "@concord/shared/rules/fields";
import {
  createPartnerRule,
  partnerConsistency,
  partnerFilterRule,
  updatePartnerRule,
} from "@concord/shared/rules/partners";
import { notFound } from "../../errors.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import type { Partner, PartnerPage } from "./partners.entity.ts";
import { type PartnerOrderField, partnerList } from "./partners.list.ts";
import { partnerById } from "./partners.loader.ts";
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

type RawListArguments = Parameters<typeof parseListArguments<typeof partnerFilterRule.shape, PartnerOrderField>>[1];

/** Partners that the viewer may read. */
export async function listPartners(viewing: Viewing, raw: RawListArguments): Promise<PartnerPage> {
  return list(viewing, partnerList, parseListArguments(partnerFilterRule, raw));
}

/** The arguments of the list of a partner's units, checked. */
export function unitListArguments(raw: Omit<RawListArguments, "filter">) {
  return parseListArguments(partnerFilterRule, raw);
}

/** A partner who is there for the viewer. */
export async function readPartner(viewing: Viewing, id: string): Promise<Partner> {
  const partner = await partnerById(viewing, id);
  if (!partner) throw notFound("partner", id);
  return partner;
}
