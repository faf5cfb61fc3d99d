import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { i18n } from "@lingui/core";
import { expect, it, vi } from "vitest";
import { inOwnWords } from "./field-texts.ts";
import { importText, reasonText } from "./reason-texts.ts";

const IMPORTS = fileURLToPath(new URL("../../../../server/src/features/imports/", import.meta.url));
const code = readdirSync(IMPORTS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(`${IMPORTS}${file}`, "utf8"))
  .join("\n")
  .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

/** What only scripts meet: the interface offers none of it, or asks before. */
const OF_SCRIPTS =
  /^(The columns are not matched yet|The file has 7 columns, and|The mention|The import 7 is|Is it 7|Add it first|A 7 has no field)|Rep\.$/;
/** Parts of sentences, as they are when they are put together. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  "There is no 7 called 7 that you may read. 7": [
    "There is no partner called 7 that you may read. Add it first, or correct the cell.",
    "There is no partner called 7 that you may read. Is it 7 or 7?",
  ],
  "7 is no state or province 7 that we know. Write its name, or its ISO 3166-2 code, as IN-TN.": [
    "7 is no state or province in one country alone that we know. Write its name, or its ISO 3166-2 code, as IN-TN.",
    "7 is no state or province in Kenya that we know. Write its name, or its ISO 3166-2 code, as IN-TN.",
  ],
  "It is likely 7: 7.": ["It is likely 7: the same e-mail address."],
  "The import cannot be undone as one any more. 7: 7. Undo the rest by hand.": [
    "The import cannot be undone as one any more. 7 records of it were edited since: 7. Undo the rest by hand.",
  ],
};

/** Every sentence of the server about imports, with something in its gaps. */
const sentences = [...code.matchAll(/(["`])((?:(?!\1)[^\\\n])*[a-z)}\d]\.)\1/g)]
  .map((match) => (match[2] ?? "").replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "7"))
  .filter((text) => text.includes(" ") && /^[A-Z7]/.test(text) && !OF_SCRIPTS.test(text))
  .flatMap((text) => WHOLE[text] ?? [text]);
const labels = [...code.matchAll(/\blabel: "([^"]+)"/g)].map((match) => match[1] ?? "");

it("knows every sentence of the server about imports by its form", () => {
  expect(sentences.length).toBeGreaterThan(35);
  const asked = vi.spyOn(i18n, "_");
  const unknown = sentences.filter((text) => {
    asked.mockClear();
    importText(text);
    return asked.mock.calls.length === 0;
  });
  asked.mockRestore();
  expect(unknown).toEqual([]);
});

it("tells in words what speaks for a likely duplicate", () => {
  const message = 'It is likely "Kenya Police": the same words in another order.';
  expect(reasonText({ message, likeness: ["WORD_ORDER"] })).toBe(
    'It is likely "Kenya Police". What speaks for it: The same words in another order',
  );
});

it("names every field by a word of the catalogs", () => {
  expect(labels.length).toBeGreaterThan(40);
  const word = vi.spyOn(i18n, "_").mockReturnValue("a word");
  const unknown = labels.filter((label) => inOwnWords("PARTNER", { id: "x", label, choices: [] }).label !== "a word");
  word.mockRestore();
  expect(unknown).toEqual([]);
});
