/** An answer with every text in it changed, at whatever depth. */
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withTexts(inner, change)]));
}

/** What a cursor holds, as it is read by whoever decodes it; other texts as they are. */
export function readCursor(text: string): string {
  const decoded = /^[\w-]{20,}$/.test(text) ? Buffer.from(text, "base64url").toString("utf8") : "";
  return decoded.startsWith('["') ? decoded : text;
}
