import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { abilitiesOf } from "../../records/abilities.ts";
import { readRecord } from "../../records/by-id.ts";
import { externalIdsOf, focusAreasOf } from "../../records/list-loaders.ts";
import { visibleVersion } from "../../records/visible-version.ts";
import { deleteRecord, restoreRecord } from "../../records/write.ts";
import { membersOf, userById } from "../accounts/accounts.service.ts";
import { officeOf } from "../offices/offices.service.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { personById } from "../people/people.loader.ts";
import type { CertificateWords } from "./certificates.entity.ts";
import { addressesOf, certificateByCode } from "./certificates.service.ts";
import {
  approveRecognition,
  declineRecognition,
  handOverRecognition,
  issueRecognition,
  nextStepsOf,
  proposeRecognition,
  withdrawCertificate,
} from "./given.service.ts";
import {
  recognitionColumns,
  recognitionsOfCollaboration,
  recognitionsOfPartner,
  recognitionsOfPerson,
} from "./recognitions.list.ts";
import { balanceOf, certificateOf, honoursOf, partiesOf } from "./recognitions.loader.ts";
import { recognitionRecord } from "./recognitions.record.ts";
import {
  changeRecognition,
  listRecognitions,
  recognitionListArguments,
  recordRecognition,
} from "./recognitions.service.ts";

function listsOf({ givers, recipients, signatories }: CertificateWords) {
  return { givers: [...givers], recipients: [...recipients], signatories: [...signatories] };
}

export const recognitionResolvers: Resolvers = {
  Query: {
    recognition: (_root, { id }, context, info) =>
      readRecord(signedIn(context), recognitionRecord, id, recognitionColumns.ofRecord(info)),
    recognitions: (_root, args, context, info) =>
      listRecognitions(signedIn(context), args, recognitionColumns.ofNodes(info)),
    certificate: async (_root, { code }, { database, settings }) => {
      const certificate = await certificateByCode(database, code);
      if (!certificate) return null;
      const { words, issuedAt } = certificate;
      const { credentials } = addressesOf(settings, certificate);
      return { ...words, ...listsOf(words), code: certificate.code, issuedAt, credentials };
    },
  },
  Mutation: {
    createRecognition: (_root, { input }, context) => recordRecognition(signedIn(context), input),
    updateRecognition: (_root, { id, version, input }, context) =>
      changeRecognition(signedIn(context), id, version, input),
    deleteRecognition: (_root, { id, version }, context) =>
      deleteRecord(signedIn(context), recognitionRecord, id, version),
    restoreRecognition: (_root, { id }, context) => restoreRecord(signedIn(context), recognitionRecord, id),
    proposeRecognition: (_root, { input }, context) => proposeRecognition(signedIn(context), input),
    approveRecognition: (_root, { id, version }, context) => approveRecognition(signedIn(context), id, version),
    declineRecognition: (_root, { id, version, reason }, context) =>
      declineRecognition(signedIn(context), id, version, { reason }),
    issueRecognition: (_root, { id, version, input }, context) =>
      issueRecognition(signedIn(context), context.settings, id, version, input),
    handOverRecognition: (_root, { id, version, input }, context) =>
      handOverRecognition(signedIn(context), id, version, input),
    withdrawCertificate: (_root, { id, version, reason }, context) =>
      withdrawCertificate(signedIn(context), id, version, { reason }),
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
    proposedBy: ({ proposedBy }, _args, context) => (proposedBy ? userById(signedIn(context), proposedBy) : null),
    decidedBy: ({ decidedBy }, _args, context) => (decidedBy ? userById(signedIn(context), decidedBy) : null),
    nextSteps: (recognition, _args, context) => nextStepsOf(signedIn(context), recognition),
    certificate: async (recognition, _args, context) => {
      const certificate = await certificateOf(signedIn(context), recognition.id);
      if (!certificate) return null;
      const { code, issuedAt, words } = certificate;
      return { code, issuedAt, ...addressesOf(context.settings, certificate), signatories: [...words.signatories] };
    },
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
    recognitions: (partner, args, context, info) =>
      recognitionsOfPartner(
        signedIn(context),
        partner.id,
        recognitionListArguments(args),
        recognitionColumns.ofNodes(info),
      ),
    recognitionBalance: async (partner, _args, context) => {
      const balance = await balanceOf(signedIn(context), partner.id);
      return { received: balance.RECEIVED, given: balance.GIVEN, betweenPartners: balance.BETWEEN_PARTNERS };
    },
  },
  Person: {
    recognitions: (person, args, context, info) =>
      recognitionsOfPerson(
        signedIn(context),
        person.id,
        recognitionListArguments(args),
        recognitionColumns.ofNodes(info),
      ),
  },
  Collaboration: {
    recognitions: (collaboration, args, context, info) =>
      recognitionsOfCollaboration(
        signedIn(context),
        collaboration.id,
        recognitionListArguments(args),
        recognitionColumns.ofNodes(info),
      ),
  },
};
