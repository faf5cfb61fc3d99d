import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  /** The first 16 hexadecimal digits of SHA-256 over the key, by which sealed values say which key opens them. */
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * Seals what must not be readable in the database: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. The
 * first key seals; all of them open, so that keys can be exchanged while values sealed under the old one are there.
 */
export class KeyRing {
  private readonly keys: readonly [Key, ...Key[]];

  /**
   * @param text one or more keys of 32 bytes in base64, separated by commas, the newest first
   * @throws an Error whose message says what is wrong, without the key
   */
  constructor(text: string) {
    const [newest, ...older] = text.split(",").map((part) => keyOf(part.trim()));
    if (!newest) throw new Error("There is no key.");
    this.keys = [newest, ...older];
  }

  /** The id of the key under which new values are sealed. */
  get newest(): string {
    return this.keys[0].id;
  }

  /**
   * @param context what the value belongs to, as `true name of APPEARANCE`; a sealed value that is moved elsewhere does
   *   not open there
   * @returns `KEY.NONCE.CIPHERTEXT`, the last two in base64url; the ciphertext ends with the tag
   */
  seal(value: string, context: string): string {
    const [{ id, bytes }] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, bytes, nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return [id, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
  }

  /** @throws an Error where the key is not there, or the value was changed or belongs to another context */
  open(text: string, context: string): string {
    const [id = "", nonce = "", body = ""] = text.split(".");
    const key = this.keys.find((candidate) => candidate.id === id);
    if (!key) throw new Error(`DATA_KEY holds no key ${id}, under which a value was sealed. Add that key to it.`);
    const sealed = Buffer.from(body, "base64url");
    const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(nonce, "base64url"))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  }
}

/** The id of the key that a sealed value needs. */
export function keyIdOf(sealed: string): string {
  return sealed.split(".")[0] ?? "";
}

/** A new key, in base64. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString("base64");
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== KEY_BYTES || !/^[\w+/-]+={0,2}$/.test(text)) {
    throw new Error(
      "DATA_KEY must hold keys of 32 bytes in base64, separated by commas; make one with: openssl rand -base64 32",
    );
  }
  return { id: createHash("sha256").update("concord data key ").update(bytes).digest("hex").slice(0, 16), bytes };
}
