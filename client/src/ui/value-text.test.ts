import { expect, it } from "vitest";
import { valueText } from "./value-text.ts";

it("reads a list as people do: codes in words, dates in full, and no ids of its items", () => {
  const id = "0190a000-0000-7000-8000-00000000dead";
  expect(
    valueText([
      { id, name: "Olena*", role: "WITNESS", count: 1, protected: true, consent: false },
      { id: null, name: "Police officers", role: "ACCUSED", count: 4, protected: false, consent: false },
    ]),
  ).toBe("Olena*, Witness, 1, Yes; Police officers, Accused, 4");
  expect(valueText([{ date: "2005-12", title: "The rescue" }])).toBe("December 2005, The rescue");
});
