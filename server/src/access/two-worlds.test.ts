import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { resolvers } from "../features/resolvers.ts";
import { buildSchema } from "../graphql/schema.ts";
import { KINDS } from "../testing/kinds.ts";
import { mutationCases } from "../testing/schema-walk/mutation-cases.ts";
import { answerTo, comparable, everythingSeen } from "../testing/two-worlds/answers.ts";
import { beginnings, deeds, deedsOf } from "../testing/two-worlds/deed-arbitraries.ts";
import { type Deed, deedMutations, perform } from "../testing/two-worlds/deeds.ts";
import { dryRunOf, importsOf, performImport } from "../testing/two-worlds/imports.ts";
import { questionsOf } from "../testing/two-worlds/questions.ts";
import { CAST, setClock, type Who, World } from "../testing/two-worlds/world.ts";

/**
 * Two worlds. In the first, people do things by chance. In the second the same is done at the same moments, but without
 * what a viewer may not read when all is done: those records never were, and no record ever named them. Whatever the
 * viewer then asks, or tries to do, is answered the same in both: what they may not read is as if it did not exist.
 */

const schema = buildSchema(resolvers);
/** Other seeds try other worlds, and more runs more of them; a failure prints the seed with which it comes again. */
const SEED = Number(process.env["TWO_WORLDS_SEED"] ?? 20261124);
const RUNS = Number(process.env["TWO_WORLDS_RUNS"] ?? 8);

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

/** What was done in the first world, and what must not have been in the second. */
interface Story {
  readonly done: readonly { readonly deed: Deed; readonly succeeded: boolean; readonly caughtIn: string | null }[];
  readonly hidden: ReadonlySet<string>;
}

async function live(world: World, story: readonly Deed[], viewer: Who): Promise<Story> {
  const done: Story["done"][number][] = [];
  const removed: string[] = [];
  for (const [moment, deed] of story.entries()) {
    setClock(moment);
    const hidden = () => (deed.what === "emptyTrash" ? world.hiddenFrom(CAST[viewer]) : []);
    const before = await hidden();
    const { done: succeeded } = await perform(world, deed);
    const after = new Set(await hidden());
    removed.push(...before.filter((id) => !after.has(id)));
    done.push({ deed, succeeded, caughtIn: succeeded ? null : await world.caughtIn() });
  }
  return { done, hidden: new Set([...removed, ...(await world.hiddenFrom(CAST[viewer]))]) };
}

/** The same without what is hidden; what was refused because of it is left out as well. */
async function relive(world: World, { done, hidden }: Story): Promise<void> {
  for (const [moment, { deed, succeeded, caughtIn }] of done.entries()) {
    setClock(moment);
    const namesHidden = (text: string) => [...hidden].some((id) => text.includes(id));
    if (namesHidden(deed.id) || (!succeeded && namesHidden(JSON.stringify([deed, caughtIn])))) continue;
    const told = await perform(world, withoutLinks(deed, hidden));
    expect({ deed, ...told }).toMatchObject({ deed, done: succeeded });
  }
}

function withoutLinks(deed: Deed, hidden: ReadonlySet<string>): Deed {
  if (!("input" in deed)) return deed;
  const input = Object.entries(deed.input).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.filter((item) => !hidden.has(item)) : value,
  ]);
  return { ...deed, input: Object.fromEntries(input) };
}

const scenarios = fc
  .constantFrom<Who[]>("otherManager", "otherManager", "regional", "otherRegional", "leader", "otherLeader")
  .chain((viewer) =>
    fc.record({
      viewer: fc.constant(viewer),
      beginning: beginnings,
      deeds: fc.array(deeds, { minLength: 30, maxLength: 60 }),
      questions: fc.tuple(...questionsOf(schema)),
      dryRun: dryRunOf(viewer),
      attempts: fc.array(deedsOf(fc.constant(viewer)), { minLength: 15, maxLength: 20 }),
      imports: fc.array(importsOf(fc.constant(viewer)), { minLength: 4, maxLength: 6 }),
    }),
  );

/** That the worlds are full of what matters, so that it is no wonder if two of them look the same. */
const happened = {
  deeds: new Set<string>(),
  hidden: 0,
  answered: new Set<string>(),
  matched: new Set<string | undefined>(),
};

it("answers every viewer as if what they may not read did not exist", { timeout: 100_000 * RUNS }, async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async ({ viewer, beginning, deeds: later, questions, dryRun, attempts, imports }) => {
      const worlds = [await World.open(), await World.open()] as const;
      try {
        const story = await live(worlds[0], [...beginning, ...later], viewer);
        await relive(worlds[1], story);
        remember(story);
        await expectSame(worlds, async (world) => comparable((await performImport(world, dryRun)).answer));
        await expectSame(worlds, (world) => everythingSeen(world, viewer, schema));
        for (const question of questions) {
          const { told } = await expectSame(worlds, (world) => answerTo(world, viewer, question));
          if (!JSON.stringify(told).includes('"errors":[{')) happened.answered.add(question.document);
        }
        for (const [index, attempt] of attempts.entries()) {
          setClock(story.done.length + index);
          await expectSame(worlds, async (world) => [attempt, comparable((await perform(world, attempt)).answer)]);
        }
        for (const [index, deed] of imports.entries()) {
          setClock(story.done.length + attempts.length + index);
          const { told } = await expectSame(worlds, async (world) => {
            const { done, answer } = await performImport(world, deed);
            return { asked: deed, done, told: comparable(answer) };
          });
          for (const match of JSON.stringify(told).matchAll(/"matchedBy":"(\w+)"/g)) happened.matched.add(match[1]);
        }
        await expectSame(worlds, (world) => everythingSeen(world, viewer, schema));
      } finally {
        for (const world of worlds) await world.close();
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});

it("and there was much to hide, done in every way, and every question had an answer", () => {
  expect(happened.hidden).toBeGreaterThan(4 * RUNS);
  for (const what of [
    "create",
    "propose",
    "APPROVE",
    "ISSUE",
    "update",
    "delete",
    "restore",
    "attach",
    "merge",
    "dismiss",
    "unmerge",
    "keepName",
    "emptyTrash",
  ]) {
    expect(happened.deeds).toContain(what);
  }
  for (const kind of KINDS) {
    expect(happened.deeds).toContain(`update ${kind}`);
  }
  expect(happened.matched).toContain("ID");
  expect(happened.matched).toContain("LIKENESS");
  const aboutRecords = Object.entries(mutationCases).filter(([, cases]) => [cases].flat().some(({ on }) => on));
  expect(deedMutations.toSorted()).toEqual(aboutRecords.map(([mutation]) => mutation).toSorted());
  const [sample] = fc.sample(fc.tuple(...questionsOf(schema)), { numRuns: 1, seed: SEED });
  const unanswered = sample?.map(({ document }) => document).filter((document) => !happened.answered.has(document));
  expect(unanswered).toEqual([]);
});

/** What the two answer to the same, which must be the same. */
async function expectSame<Answer>(
  worlds: readonly [World, World],
  ask: (world: World) => Promise<Answer>,
): Promise<Answer> {
  const [first, second] = [await ask(worlds[0]), await ask(worlds[1])];
  expect(first).toEqual(second);
  return first;
}

function remember({ done, hidden }: Story): void {
  happened.hidden += hidden.size;
  for (const { deed } of done.filter(({ succeeded }) => succeeded)) {
    happened.deeds.add(deed.what);
    if ("kind" in deed) happened.deeds.add(`${deed.what} ${deed.kind}`);
  }
}
