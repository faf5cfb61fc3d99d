import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { abilitiesOf } from "../../records/abilities.ts";
import { readRecord } from "../../records/by-id.ts";
import { externalIdsOf } from "../../records/list-loaders.ts";
import { deleteRecord, restoreRecord } from "../../records/write.ts";
import { officeOf } from "../offices/offices.service.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { positionsOf } from "./people.loader.ts";
import { personRecord } from "./people.record.ts";
import { addPerson, changePerson, listPeople, listPeopleOfPartner } from "./people.service.ts";

export const personResolvers: Resolvers = {
  Query: {
    person: (_root, { id }, context) => readRecord(signedIn(context), personRecord, id),
    people: (_root, args, context) => listPeople(signedIn(context), args),
  },
  Mutation: {
    createPerson: (_root, { input }, context) => addPerson(signedIn(context), input),
    updatePerson: (_root, { id, version, input }, context) => changePerson(signedIn(context), id, version, input),
    deletePerson: (_root, { id, version }, context) => deleteRecord(signedIn(context), personRecord, id, version),
    restorePerson: (_root, { id }, context) => restoreRecord(signedIn(context), personRecord, id),
  },
  Person: {
    positions: (person, _args, context) => positionsOf(signedIn(context), person.id),
    currentPosition: async (person, _args, context) =>
      (await positionsOf(signedIn(context), person.id)).find((position) => position.toEdtf === null) ?? null,
    externalIds: (person, _args, context) => externalIdsOf(signedIn(context), person.id),
    office: (person, _args, context) => officeOf(signedIn(context), person.officeId),
    abilities: (person, _args, context) => abilitiesOf(signedIn(context), personRecord, person),
  },
  Position: {
    partner: (position, _args, context) => partnerById(signedIn(context), position.partnerId),
    rank: (position) => position.rankTitle,
    from: (position) => position.fromEdtf,
    to: (position) => position.toEdtf,
  },
  Partner: {
    people: (partner, args, context) => listPeopleOfPartner(signedIn(context), partner.id, args),
  },
};
