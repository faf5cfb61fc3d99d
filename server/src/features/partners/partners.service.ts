import { given } from "@concord/shared/rules/fields";
import {
  createPartnerRule,
  type PartnerValues,
  partnerConsistency,
  partnerFilterRule,
  type UpdatePartner,
  updatePartnerRule,
} from "@concord/shared/rules/partners";
import type { SomeColumns } from "../../database/rows.ts";
import { notFound } from "../../errors.ts";
import { parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import type { Viewing } from "../../records/viewing.ts";
import { createRecord, updateRecord } from "../../records/write.ts";
import type { Partner, PartnerPage } from "./partners.entity.ts";
import { type PartnerOrderField, partnerList } from "./partners.list.ts";
import { partnerById } from "./partners.loader.ts";
import { partnerRecord, statusAfter } from "./partners.record.ts";

/** A new partner as it was sent, for the viewer's own office where the input names none. @throws BAD_USER_INPUT */
export function newPartner(viewing: Viewing, input: unknown): { id: string | undefined; values: PartnerValues } {
  const { id, office, status, statusHistory, ...values } = parseInput(createPartnerRule, input, partnerConsistency);
  const whole = {
    ...values,
    ...statusAfter({ status, statusSince: values.statusSince, statusHistory }, []),
    office: office ?? viewing.viewer.officeId,
  };
  return { id, values: whole };
}

/** Adds a partner. */
export async function addPartner(viewing: Viewing, input: unknown): Promise<Partner> {
  const { id, values } = newPartner(viewing, input);
  return createRecord(viewing, partnerRecord, values, id);
}

/** A partner after a change; what the patch leaves out stays. */
export function changedPartner(
  current: PartnerValues,
  { status, statusSince, statusHistory, ...patch }: Partial<UpdatePartner>,
): PartnerValues {
  return { ...current, ...given(patch), ...statusAfter({ status, statusSince, statusHistory }, current.statusHistory) };
}

/** Changes a partner; what the input leaves out stays. */
export async function changePartner(viewing: Viewing, id: string, version: number, input: unknown): Promise<Partner> {
  const patch = parseInput(updatePartnerRule, input);
  return updateRecord(viewing, partnerRecord, id, version, (current) => changedPartner(current, patch));
}

type RawListArguments = Parameters<typeof parseListArguments<typeof partnerFilterRule.shape, PartnerOrderField>>[1];

/** Partners that the viewer may read. */
export async function listPartners(
  viewing: Viewing,
  raw: RawListArguments,
  columns: SomeColumns<Partner> | null,
): Promise<PartnerPage> {
  return list(viewing, partnerList, parseListArguments(partnerFilterRule, raw), columns);
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
