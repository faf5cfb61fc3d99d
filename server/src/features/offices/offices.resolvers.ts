import type { Resolvers } from "../../generated/schema.ts";
import { signedIn } from "../../graphql/context.ts";
import { addOffice, changeOffice, listOffices, readOffice } from "./offices.service.ts";

export const officeResolvers: Resolvers = {
  Query: {
    office: (_root, { id }, context) => readOffice(signedIn(context), id),
    offices: (_root, args, context) => listOffices(signedIn(context), args),
  },
  Mutation: {
    createOffice: (_root, { input }, context) => addOffice(signedIn(context), input),
    updateOffice: (_root, { id, version, input }, context) => changeOffice(signedIn(context), id, version, input),
  },
};
