import { expect, it } from "vitest";
import { withAsterisk } from "./pseudonym.ts";

it("marks a protected person's pseudonym with one asterisk", () => {
  expect(["Larysa", "Larysa*", "Larysa **"].map(withAsterisk)).toEqual(["Larysa*", "Larysa*", "Larysa*"]);
});
