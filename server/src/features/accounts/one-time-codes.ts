import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import sql from "sql-template-tag";
import type { Reader, Transaction } from "../../database/database.ts";
import { numberOf } from "../../database/rows.ts";
import type { Settings } from "../../settings.ts";
import { recoveryCodeEntity, type User } from "./accounts.entity.ts";

const PERIOD_SECONDS = 30;
/** Clocks may be apart by one step either way. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Crockford's base 32: nothing that is mistaken for something else. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** TOTP, RFC 6238, as authenticator apps expect it: SHA-1, six digits, thirty seconds. */
function generator(settings: Settings, user: Pick<User, "email">, secret: string): TOTP {
  return new TOTP({
    issuer: `Concord ${settings.organisation.shortName}`,
    label: user.email,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}

/** What a sealed secret belongs to: it opens for nobody else. */
export function codesContext(userId: string): string {
  return `one-time codes of ${userId}`;
}

/** A new secret, sealed, with what an authenticator app needs to know. */
export function newCodes(settings: Settings, user: User): { sealed: string; secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return {
    sealed: settings.keys.seal(secret, codesContext(user.id)),
    secret,
    uri: generator(settings, user, secret).toString(),
  };
}

/** The time step of a code that is right now under a sealed secret; null where it is not right. */
export function stepOfCode(settings: Settings, user: User, sealed: string, code: string): number | null {
  const secret = settings.keys.open(sealed, codesContext(user.id));
  const now = Date.now();
  const delta = generator(settings, user, secret).validate({
    token: code.replaceAll(/\s/g, ""),
    window: WINDOW,
    timestamp: now,
  });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}

/**
 * Uses up a one-time code or a recovery code; neither works twice.
 * @returns which of the two it was; null where it is neither
 */
export async function useCode(
  transaction: Transaction,
  settings: Settings,
  user: User,
  code: string,
): Promise<"CODE" | "RECOVERY" | null> {
  if (user.codesSecret === null) return null;
  const step = stepOfCode(settings, user, user.codesSecret, code);
  if (step !== null) {
    const used = await transaction.execute(
      sql`UPDATE users SET codes_last_step = ${step}
          WHERE id = ${user.id} AND (codes_last_step IS NULL OR codes_last_step < ${step})`,
    );
    return used === 1 ? "CODE" : null;
  }
  const recovered = await transaction.execute(
    sql`DELETE FROM recovery_codes WHERE user_id = ${user.id} AND code_hash = ${recoveryHash(code)}`,
  );
  return recovered === 1 ? "RECOVERY" : null;
}

/** Replaces the user's recovery codes and answers the new ones, which are kept only as hashes. */
export async function renewRecoveryCodes(transaction: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  await transaction.execute(sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`);
  await transaction.insert(
    recoveryCodeEntity,
    codes.map((code) => ({ userId, codeHash: recoveryHash(code) })),
  );
  return codes;
}

export async function recoveryCodesLeft(reader: Reader, userId: string): Promise<number> {
  const [row] = await reader.raw(sql`SELECT COUNT(*) AS total FROM recovery_codes WHERE user_id = ${userId}`);
  return numberOf(row, "total");
}

/** Sixteen characters, 80 random bits, in groups of four: too many for anybody to try, so that a plain hash will do. */
function recoveryCode(): string {
  const characters = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return characters.match(/.{4}/g)?.join("-") ?? characters;
}

function recoveryHash(code: string): string {
  const normal = code.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return createHash("sha256").update(normal).digest("hex");
}
