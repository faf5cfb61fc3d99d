import type { ApiTokenScope, Role } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, integer, optional, primary, text } from "../../database/columns.ts";
import type { Page } from "../../records/page.ts";

/** One of us. */
export interface User {
  id: string;
  version: number;
  name: string;
  nameSort: string;
  /** In lower case; no two users have the same. */
  email: string;
  role: Role;
  officeId: string;
  /** Argon2id, in the PHC string format; null until the user has chosen a password. */
  passwordHash: string | null;
  /** Set while the user may not sign in. */
  deactivatedAt: string | null;
  lastSignInAt: string | null;
  /** Issuer and subject at the organisation's OpenID provider; no two users have the same. */
  identity: string | null;
  /** Sealed: the secret of the one-time codes, and one that is being set up. */
  codesSecret: string | null;
  codesPending: string | null;
  /** The time step of the last code that was used: no code works twice. */
  codesLastStep: number | null;
}

export type UserPage = Page<User>;

export const userEntity = new EntitySchema<User>({
  name: "users",
  columns: {
    id: primary(id),
    version: integer,
    name: text(200),
    nameSort: text(400),
    email: text(254),
    role: text(30),
    officeId: id,
    passwordHash: optional(text(200)),
    deactivatedAt: optional(instant),
    lastSignInAt: optional(instant),
    identity: optional(text(500)),
    codesSecret: optional(text(400)),
    codesPending: optional(text(400)),
    codesLastStep: optional(integer),
  },
});

/** A user who has not signed in yet. */
export function newUser(
  user: Pick<User, "id" | "name" | "nameSort" | "email" | "role" | "officeId" | "passwordHash">,
): User {
  return {
    ...user,
    version: 1,
    deactivatedAt: null,
    lastSignInAt: null,
    identity: null,
    codesSecret: null,
    codesPending: null,
    codesLastStep: null,
  };
}

/** A session: the cookie holds a random token, the table only its keyed hash. */
export interface Session {
  tokenHash: string;
  /** By which it is listed and ended; not the token. */
  id: string;
  userId: string;
  createdAt: string;
  /** To the minute. */
  lastSeenAt: string;
  expiresAt: string;
  /** When a one-time code, or the organisation's provider, confirmed it. */
  confirmedAt: string | null;
  address: string | null;
  agent: string | null;
}

export const sessionEntity = new EntitySchema<Session>({
  name: "sessions",
  columns: {
    tokenHash: primary(text(64)),
    id,
    userId: id,
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    confirmedAt: optional(instant),
    address: optional(text(45)),
    agent: optional(text(200)),
  },
});

interface RecoveryCode {
  userId: string;
  codeHash: string;
}

export const recoveryCodeEntity = new EntitySchema<RecoveryCode>({
  name: "recovery_codes",
  columns: { userId: primary(id), codeHash: primary(text(64)) },
});

/** A link that lets its bearer choose the user's password. */
export interface AccountToken {
  tokenHash: string;
  userId: string;
  purpose: "INVITATION" | "PASSWORD_RESET";
  createdAt: string;
  expiresAt: string;
}

export const accountTokenEntity = new EntitySchema<AccountToken>({
  name: "account_tokens",
  columns: {
    tokenHash: primary(text(64)),
    userId: id,
    purpose: text(20),
    createdAt: instant,
    expiresAt: instant,
  },
});

/** Lets a script act as its user, within a scope and until a day. */
export interface ApiToken {
  id: string;
  tokenHash: string;
  userId: string;
  name: string;
  scope: ApiTokenScope;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export const apiTokenEntity = new EntitySchema<ApiToken>({
  name: "api_tokens",
  columns: {
    id: primary(id),
    tokenHash: text(64),
    userId: id,
    name: text(100),
    scope: text(10),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: optional(instant),
  },
});

/** A failed sign-in, counted by account, by address, and by both together. */
export interface SignInFailure {
  id: string;
  /** What is counted, hashed: neither addresses nor e-mail addresses are kept. */
  bucket: string;
  at: string;
}

export const signInFailureEntity = new EntitySchema<SignInFailure>({
  name: "sign_in_failures",
  columns: { id: primary(id), bucket: text(64), at: instant },
});
