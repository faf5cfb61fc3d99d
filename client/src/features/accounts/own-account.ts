import type { AccountQuery } from "../../generated/graphql.ts";

/** How the viewer signs in, and from where they are signed in. */
export type OwnAccount = NonNullable<AccountQuery["viewer"]>["account"];

/** What a section of the account page gets. */
export interface AccountSectionProps {
  readonly account: OwnAccount;
  /** Reads the account again after a change. */
  readonly onChanged: () => void;
}
