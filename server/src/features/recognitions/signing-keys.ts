/// <reference path="./untyped-libraries.d.ts" />
import type { KeyPair } from "@digitalbazaar/ed25519-multikey";
import sql from "sql-template-tag";
import type { Reader, Transaction } from "../../database/database.ts";
import type { KeyRing } from "../../sealing.ts";
import { type SigningKey, signingKeyContext, signingKeyEntity } from "./certificates.entity.ts";

/**
 * The DID of this installation: `did:web` of its address where that is one of the web (W3C did:web), else null: what is
 * signed then names the key itself (`did:key`), as in a trial on one machine.
 */
export function webDid(publicUrl: string): string | null {
  const { protocol, host, pathname } = new URL(publicUrl);
  if (protocol !== "https:") return null;
  const path = pathname.split("/").filter(Boolean);
  return ["did", "web", encodeURIComponent(host), ...path].join(":");
}

/** Who signs with a key, and under which address a verifier finds the key. */
export function signerOf(publicUrl: string, keyId: string): { readonly did: string; readonly method: string } {
  const did = webDid(publicUrl) ?? `did:key:${keyId}`;
  return { did, method: `${did}#${keyId}` };
}

/** The newest key pair; the first one is made when it is first wanted. */
export async function newestSigningKey(transaction: Transaction, keys: KeyRing): Promise<SigningKey> {
  const [newest] = await transaction.find(
    signingKeyEntity,
    sql`SELECT * FROM signing_keys ORDER BY created_at DESC, id LIMIT 1`,
  );
  if (newest) return newest;
  const { generate } = await import("@digitalbazaar/ed25519-multikey");
  const pair = await generate();
  const { publicKeyMultibase: id, secretKeyMultibase } = await pair.export({ publicKey: true, secretKey: true });
  const made = {
    id,
    sealed: keys.seal(secretKeyMultibase, signingKeyContext(id)),
    createdAt: new Date().toISOString(),
  };
  await transaction.insert(signingKeyEntity, [made]);
  return made;
}

/** A key pair that signs. */
export async function openSigningKey({ id, sealed }: SigningKey, keys: KeyRing, publicUrl: string): Promise<KeyPair> {
  const { from } = await import("@digitalbazaar/ed25519-multikey");
  const { did, method } = signerOf(publicUrl, id);
  const secretKeyMultibase = keys.open(sealed, signingKeyContext(id));
  return from({ type: "Multikey", id: method, controller: did, publicKeyMultibase: id, secretKeyMultibase });
}

/** The DID document by which a verifier finds every key that has signed; null where the address is none of the web. */
export async function didDocument(reader: Reader, publicUrl: string): Promise<object | null> {
  const id = webDid(publicUrl);
  if (id === null) return null;
  const keys = await reader.find(signingKeyEntity, sql`SELECT * FROM signing_keys ORDER BY created_at, id`);
  const methods = keys.map((key) => ({
    id: signerOf(publicUrl, key.id).method,
    type: "Multikey",
    controller: id,
    publicKeyMultibase: key.id,
  }));
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id,
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  };
}
