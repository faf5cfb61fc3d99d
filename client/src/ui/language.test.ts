import { describe, expect, it } from "vitest";
import { languageFor } from "./language.ts";

describe("somebody reads", () => {
  it.each([
    ["the language that they chose", "ta", ["es-MX", "en"], "ta", "ta-IN"],
    ["the first one that their browser asks for and that there is", null, ["de-DE", "es-GT", "en-US"], "es", "es-GT"],
    ["Filipino where their browser asks for Tagalog", null, ["tl"], "fil", "fil-PH"],
    ["English where there is none of theirs", null, ["de", "fr-CA"], "en", "en-GB"],
    ["English where what was kept is no language", "xx", [], "en", "en-GB"],
    ["dates and numbers as their place writes them", "en", ["ta-IN", "en-US"], "en", "en-US"],
  ])("%s", (_promise, chosen, asked, language, locale) => {
    expect(languageFor(chosen, asked)).toEqual({ language, locale, direction: "ltr" });
  });
});
