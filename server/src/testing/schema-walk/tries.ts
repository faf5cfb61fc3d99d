import type { GraphQLField } from "graphql";
import type { Answer } from "../application.ts";
import { NOTHING } from "../kinds.ts";
import { type MutationCase, mutationCases } from "./mutation-cases.ts";
import { queryCases } from "./query-cases.ts";
import { askingOf, Someone, WAYS, type Way } from "./someone.ts";
import { combinations, HERE, isThere, type Specimen, specimen } from "./specimens.ts";
import { type Ruling, type Verdict, verdict } from "./verdicts.ts";
import { gateFor, type Walk } from "./walk.ts";

type Field = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

/** What was not as the table says. */
interface Mismatch {
  readonly who: string;
  readonly what: string;
  readonly about: unknown;
  readonly expected: unknown;
  readonly got: unknown;
}

interface Tried {
  readonly kind: "query" | "mutation";
  readonly field: Field;
  readonly someone: Someone;
  readonly way: Way;
  readonly args: Arguments;
  /** The record that it is about, where it is about one. */
  readonly about: Specimen | null;
  readonly expected: Verdict;
  readonly nested?: number | undefined;
  readonly depth?: number | undefined;
}

/**
 * Tries one thing, and says what was not as expected: the answer itself, a trace of what the viewer may not read, or
 * words that differ from those about a record that is not there.
 */
async function check(walk: Walk, tried: Tried): Promise<{ answer: Answer; mismatches: Mismatch[] }> {
  const { expected, about } = tried;
  // The making of a token is noted, too, but is not what is tried.
  await tried.someone.by(tried.way);
  const before = await walk.entriesInLog();
  const { answer, got, leaks } = await walk.ask(tried);
  const mismatches: Pick<Mismatch, "expected" | "got">[] = [];
  if (got !== expected) mismatches.push({ expected, got: [got, answer.errors] });
  if (expected !== "ALLOWED" && (await walk.entriesInLog()) !== before) {
    mismatches.push({ expected: "nothing was done", got: "the log has another entry" });
  }
  if (leaks.length > 0) mismatches.push({ expected: "no trace of what is hidden", got: leaks });
  if (about && expected === "NOT_FOUND") {
    const toNothing = await walk.ask({ ...tried, args: withoutRecord(tried.args, about) });
    const words = [answer, toNothing.answer].map(({ errors }) => withoutRecord(errors, about));
    if (JSON.stringify(words[0]) !== JSON.stringify(words[1])) mismatches.push({ expected: words[1], got: words[0] });
  }
  return { answer, mismatches: mismatches.map((mismatch) => ({ ...whatOf(tried), ...mismatch })) };
}

function whatOf({ someone, way, field, about, args }: Tried) {
  return { who: `${someone.user.role} by ${way}`, what: field.name, about: about ?? args };
}

/** With an id that nothing has in the place of the record's own and its file's. */
function withoutRecord<Value>(value: Value, { id, file }: Specimen): Value {
  return JSON.parse(JSON.stringify(value).replaceAll(id, NOTHING).replaceAll(file, NOTHING));
}

/** Asks a query as everybody and by every way. */
export async function tryQuery(walk: Walk, field: Field): Promise<Mismatch[]> {
  const cases = queryCases[field.name]?.(walk.specimens);
  if (!cases) throw new Error(`testing/schema-walk/query-cases.ts does not say how "${field.name}" is asked.`);
  const found: Mismatch[] = [];
  for (const { someone, way } of everybody(walk)) {
    // The way decides the gate alone: one case is enough to see that.
    for (const { args: shared, ownArgs, about = null, shows, nested, depth } of way === "SESSION"
      ? cases
      : cases.slice(0, 1)) {
      const args = { ...shared, ...ownArgs?.(someone) };
      const expected = verdict(gateFor("Query", field.name), askingOf(someone, way), (viewer) =>
        !about || isThere(about, viewer) ? "ALLOWED" : "NOT_FOUND",
      );
      const tried = { kind: "query", field, someone, way, args, about, expected, nested, depth } as const;
      const { answer, mismatches } = await check(walk, tried);
      found.push(...mismatches);
      if (!shows || expected !== "ALLOWED") continue;
      const shown = new Set(shows.idsIn(answer.data?.answer));
      const wrong = walk.specimens.filter((each) => shown.has(each.id) !== shows.expected(each, someone.viewer));
      if (wrong.length > 0) found.push({ ...whatOf(tried), expected: "all that is theirs, and only that", got: wrong });
    }
  }
  return found;
}

function everybody(walk: Walk): { someone: Someone; way: Way }[] {
  return walk.viewers.flatMap((someone) => WAYS.map((way) => ({ someone, way })));
}

/** Sends a mutation as everybody and by every way, on fresh records of every combination. */
export async function tryMutation(walk: Walk, field: Field): Promise<Mismatch[]> {
  const cases = mutationCases[field.name];
  if (!cases) throw new Error(`testing/schema-walk/mutation-cases.ts does not say how "${field.name}" is tried.`);
  const found: Mismatch[] = [];
  for (const each of [cases].flat()) {
    const tries = each.on ? triesOnRecords(walk, each.on) : await triesOfAccounts(walk);
    if (each.on?.as !== "MADE") await walk.add(tries.flatMap(({ target }) => (target ? [target] : [])));
    for (const { someone, way, target } of tries)
      found.push(...(await tryOne(walk, field, each, someone, way, target)));
  }
  return found;
}

async function tryOne(
  walk: Walk,
  field: Field,
  { args: make, ruling = allowed, inBackground }: MutationCase,
  someone: Someone,
  way: Way,
  target: Specimen | null,
): Promise<Mismatch[]> {
  const { application } = walk;
  const about = target ?? specimen("PARTNER", { officeId: HERE, confidentiality: "PUBLIC", memberIds: [] });
  const args = await make({ application, someone, target: about });
  const expected = verdict(gateFor("Mutation", field.name), askingOf(someone, way), (viewer) =>
    ruling(viewer, about.facts, about.kind),
  );
  const { mismatches } = await check(walk, { kind: "mutation", field, someone, way, args, about: target, expected });
  if (inBackground) await application.http.importer.work();
  return mismatches;
}

const allowed: Ruling = () => "ALLOWED";

interface Trial {
  readonly someone: Someone;
  readonly way: Way;
  readonly target: Specimen | null;
}

/** In a session every combination; by the other ways, which decide the gate alone, the most open and the most hidden. */
function triesOnRecords(walk: Walk, { kinds, as }: NonNullable<MutationCase["on"]>): Trial[] {
  return everybody(walk).flatMap(({ someone, way }) =>
    kinds.flatMap((kind) => {
      const all = combinations(kind, as === "MADE" ? [someone.user.id] : walk.members);
      const hidden = all.findLast(({ memberIds }) => !memberIds.includes(someone.user.id));
      const chosen = way === "SESSION" ? all : [...all.slice(0, 1), ...(hidden ? [hidden] : [])];
      return chosen.map((facts) => ({ someone, way, target: specimen(kind, facts, { isTrashed: as === "TRASHED" }) }));
    }),
  );
}

/** What is about nobody's records is tried by a new user each time, whose account it may change. */
async function triesOfAccounts(walk: Walk): Promise<Trial[]> {
  const tries: Trial[] = [];
  for (const { someone, way } of everybody(walk)) {
    const fresh = await Someone.arrive(walk.application, someone.user.role, HERE);
    tries.push({ someone: fresh, way, target: null });
  }
  return tries;
}
