import { expect, it } from "vitest";
import { attachingFault, isPicture } from "./attachments.ts";

it.each([
  ["a photo", { name: "plaque.jpg", type: "image/jpeg", size: 1_000 }, null],
  ["a photo as large as may be", { name: "plaque.jpg", type: "image/jpeg", size: 2_000 }, null],
  ["a photo that is larger", { name: "plaque.jpg", type: "image/jpeg", size: 2_001 }, "SIZE"],
  ["a drawing that can run scripts", { name: "plaque.svg", type: "image/svg+xml", size: 10 }, "KIND"],
  ["a film, large as it is", { name: "film.mp4", type: "video/mp4", size: 9_000 }, "KIND"],
  ["a Word document of a system that does not know it", { name: "Letter.DOCX", type: "", size: 10 }, null],
  ["something without type and ending", { name: "README", type: "", size: 10 }, "KIND"],
])("says of %s whether it may be attached", (_what, file, fault) => {
  expect(attachingFault(file, 2_000)).toBe(fault);
});

it("knows pictures from documents", () => {
  expect(["image/png", "application/pdf", "text/html"].map(isPicture)).toEqual([true, false, false]);
});
