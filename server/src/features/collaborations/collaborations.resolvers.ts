import { subdivisionName } from "@concord/shared/subdivisions";
import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { abilitiesOf } from "../../records/abilities.ts";
import { readRecord } from "../../records/by-id.ts";
import { externalIdsOf, focusAreasOf } from "../../records/list-loaders.ts";
import { visibleVersion } from "../../records/visible-version.ts";
import { deleteRecord, restoreRecord } from "../../records/write.ts";
import { membersOf } from "../accounts/accounts.service.ts";
import { officeOf } from "../offices/offices.service.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { readPartner } from "../partners/partners.service.ts";
import { collaborationColumns } from "./collaborations.list.ts";
import {
  appearancesOf,
  contributionsOf,
  followedByOf,
  followsOf,
  milestonesOf,
  outcomesOf,
  participantsOf,
} from "./collaborations.loader.ts";
import { collaborationRecord } from "./collaborations.record.ts";
import {
  changeCollaboration,
  listCollaborations,
  listCollaborationsOfPartner,
  logCollaboration,
} from "./collaborations.service.ts";

export const collaborationResolvers: Resolvers = {
  Query: {
    collaboration: (_root, { id }, context, info) =>
      readRecord(signedIn(context), collaborationRecord, id, collaborationColumns.ofRecord(info)),
    collaborations: (_root, args, context, info) =>
      listCollaborations(signedIn(context), args, collaborationColumns.ofNodes(info)),
  },
  Mutation: {
    createCollaboration: (_root, { input }, context) => logCollaboration(signedIn(context), input),
    updateCollaboration: (_root, { id, version, input }, context) =>
      changeCollaboration(signedIn(context), id, version, input),
    deleteCollaboration: (_root, { id, version }, context) =>
      deleteRecord(signedIn(context), collaborationRecord, id, version),
    restoreCollaboration: (_root, { id }, context) => restoreRecord(signedIn(context), collaborationRecord, id),
  },
  Collaboration: {
    version: (collaboration, _args, context) => visibleVersion(signedIn(context), collaboration),
    begin: (collaboration) => collaboration.beginEdtf,
    end: (collaboration) => collaboration.endEdtf,
    subdivisionName: (collaboration) => collaboration.subdivision && subdivisionName(collaboration.subdivision),
    externalIds: (collaboration, _args, context) => externalIdsOf(signedIn(context), collaboration.id),
    focusAreas: (collaboration, _args, context) => focusAreasOf(signedIn(context), collaboration.id),
    participants: (collaboration, _args, context) => participantsOf(signedIn(context), collaboration.id),
    outcomes: (collaboration, _args, context) => outcomesOf(signedIn(context), collaboration.id),
    milestones: (collaboration, _args, context) => milestonesOf(signedIn(context), collaboration.id),
    follows: (collaboration, _args, context) => followsOf(signedIn(context), collaboration.id),
    followedBy: (collaboration, _args, context) => followedByOf(signedIn(context), collaboration.id),
    appearances: (collaboration, _args, context) => appearancesOf(signedIn(context), collaboration.id),
    members: (collaboration, _args, context) => membersOf(signedIn(context), collaboration.id),
    office: (collaboration, _args, context) => officeOf(signedIn(context), collaboration.officeId),
    abilities: (collaboration, _args, context) => abilitiesOf(signedIn(context), collaborationRecord, collaboration),
  },
  Participant: {
    partner: (participant, _args, context) => readPartner(signedIn(context), participant.partnerId),
  },
  Appearance: {
    count: (appearance) => appearance.amount,
    protected: (appearance) => appearance.isProtected,
    employer: (appearance, _args, context) =>
      appearance.employerId ? partnerById(signedIn(context), appearance.employerId) : null,
  },
  Partner: {
    collaborations: (partner, args, context, info) =>
      listCollaborationsOfPartner(signedIn(context), partner.id, args, collaborationColumns.ofNodes(info)),
    contributedTo: (partner, _args, context) => contributionsOf(signedIn(context), partner.id),
  },
};
