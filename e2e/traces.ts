import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of a folder, at whatever depth, with its bytes. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path)];
    }),
  );
}

/** The places in which a word of one of the names stands, in any form in which programs write text down. */
export function tracesOf(names: readonly string[], places: ReadonlyMap<string, Buffer>): string[] {
  const forms = names.flatMap((name) => name.split(" ").flatMap(formsOf));
  return [...places].flatMap(([place, bytes]) =>
    forms.filter(({ form }) => bytes.includes(form)).map(({ word, kind }) => `${word} as ${kind} in ${place}`),
  );
}

interface Form {
  readonly word: string;
  readonly kind: string;
  readonly form: Buffer;
}

function formsOf(word: string): Form[] {
  return [...new Set([word, word.toLowerCase(), word.toUpperCase()])].flatMap((spelling) => {
    const escapes = spelling.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
    const texts = {
      "percent-encoded text": encodeURIComponent(spelling),
      "JSON escapes": escapes.map((hex) => `\\u${hex}`).join(""),
      "JSON escapes in capitals": escapes.map((hex) => `\\u${hex.toUpperCase()}`).join(""),
    };
    return [
      { word, kind: "UTF-8", form: Buffer.from(spelling) },
      { word, kind: "UTF-16", form: Buffer.from(spelling, "utf16le") },
      ...Object.entries(texts).map(([kind, text]) => ({ word, kind, form: Buffer.from(text) })),
      ...[0, 1, 2].flatMap((before) => base64Forms(word, Buffer.from(spelling), before)),
    ];
  });
}

/** How a text looks within a longer one in base64, where so many bytes of a group of three come before it. */
function base64Forms(word: string, text: Buffer, before: number): Form[] {
  const encoded = Buffer.concat([Buffer.alloc(before), text]).toString("base64");
  // Signs at either end also hold bits of what stands beside it.
  const whole = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + text.length) * 8) / 6));
  return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")].map((form) => ({
    word,
    kind: "base64",
    form: Buffer.from(form),
  }));
}
