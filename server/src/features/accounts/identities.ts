import sql from "sql-template-tag";
import type { Transaction } from "../../database/database.ts";
import { Failure } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { type User, userEntity } from "./accounts.entity.ts";
import { enter, type SignedIn, type SignInRequest, subjectOf } from "./sign-in.service.ts";

/** Who the organisation's OpenID provider says that somebody is. */
export interface Identity {
  readonly issuer: string;
  /** By which the provider knows the person, for ever. */
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider vouches that the address is the person's. */
  readonly emailVerified: boolean;
  /** Whether the provider asked for more than a password. */
  readonly confirmed: boolean;
}

/**
 * Signs in whoever the provider knows: by its subject, or the first time by the verified e-mail address of a user whom
 * an administrator invited. Roles and offices stay ours.
 * @throws FORBIDDEN where no user is meant
 */
export async function signInByIdentity(request: SignInRequest, identity: Identity): Promise<SignedIn> {
  const signedIn = await request.database.transaction(async (transaction) => {
    const user = await userOf(transaction, request, identity);
    return user && enter(transaction, request, user, identity.confirmed, "OpenID provider");
  });
  if (signedIn) return signedIn;
  await request.database.transaction(async (transaction) =>
    note(
      transaction,
      { userId: null, origin: request.origin },
      { action: "SIGN_IN_FAILED", remark: `OpenID provider: no user for ${identity.email ?? identity.subject}` },
    ),
  );
  throw new Failure("FORBIDDEN", "You have no account here, or your address is not verified. Ask an administrator.");
}

async function userOf(transaction: Transaction, request: SignInRequest, identity: Identity): Promise<User | null> {
  const key = JSON.stringify([identity.issuer, identity.subject]);
  const [known] = await transaction.find(userEntity, sql`SELECT * FROM users WHERE identity = ${key}`);
  if (known) return known.deactivatedAt === null ? known : null;
  if (!identity.email || !identity.emailVerified) return null;
  const [invited] = await transaction.find(
    userEntity,
    sql`SELECT * FROM users
        WHERE email = ${identity.email.toLowerCase()} AND identity IS NULL AND deactivated_at IS NULL`,
  );
  if (!invited) return null;
  await transaction.execute(sql`UPDATE users SET identity = ${key} WHERE id = ${invited.id}`);
  note(
    transaction,
    { userId: invited.id, origin: request.origin },
    { action: "LINK_IDENTITY", subject: subjectOf(invited), remark: identity.issuer },
  );
  return { ...invited, identity: key };
}
