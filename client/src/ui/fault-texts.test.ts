import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { i18n } from "@lingui/core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { faultText } from "./fault-texts.ts";

const RULES = fileURLToPath(new URL("../../../shared/src/rules/", import.meta.url));
const code = readdirSync(RULES)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(`${RULES}${file}`, "utf8"))
  .join("\n")
  .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
/** What only scripts send wrong: the interface offers no such value. */
const OF_SCRIPTS =
  /^"(first|quietMonths|days|year)"|^A (filter takes|separator is)|^The (words to look for|cursor|name of the sheet)|^(There is no such field|Match at most|Too much is said|Decide on fewer|Name the rows)/;

/** Every sentence of the rules, with something in its gaps. */
const sentences = [...code.matchAll(/(["`])((?:(?!\1)[^\\\n])*[a-z)}]\.)\1/g)]
  .map((match) => (match[2] ?? "").replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "7"))
  .filter((text) => text.includes(" ") && !OF_SCRIPTS.test(text));
const fields = [
  ...code.matchAll(
    /\b(?:line|paragraphs|code|flag|reference|listOf|setOf|count|linkedCollaborations)\(\s*"([A-Z][^"]*)"/g,
  ),
].map((match) => match[1] ?? "");

describe("what is wrong with a field", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("is told in English as the rule says it", () => {
    const empty = "The name is empty. Write 1 to 200 characters.";
    expect(faultText(empty)).toBe(empty);
    expect(faultText("Nobody gives it. Choose at least one giver.")).toBe(
      "Nobody gives it. Choose at least one giver.",
    );
    expect(faultText("Something new.")).toBe("Something new.");
  });

  it("is known by its form, whichever rule says it", () => {
    expect(sentences.length).toBeGreaterThan(40);
    const asked = vi.spyOn(i18n, "_");
    const unknown = sentences.filter((text) => {
      asked.mockClear();
      faultText(text);
      return asked.mock.calls.length === 0;
    });
    expect(unknown).toEqual([]);
  });

  it("names every field by a word of the catalogs", () => {
    expect(fields.length).toBeGreaterThan(60);
    vi.spyOn(i18n, "_").mockImplementation((text) => String(Object(Object(text).values).field ?? "a word"));
    expect(fields.filter((field) => faultText(`${field} is missing. Choose one.`) !== "a word")).toEqual([]);
  });
});
