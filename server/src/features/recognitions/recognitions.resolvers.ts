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
import { personById } from "../people/people.loader.ts";
import { recognitionsOfCollaboration, recognitionsOfPartner, recognitionsOfPerson } from "./recognitions.list.ts";
import { balanceOf, honoursOf, partiesOf } from "./recognitions.loader.ts";
import { recognitionRecord } from "./recognitions.record.ts";
import {
  changeRecognition,
  listRecognitions,
  recognitionListArguments,
  recordRecognition,
} from "./recognitions.service.ts";

export const recognitionResolvers: Resolvers = {
  Query: {
    recognition: (_root, { id }, context) => readRecord(signedIn(context), recognitionRecord, id),
    recognitions: (_root, args, context) => listRecognitions(signedIn(context), args),
  },
  Mutation: {
    createRecognition: (_root, { input }, context) => recordRecognition(signedIn(context), input),
    updateRecognition: (_root, { id, version, input }, context) =>
      changeRecognition(signedIn(context), id, version, input),
    deleteRecognition: (_root, { id, version }, context) =>
      deleteRecord(signedIn(context), recognitionRecord, id, version),
    restoreRecognition: (_root, { id }, context) => restoreRecord(signedIn(context), recognitionRecord, id),
  },
  Recognition: {
    version: (recognition, _args, context) => visibleVersion(signedIn(context), recognition),
    date: (recognition) => recognition.dateEdtf,
    givers: async (recognition, _args, context) =>
      (await partiesOf(signedIn(context), recognition.id)).filter((party) => party.side === "GIVER"),
    recipients: async (recognition, _args, context) =>
      (await partiesOf(signedIn(context), recognition.id)).filter((party) => party.side === "RECIPIENT"),
    honours: (recognition, _args, context) => honoursOf(signedIn(context), recognition.id),
    externalIds: (recognition, _args, context) => externalIdsOf(signedIn(context), recognition.id),
    focusAreas: (recognition, _args, context) => focusAreasOf(signedIn(context), recognition.id),
    members: (recognition, _args, context) => membersOf(signedIn(context), recognition.id),
    office: (recognition, _args, context) => officeOf(signedIn(context), recognition.officeId),
    abilities: (recognition, _args, context) => abilitiesOf(signedIn(context), recognitionRecord, recognition),
  },
  Party: {
    partner: (party, _args, context) =>
      party.partnerId && party.personId === null ? partnerById(signedIn(context), party.partnerId) : null,
    person: (party, _args, context) => (party.personId ? personById(signedIn(context), party.personId) : null),
    name: async (party, _args, context) => {
      if (party.us) return context.settings.organisation.shortName;
      if (party.personName !== null) return party.personName;
      return party.partnerId ? ((await partnerById(signedIn(context), party.partnerId))?.name ?? "") : "";
    },
  },
  Partner: {
    recognitions: (partner, args, context) =>
      recognitionsOfPartner(signedIn(context), partner.id, recognitionListArguments(args)),
    recognitionBalance: async (partner, _args, context) => {
      const balance = await balanceOf(signedIn(context), partner.id);
      return { received: balance.RECEIVED, given: balance.GIVEN, betweenPartners: balance.BETWEEN_PARTNERS };
    },
  },
  Person: {
    recognitions: (person, args, context) =>
      recognitionsOfPerson(signedIn(context), person.id, recognitionListArguments(args)),
  },
  Collaboration: {
    recognitions: (collaboration, args, context) =>
      recognitionsOfCollaboration(signedIn(context), collaboration.id, recognitionListArguments(args)),
  },
};
