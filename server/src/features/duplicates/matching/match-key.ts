import { createHash } from "node:crypto";

/** How long a key may be; longer ones are replaced by their digest. */
export const MATCH_KEY_LENGTH = 64;
const DIGEST = 16;

/** A key as it is kept. */
export function keyOf(text: string): string {
  if (text.length <= MATCH_KEY_LENGTH && /^[\x20-\x7e]*$/.test(text)) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, DIGEST);
  return `${text.slice(0, 1)}#${digest}`;
}
