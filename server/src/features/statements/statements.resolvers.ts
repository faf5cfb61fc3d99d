import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { abilitiesOf } from "../../records/abilities.ts";
import { readRecord } from "../../records/by-id.ts";
import { focusAreasOf } from "../../records/list-loaders.ts";
import { visibleVersion } from "../../records/visible-version.ts";
import { deleteRecord, restoreRecord } from "../../records/write.ts";
import { membersOf } from "../accounts/accounts.service.ts";
import { officeOf } from "../offices/offices.service.ts";
import { partnerById } from "../partners/partners.loader.ts";
import { personById } from "../people/people.loader.ts";
import {
  statementColumns,
  statementsOfCollaboration,
  statementsOfPartner,
  statementsOfPerson,
} from "./statements.list.ts";
import { aboutOf } from "./statements.loader.ts";
import { permissionOf, statementRecord } from "./statements.record.ts";
import {
  changeStatement,
  listStatements,
  mayBeTold,
  recordStatement,
  statementListArguments,
} from "./statements.service.ts";

export const statementResolvers: Resolvers = {
  Query: {
    statement: (_root, { id }, context, info) =>
      readRecord(signedIn(context), statementRecord, id, statementColumns.ofRecord(info)),
    statements: (_root, args, context, info) => listStatements(signedIn(context), args, statementColumns.ofNodes(info)),
  },
  Mutation: {
    createStatement: (_root, { input }, context) => recordStatement(signedIn(context), input),
    updateStatement: (_root, { id, version, input }, context) => changeStatement(signedIn(context), id, version, input),
    deleteStatement: (_root, { id, version }, context) => deleteRecord(signedIn(context), statementRecord, id, version),
    restoreStatement: (_root, { id }, context) => restoreRecord(signedIn(context), statementRecord, id),
  },
  Statement: {
    version: (statement, _args, context) => visibleVersion(signedIn(context), statement),
    date: (statement) => statement.dateEdtf,
    permission: permissionOf,
    publishable: mayBeTold,
    person: (statement, _args, context) =>
      statement.personId ? personById(signedIn(context), statement.personId) : null,
    partner: (statement, _args, context) =>
      statement.partnerId ? partnerById(signedIn(context), statement.partnerId) : null,
    about: (statement, _args, context) => aboutOf(signedIn(context), statement.id),
    focusAreas: (statement, _args, context) => focusAreasOf(signedIn(context), statement.id),
    members: (statement, _args, context) => membersOf(signedIn(context), statement.id),
    office: (statement, _args, context) => officeOf(signedIn(context), statement.officeId),
    abilities: (statement, _args, context) => abilitiesOf(signedIn(context), statementRecord, statement),
  },
  Partner: {
    statements: (partner, args, context, info) =>
      statementsOfPartner(signedIn(context), partner.id, statementListArguments(args), statementColumns.ofNodes(info)),
  },
  Person: {
    statements: (person, args, context, info) =>
      statementsOfPerson(signedIn(context), person.id, statementListArguments(args), statementColumns.ofNodes(info)),
  },
  Collaboration: {
    statements: (collaboration, args, context, info) =>
      statementsOfCollaboration(
        signedIn(context),
        collaboration.id,
        statementListArguments(args),
        statementColumns.ofNodes(info),
      ),
  },
};
