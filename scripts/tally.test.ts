import { expect, it } from "vitest";
import { playwrightTally, sum, vitestTally } from "./tally.ts";

it("counts what was skipped as failed", () => {
  expect(vitestTally({ numPassedTests: 8, numTotalTests: 10, success: true })).toEqual({ passed: 8, failed: 2 });
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(playwrightTally({ stats, errors: [] })).toEqual({ passed: 5, failed: 3 });
});

it("counts a run that broke before its tests", () => {
  expect(vitestTally({ numPassedTests: 0, numTotalTests: 0, success: false })).toEqual({ passed: 0, failed: 1 });
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(playwrightTally({ stats, errors: [{}] })).toEqual({ passed: 0, failed: 1 });
});

it("sums over all suites", () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
