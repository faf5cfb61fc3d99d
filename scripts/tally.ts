import * as z from "zod";

/** How many tests of a suite passed and failed. What was skipped has not passed, so it counts as failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const vitestRule = z.object({ numPassedTests: z.number(), numTotalTests: z.number(), success: z.boolean() });
const playwrightRule = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Reads what vitest's JSON reporter wrote. A run that failed although each test passed, as by an import, has one failure. */
export function vitestTally(report: unknown): Tally {
  const { numPassedTests, numTotalTests, success } = vitestRule.parse(report);
  const failed = numTotalTests - numPassedTests;
  return { passed: numPassedTests, failed: failed === 0 && !success ? 1 : failed };
}

/** Reads what Playwright's JSON reporter wrote. A test that passed only when it was tried again has not passed. */
export function playwrightTally(report: unknown): Tally {
  const { stats, errors } = playwrightRule.parse(report);
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: failed === 0 && errors.length > 0 ? 1 : failed };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, tally) => ({ passed: all.passed + tally.passed, failed: all.failed + tally.failed }), {
    passed: 0,
    failed: 0,
  });
}
