import type { ImportKind } from "@concord/shared/vocabularies";
import fc from "fast-check";
import sql from "sql-template-tag";
import { demoId } from "../../features/demo/demo.service.ts";
import { csv, ImportStory } from "../imports.ts";
import { COUNTRIES, DATES, IDS, WORDS } from "./deed-arbitraries.ts";
import type { Who, World } from "./world.ts";

/** A spreadsheet that somebody imports, or tries to, and how far they go. */
export interface ImportDeed {
  readonly what: "import";
  readonly who: Who;
  /** Under which it can be asked for in both worlds; empty where nobody will. */
  readonly id: string;
  readonly kind: ImportKind;
  readonly rows: readonly (readonly string[])[];
  readonly until: "CHECKED" | "RUN" | "UNDONE";
}

/** The import of the viewer about which questions are asked. */
export const IMPORT_ID = demoId("world import");

const one = (...items: readonly (readonly string[])[]) => fc.constantFrom(...items.flat());
const NONE = ["", "", ""];
const words = one(WORDS);

/** The columns of each kind, and cells that meet what is there: by id, by name, by another's name, by what it names. */
const COLUMNS: Readonly<Record<ImportKind, Readonly<Record<string, fc.Arbitrary<string>>>>> = {
  PARTNER: { Name: words, Kind: one(["Police"]), Country: one(COUNTRIES, NONE), Parent: one(WORDS, NONE) },
  PERSON: { Name: words, Partner: one(WORDS, IDS.PARTNER, NONE) },
  COLLABORATION: {
    "Concord id": one(IDS.COLLABORATION.slice(0, 4), NONE, NONE),
    Title: words,
    Kind: one(["Meeting", "Training"]),
    Begin: one(DATES, NONE),
    Follows: one(WORDS, IDS.COLLABORATION, NONE),
  },
  RECOGNITION: {
    "Concord id": one(IDS.RECOGNITION.slice(0, 4), NONE, NONE),
    Title: words,
    Kind: one(["Award"]),
    Date: one(DATES, NONE),
    Givers: one(["us"]),
    Recipients: one(WORDS, IDS.PARTNER),
    Honours: one(WORDS, IDS.COLLABORATION, NONE),
  },
};

/** An import by one of these; the ids of the records that it makes are the server's. */
export function importsOf(who: fc.Arbitrary<Who>): fc.Arbitrary<ImportDeed> {
  return fc
    .constantFrom<ImportKind[]>("PARTNER", "PERSON", "COLLABORATION", "COLLABORATION", "RECOGNITION")
    .chain((kind) => {
      const row = fc.record(COLUMNS[kind]).map((cells) => Object.keys(COLUMNS[kind]).map((name) => cells[name] ?? ""));
      return fc.record({
        what: fc.constant("import" as const),
        who,
        id: fc.constant(""),
        kind: fc.constant(kind),
        rows: fc.array(row, { minLength: 3, maxLength: 6 }).map((rows) => [Object.keys(COLUMNS[kind]), ...rows]),
        until: fc.constantFrom("CHECKED" as const, "RUN" as const, "UNDONE" as const),
      });
    });
}

/** One that is only checked, and about which questions are asked afterwards. */
export function dryRunOf(who: Who): fc.Arbitrary<ImportDeed> {
  return importsOf(fc.constant(who)).map((deed) => ({ ...deed, id: IMPORT_ID, until: "CHECKED" }));
}

/** Goes through an import, and answers all that one is told on the way. */
export async function performImport(world: World, deed: ImportDeed) {
  const visitor = world.as(deed.who);
  const { application } = world;
  const uploaded = await ImportStory.upload(visitor, deed.kind, csv(...deed.rows));
  if (uploaded.statusCode !== 201) return { done: false, answer: uploaded.json() };
  const story = await ImportStory.uploaded(application, visitor, uploaded);
  await story.check();
  const told: unknown[] = [await story.state(), await story.rows()];
  if (deed.until !== "CHECKED") {
    await story.decide({ decision: "UPDATE", verdict: "LIKELY_DUPLICATE" });
    await story.run();
    told.push(await story.state(), await story.rows(), await story.report());
  }
  if (deed.until === "UNDONE") {
    await story.undo();
    told.push(await story.state(), await story.rows());
  }
  if (deed.id !== "") await rename(world, story.id, deed.id);
  return { done: true, answer: told };
}

/** Gives an import the id by which it can be asked for in both worlds. */
async function rename({ application }: World, from: string, to: string): Promise<void> {
  await application.database.transaction(async (transaction) => {
    await transaction.execute(sql`UPDATE imports SET id = ${to} WHERE id = ${from}`);
    await transaction.execute(sql`UPDATE import_rows SET import_id = ${to} WHERE import_id = ${from}`);
  });
}
