import { expect, it } from "vitest";
import { mediaTypeWords, sizeWords } from "./file-words.ts";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1_023, "1,023 bytes"],
  [1_024, "1 kB"],
  [1_047_552, "1,023 kB"],
  [1_572_864, "1.5 MB"],
  [20_971_520, "20 MB"],
])("says %d bytes as %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

it("calls a type that it does not know by its own name", () => {
  expect(mediaTypeWords("application/pdf")).toBe("PDF");
  expect(mediaTypeWords("audio/ogg")).toBe("audio/ogg");
});
