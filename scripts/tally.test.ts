import { expect, it } from "vitest";
import { playwrightTally, sum, vitestTally } from "./tally.ts";

const SKIPPED = { numPassedTests: 8, numTotalTests: 10, success: true };

it("counts what was skipped as failed", () => {
  expect(vitestTally({ ...SKIPPED, testResults: [] })).toMatchObject({ passed: 8, failed: 2 });
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(playwrightTally({ stats, errors: [], suites: [] })).toMatchObject({ passed: 6, failed: 2 });
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

  expect(playwrightTally(storyThat("unexpected"))).toEqual({
    passed: 0,
    failed: 1,
    failures: ["saves.spec.ts:3 › it saves (unexpected)\n    too late"],
    secondTries: [],
  });
});

it("names each story that passed only at its second try, as passed", () => {
  expect(playwrightTally(storyThat("flaky"))).toEqual({
    passed: 1,
    failed: 0,
    failures: [],
    secondTries: ["saves.spec.ts:3 › it saves (flaky)\n    too late"],
  });
});

function storyThat(status: "unexpected" | "flaky") {
  const tests = [{ status, results: [{ error: { message: "too late" } }, {}] }];
  const inside = { specs: [{ title: "it saves", file: "saves.spec.ts", line: 3, tests }] };
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0, [status]: 1 };
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
