import type { PartnerQuery } from "../../generated/graphql.ts";

/** A partner as its page reads it. */
export type PartnerDetails = NonNullable<PartnerQuery["partner"]>;
