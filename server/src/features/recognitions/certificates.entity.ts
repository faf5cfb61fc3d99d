import type { Signatory } from "@concord/shared/rules/recognitions";
import type { RecognitionKind } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, instant, json, longText, optional, primary, text } from "../../database/columns.ts";

/** What stands on a certificate, as it was signed: later changes of names and records do not change it. */
export interface CertificateWords {
  /** The organisation that gives it, by its full name. */
  readonly organisation: string;
  readonly kind: RecognitionKind;
  readonly title: string;
  readonly citation: string | null;
  /** EDTF. */
  readonly date: string;
  readonly occasion: string | null;
  readonly givers: readonly string[];
  readonly recipients: readonly string[];
  readonly signatories: readonly Signatory[];
}

export interface Certificate {
  id: string;
  recognitionId: string;
  code: string;
  words: CertificateWords;
  /** One signed Open Badges credential for each recipient, in their order. */
  credentials: readonly object[];
  issuedAt: string;
  issuedBy: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawalReason: string | null;
}

export const certificateEntity = new EntitySchema<Certificate>({
  name: "certificates",
  columns: {
    id: primary(id),
    recognitionId: id,
    code: text(32),
    words: json,
    credentials: json,
    issuedAt: instant,
    issuedBy: id,
    withdrawnAt: optional(instant),
    withdrawnBy: optional(id),
    withdrawalReason: optional(longText),
  },
});

/** A pair of Ed25519 keys that sign credentials. One that has signed stays: its public key checks what it signed. */
export interface SigningKey {
  /** The public key as Multikey writes it, which names the key, too. */
  id: string;
  /** By the key ring, in the context `signingKeyContext` of its id. */
  sealed: string;
  createdAt: string;
}

export const signingKeyEntity = new EntitySchema<SigningKey>({
  name: "signing_keys",
  columns: { id: primary(text(64)), sealed: text(2000), createdAt: instant },
});

/** What a sealed key belongs to: it opens nowhere else. */
export function signingKeyContext(keyId: string): string {
  return `signing key ${keyId}`;
}
