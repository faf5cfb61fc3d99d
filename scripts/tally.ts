import * as z from "zod";

/** How many tests of a suite passed and failed, and which failed. What was skipped has not passed, so it counts as failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One line or more for each that failed: where it stands, and the beginning of why. */
  readonly failures: readonly string[];
  /** The same for each that passed only when it was tried a second time: it has passed, and is to be looked at. */
  readonly secondTries: readonly string[];
}

/** Nothing passed, for this reason. */
export function failure(why: string): Tally {
  return { passed: 0, failed: 1, failures: [why], secondTries: [] };
}

const vitestRule = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** A suite of a Playwright report: a file, or a group in it. */
interface Stories {
  readonly suites?: readonly Stories[] | undefined;
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly { readonly status: string; readonly results: readonly { readonly error?: Message }[] }[];
  }[];
}
interface Message {
  readonly message?: string | undefined;
}
const messageRule = z.object({ message: z.string().optional() });
const storiesRule: z.ZodType<Stories> = z.object({
  suites: z.lazy(() => z.array(storiesRule)).optional(),
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({ status: z.string(), results: z.array(z.object({ error: messageRule.exactOptional() })) }),
      ),
    }),
  ),
});
const playwrightRule = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(messageRule),
  suites: z.array(storiesRule),
});

/** The beginning of a message, by which a failure is known; the whole of it stands where the test ran. */
const FIRST_LINES = 6;

function failed(title: string, message: string | undefined): string {
  const lines = (message ?? "").split("\n").filter((line) => line.trim() !== "");
  return [title, ...lines.slice(0, FIRST_LINES).map((line) => `    ${line}`)].join("\n");
}

function tallyOf(passed: number, count: number, failures: readonly string[]): Tally {
  return { passed, failed: Math.max(count, Math.min(failures.length, 1)), failures, secondTries: [] };
}

/** Reads what vitest's JSON reporter wrote. A run that failed although each test passed, as by an import, has one failure. */
export function vitestTally(report: unknown): Tally {
  const { numPassedTests, numTotalTests, success, testResults } = vitestRule.parse(report);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status !== "passed");
    if (tests.length === 0) return status === "passed" ? [] : [failed(name, message)];
    return tests.map((test) => failed(`${name} › ${test.fullName} (${test.status})`, test.failureMessages?.[0]));
  });
  const unnamed = failures.length === 0 && !success ? ["the run failed although each test passed"] : [];
  return tallyOf(numPassedTests, numTotalTests - numPassedTests, [...failures, ...unnamed]);
}

function failedStories({ suites = [], specs }: Stories): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status !== "expected")
      .map(({ status, results }) =>
        failed(`${file}:${line} › ${title} (${status})`, results.find(({ error }) => error)?.error?.message),
      ),
  );
  return [...own, ...suites.flatMap(failedStories)];
}

/** Reads what Playwright's JSON reporter wrote. */
export function playwrightTally(report: unknown): Tally {
  const { stats, errors, suites } = playwrightRule.parse(report);
  const failures = [
    ...errors.map(({ message }) => failed("outside the stories", message)),
    ...suites.flatMap(failedStories),
  ];
  return tallyOf(stats.expected, stats.unexpected + stats.flaky + stats.skipped, failures);
}

/** Whether a failure is of a story that was not told, as others had to be before it. */
export function isSkipped(failure: string): boolean {
  return failure.split("\n")[0]?.endsWith("(skipped)") ?? false;
}

/** A run of which those that failed were tried once more, by themselves. */
export function withSecondTry(first: Tally, second: Tally): Tally {
  // Where fewer were tried than had failed, the others have not passed.
  const untried = Math.max(0, first.failed - second.passed - second.failed);
  const isThere = (failure: string) => second.failures.some((text) => text.split("\n")[0] === failure.split("\n")[0]);
  return {
    passed: first.passed + second.passed,
    failed: second.failed + untried,
    failures: untried > 0 ? first.failures : second.failures,
    secondTries: first.failures.filter((failure) => !isThere(failure)),
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, tally) => ({
      passed: all.passed + tally.passed,
      failed: all.failed + tally.failed,
      failures: [...all.failures, ...tally.failures],
      secondTries: [...all.secondTries, ...tally.secondTries],
    }),
    { passed: 0, failed: 0, failures: [], secondTries: [] },
  );
}
