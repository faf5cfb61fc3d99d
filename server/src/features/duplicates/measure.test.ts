import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, viewingOf } from "../../records/viewing.ts";
import { KeyRing, newKey } from "../../sealing.ts";
import { TestApplication } from "../../testing/application.ts";
import { demoId } from "../demo/demo.service.ts";
import { fitOf, type Measured, measureLabelledPairs } from "./measure.ts";

/** What is promised of likely duplicates: recall of 0.95 at a precision of 0.9, through keys and scoring. */
const RECALL = 0.95;
const PRECISION = 0.9;

let application: TestApplication;
let measured: Measured[];
beforeAll(async () => {
  application = await TestApplication.open();
  const viewer = { id: "", role: "ADMINISTRATOR", officeId: demoId("office-manila"), isInstallation: true } as const;
  measured = await measureLabelledPairs(
    viewingOf({ viewer, by: "SESSION" }, application.database, installation.origin, new KeyRing(newKey())),
  );
});
afterAll(() => application.close());

describe("the labelled pairs", () => {
  it("are at least 400, half of them near misses, and a third of them is held out", () => {
    expect(measured.length).toBeGreaterThanOrEqual(400);
    expect(measured.filter(({ pair }) => pair.is === "two").length).toBeGreaterThanOrEqual(measured.length / 2);
    expect(measured.filter(({ pair }) => pair.held).length).toBeGreaterThanOrEqual(measured.length / 3);
  });

  it("hold no pair twice", () => {
    const sides = measured.map(({ pair }) => JSON.stringify([pair.a, pair.b]));
    expect(sides.filter((side, index) => sides.indexOf(side) !== index)).toEqual([]);
  });

  it.each([
    ["all", () => measured],
    ["of partners", () => measured.filter(({ kind }) => kind === "PARTNER")],
    ["of people", () => measured.filter(({ kind }) => kind === "PERSON")],
    ["held out", () => measured.filter(({ pair }) => pair.held)],
  ])("%s: what is one is suggested, and what is suggested is one", (_name, chosen) => {
    const { recall, precision } = fitOf(chosen());
    expect(recall).toBeGreaterThanOrEqual(RECALL);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
  });
});
