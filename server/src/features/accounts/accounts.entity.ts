import type { Role } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, primary, text } from "../../database/columns.ts";
import type { Page } from "../../records/page.ts";

/** One of us. */
export interface User {
  id: string;
  name: string;
  nameSort: string;
  /** In lower case; no two users have the same. */
  email: string;
  role: Role;
  officeId: string;
  /** Argon2id, in the PHC string format. */
  passwordHash: string;
}

export type UserPage = Page<User>;

export const userEntity = new EntitySchema<User>({
  name: "users",
  columns: {
    id: primary(id),
    name: text(200),
    nameSort: text(400),
    email: text(254),
    role: text(30),
    officeId: id,
    passwordHash: text(200),
  },
});

/** A session: the cookie holds a random token, the table only its keyed hash. */
export interface Session {
  tokenHash: string;
  userId: string;
  createdAt: string;
  expiresAt: string;
}

export const sessionEntity = new EntitySchema<Session>({
  name: "sessions",
  columns: { tokenHash: primary(text(64)), userId: id, createdAt: instant, expiresAt: instant },
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
