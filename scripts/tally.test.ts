import { expect, it } from "vitest";
import { playwrightTally, sum, vitestTally, withSecondTry } from "./tally.ts";

const SKIPPED = { numPassedTests: 8, numTotalTests: 10, success: true };

it("counts what was skipped as failed", () => {
  expect(vitestTally({ ...SKIPPED, testResults: [] })).toMatchObject({ passed: 8, failed: 2 });
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(playwrightTally({ stats, errors: [], suites: [] })).toMatchObject({ passed: 5, failed: 3 });
});

it("counts a run that broke before its tests", () => {
  const nothing = { numPassedTests: 0, numTotalTests: 0, success: false, testResults: [] };
  expect(vitestTally(nothing)).toMatchObject({ passed: 0, failed: 1 });
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(playwrightTally({ stats, errors: [{}], suites: [] })).toMatchObject({ passed: 0, failed: 1 });
});

it("names each test that failed, with the beginning of why", () => {
  const assertionResults = [
    { fullName: "a sum adds", status: "failed", failureMessages: ["expected 3\n\n  at sum.ts:1"] },
    { fullName: "a sum ends", status: "passed", failureMessages: [] },
  ];
  const files = [
    { name: "sum.test.ts", status: "failed", message: "", assertionResults },
    { name: "broken.test.ts", status: "failed", message: "cannot be read", assertionResults: [] },
  ];
  expect(vitestTally({ numPassedTests: 1, numTotalTests: 2, success: false, testResults: files }).failures).toEqual([
    "sum.test.ts › a sum adds (failed)\n    expected 3\n      at sum.ts:1",
    "broken.test.ts\n    cannot be read",
  ]);

  expect(playwrightTally(failedStory())).toEqual({
    passed: 0,
    failed: 1,
    failures: ["saves.spec.ts:3 › it saves (unexpected)\n    too late"],
    secondTries: [],
  });
});

const tally = (passed: number, ...failures: string[]) => ({
  passed,
  failed: failures.length,
  failures,
  secondTries: [],
});

it("names each story that passed only at its second try, as passed", () => {
  const first = tally(7, "saves.spec.ts:3 › it saves\n    too late", "reads.spec.ts:9 › it reads\n    no row");
  const second = tally(1, "reads.spec.ts:9 › it reads\n    again no row");
  expect(withSecondTry(first, second)).toEqual({
    passed: 8,
    failed: 1,
    failures: second.failures,
    secondTries: ["saves.spec.ts:3 › it saves\n    too late"],
  });
});

it("counts what was not tried again as failed", () => {
  const first = tally(7, "it saves", "it reads");
  expect(withSecondTry(first, tally(0))).toMatchObject({ passed: 7, failed: 2, failures: first.failures });
});

function failedStory() {
  const tests = [{ status: "unexpected", results: [{ error: { message: "too late" } }, {}] }];
  const inside = { specs: [{ title: "it saves", file: "saves.spec.ts", line: 3, tests }] };
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 };
  return { stats, errors: [], suites: [{ specs: [], suites: [inside] }] };
}

it("sums over all suites", () => {
  expect(
    sum([
      { passed: 1, failed: 0, failures: [], secondTries: ["slow"] },
      { passed: 2, failed: 3, failures: ["one of them"], secondTries: [] },
    ]),
  ).toEqual({ passed: 3, failed: 3, failures: ["one of them"], secondTries: ["slow"] });
});
