import { subdivisionName } from "@concord/shared/subdivisions";
import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { abilitiesOf } from "../../records/abilities.ts";
import { readRecord } from "../../records/by-id.ts";
import { externalIdsOf, focusAreasOf } from "../../records/list-loaders.ts";
import { deleteRecord, restoreRecord } from "../../records/write.ts";
import { officeOf } from "../offices/offices.service.ts";
import { partnerColumns, unitsOfPartner } from "./partners.list.ts";
import { partnerById } from "./partners.loader.ts";
import { partnerRecord } from "./partners.record.ts";
import { addPartner, changePartner, listPartners, unitListArguments } from "./partners.service.ts";

export const partnerResolvers: Resolvers = {
  Query: {
    partner: (_root, { id }, context, info) =>
      readRecord(signedIn(context), partnerRecord, id, partnerColumns.ofRecord(info)),
    partners: (_root, args, context, info) => listPartners(signedIn(context), args, partnerColumns.ofNodes(info)),
  },
  Mutation: {
    createPartner: (_root, { input }, context) => addPartner(signedIn(context), input),
    updatePartner: (_root, { id, version, input }, context) => changePartner(signedIn(context), id, version, input),
    deletePartner: (_root, { id, version }, context) => deleteRecord(signedIn(context), partnerRecord, id, version),
    restorePartner: (_root, { id }, context) => restoreRecord(signedIn(context), partnerRecord, id),
  },
  Partner: {
    subdivisionName: (partner) => partner.subdivision && subdivisionName(partner.subdivision),
    parent: (partner, _args, context) => (partner.parentId ? partnerById(signedIn(context), partner.parentId) : null),
    units: (partner, args, context, info) =>
      unitsOfPartner(signedIn(context), partner.id, unitListArguments(args), partnerColumns.ofNodes(info)),
    externalIds: (partner, _args, context) => externalIdsOf(signedIn(context), partner.id),
    focusAreas: (partner, _args, context) => focusAreasOf(signedIn(context), partner.id),
    office: (partner, _args, context) => officeOf(signedIn(context), partner.officeId),
    abilities: (partner, _args, context) => abilitiesOf(signedIn(context), partnerRecord, partner),
  },
};
