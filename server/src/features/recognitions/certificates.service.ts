import { randomBytes } from "node:crypto";
import type { Signatory } from "@concord/shared/rules/recognitions";
import sql, { type Sql } from "sql-template-tag";
import { v7 } from "uuid";
import type { Reader, Transaction } from "../../database/database.ts";
import { textOf } from "../../database/rows.ts";
import { notFound } from "../../errors.ts";
import { isIssued, whereRecognised } from "../../records/recognised.ts";
import type { Viewing } from "../../records/viewing.ts";
import type { Settings } from "../../settings.ts";
import { type Certificate, type CertificateWords, certificateEntity } from "./certificates.entity.ts";
import type { Recognition } from "./recognitions.entity.ts";
import { newestSigningKey, openSigningKey, signerOf } from "./signing-keys.ts";

/** Crockford's base 32: no letter in it is taken for a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 26;

/** A code of 130 random bits, which nobody guesses. */
function newCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** A code as it is kept, of one as people type it: in small letters, in groups, with an O for a zero. */
function codeOf(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

type Addresses = Pick<Settings, "publicUrl">;

/** Where everything of a certificate is. */
export function addressesOf({ publicUrl }: Addresses, { code, words }: Pick<Certificate, "code" | "words">) {
  return {
    checkAddress: `${publicUrl}/check/${code}`,
    pdfAddress: `/certificates/${code}.pdf`,
    credentials: words.recipients.map((recipient, index) => ({
      recipient,
      address: `${publicUrl}/credentials/${code}/${index + 1}`,
    })),
  };
}

/** The certificate of a recognition that is in force. */
export async function certificateInForce(reader: Reader, recognitionId: string): Promise<Certificate | null> {
  const [certificate] = await reader.find(
    certificateEntity,
    sql`SELECT * FROM certificates WHERE recognition_id = ${recognitionId} AND withdrawn_at IS NULL`,
  );
  return certificate ?? null;
}

/**
 * The certificate that somebody who is not signed in may see, because they hold it: in force, of a recognition that is
 * there, was issued and is not restricted. Whatever else there is or was with the code is null alike.
 */
export function certificateByCode(reader: Reader, typed: string): Promise<Certificate | null> {
  return certificateWith(
    reader,
    typed,
    sql`r.deleted_at IS NULL AND r.confidentiality <> 'RESTRICTED' AND ${isIssued("r")}`,
  );
}

/** The certificate in force with a code, whose recognition `r` is such. */
async function certificateWith(reader: Reader, typed: string, isSuch: Sql): Promise<Certificate | null> {
  const [certificate] = await reader.find(
    certificateEntity,
    sql`SELECT c.* FROM certificates c JOIN recognitions r ON r.id = c.recognition_id
        WHERE c.code = ${codeOf(typed).slice(0, CODE_LENGTH + 1)} AND c.withdrawn_at IS NULL AND ${isSuch}`,
  );
  return certificate ?? null;
}

/**
 * A certificate in force, for a user who may read its recognition.
 * @throws NOT_FOUND
 */
export async function readableCertificate(viewing: Viewing, typed: string): Promise<Certificate> {
  const certificate = await certificateWith(viewing.database, typed, whereRecognised(viewing.viewer, "r"));
  if (!certificate) throw notFound("certificate", typed);
  return certificate;
}

/** Makes and signs the certificate of a recognition that has just been written. */
export async function issueCertificate(
  transaction: Transaction,
  settings: Pick<Settings, "publicUrl" | "keys" | "organisation">,
  recognition: Recognition & { readonly dateEdtf: string },
  signatories: readonly Signatory[],
  issuedBy: string,
): Promise<void> {
  const issuedAt = new Date().toISOString();
  const words: CertificateWords = {
    organisation: settings.organisation.name,
    kind: recognition.kind,
    title: recognition.title,
    citation: recognition.citation,
    date: recognition.dateEdtf,
    occasion: recognition.occasion,
    ...(await namesOn(transaction, recognition.id, settings.organisation.name)),
    signatories,
  };
  const code = newCode();
  const addresses = addressesOf(settings, { code, words });
  const key = await newestSigningKey(transaction, settings.keys);
  const pair = await openSigningKey(key, settings.keys, settings.publicUrl);
  const issuer = { did: signerOf(settings.publicUrl, key.id).did, url: settings.publicUrl };
  const { badgeOf, signBadge } = await import("./credentials.ts");
  const credentials: object[] = [];
  for (const { recipient, address } of addresses.credentials) {
    const { checkAddress } = addresses;
    const badge = badgeOf({ words, recipient, recognitionId: recognition.id, issuedAt, address, checkAddress, issuer });
    credentials.push(await signBadge(badge, pair, issuedAt));
  }
  await transaction.insert(certificateEntity, [
    {
      ...{ id: v7(), recognitionId: recognition.id, code, words, credentials, issuedAt, issuedBy },
      ...{ withdrawnAt: null, withdrawnBy: null, withdrawalReason: null },
    },
  ]);
}

/** Givers and recipients by the names that they bear on the day; people with their rank. */
async function namesOn(reader: Reader, recognitionId: string, us: string) {
  const rows = await reader.raw(
    sql`SELECT t.side, COALESCE(t.person_name, p.name, ${us}) AS name FROM recognition_parties t
        LEFT JOIN partners p ON p.id = t.partner_id AND t.person_id IS NULL
        WHERE t.recognition_id = ${recognitionId} ORDER BY t.side, t.position`,
  );
  const on = (side: string) => rows.filter((row) => textOf(row, "side") === side).map((row) => textOf(row, "name"));
  return { givers: on("GIVER"), recipients: on("RECIPIENT") };
}

/** Takes the certificate in force of a recognition out of force; answers whether there was one. */
export async function withdrawCertificateOf(
  transaction: Transaction,
  recognitionId: string,
  by: string,
  reason: string,
): Promise<boolean> {
  const withdrawn = await transaction.execute(
    sql`UPDATE certificates SET withdrawn_at = ${new Date().toISOString()}, withdrawn_by = ${by},
        withdrawal_reason = ${reason} WHERE recognition_id = ${recognitionId} AND withdrawn_at IS NULL`,
  );
  return withdrawn > 0;
}
