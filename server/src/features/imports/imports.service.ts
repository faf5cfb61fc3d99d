import {
  decideImportRowsConsistency,
  decideImportRowsRule,
  importRowFilterRule,
  readImportRule,
} from "@concord/shared/rules/imports";
import type { ImportKind, ImportState } from "@concord/shared/vocabularies";
import sql, { join } from "sql-template-tag";
import { v7 } from "uuid";
import type { Transaction } from "../../database/database.ts";
import { Failure, forbidden, notFound } from "../../errors.ts";
import { note } from "../../records/audit-log.ts";
import { pageArguments, parseInput, parseListArguments } from "../../records/input.ts";
import { list } from "../../records/list.ts";
import { assigned } from "../../records/row-writing.ts";
import { actorOf, type Viewing } from "../../records/viewing.ts";
import { type Import, type ImportPage, type ImportRowPage, importEntity } from "./imports.entity.ts";
import { importList, importRowList, whereImportThere } from "./imports.list.ts";
import { toldOf } from "./job.ts";
import { mappingOf } from "./mapping.ts";
import { refuseEdited } from "./undoing.ts";

type RawPage = Parameters<typeof pageArguments>[0];

/** The viewer's imports; for administrators, all. */
export async function listImports(viewing: Viewing, raw: RawPage): Promise<ImportPage> {
  return list(viewing, importList, { ...pageArguments(raw), filter: {} });
}

/** An import of the viewer's; for administrators, any. @throws NOT_FOUND */
export async function readableImport(viewing: Viewing, id: string): Promise<Import> {
  const [file] = await viewing.database.find(
    importEntity,
    sql`SELECT i.* FROM imports i WHERE i.id = ${id} AND ${whereImportThere(viewing.viewer)}`,
  );
  if (!file) throw notFound("import", id);
  return file;
}

/** The rows of an import, in the order of the file. @throws NOT_FOUND, BAD_USER_INPUT */
export async function listImportRows(
  viewing: Viewing,
  importId: string,
  raw: RawPage & { readonly filter?: unknown },
): Promise<ImportRowPage> {
  await readableImport(viewing, importId);
  const { first, after, filter } = parseListArguments(importRowFilterRule, raw);
  return list(viewing, importRowList, { first, after, filter: { ...filter, importId } });
}

interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileSize: number;
  readonly sha256: string;
  readonly storageName: string;
}

/** Takes a file in, to be read in the background. */
export async function beginImport(viewing: Viewing, upload: Upload): Promise<Import> {
  const file: Import = {
    id: v7(),
    state: "READING",
    userId: viewing.viewer.id,
    ...actingAs(viewing),
    ...upload,
    format: {},
    columns: [],
    mapping: null,
    total: 0,
    goal: 0,
    done: 0,
    failure: null,
    createdAt: new Date().toISOString(),
    finishedAt: null,
    leaseOwner: null,
    leaseUntil: null,
    attempts: 0,
  };
  await viewing.database.transaction((transaction) => transaction.insert(importEntity, [file]));
  return file;
}

/** Reads the file again in another way: another encoding, separator or sheet. */
export async function readAgain(viewing: Viewing, id: string, input: unknown): Promise<Import> {
  const { encoding, separator, sheet } = parseInput(readImportRule, input);
  const file = await ownImport(viewing, id);
  refuseState(file, MAPPABLE, "read in another way");
  if (file.storageName === null) throw removed();
  const format = { ...(encoding && { encoding }), ...(separator && { separator }), ...(sheet && { sheet }) };
  return step(viewing, file, { state: "READING", format, columns: [], total: 0, goal: 0 });
}

/** Matches the columns, and has every row checked. */
export async function checkImport(viewing: Viewing, id: string, input: unknown): Promise<Import> {
  const file = await ownImport(viewing, id);
  refuseState(file, ["READ", "CHECKED"], "checked");
  if (file.storageName === null) throw removed();
  const mapping = await mappingOf(viewing, file, input);
  return step(viewing, file, { state: "CHECKING", mapping, goal: file.total });
}

/** Decides on rows; those for which it cannot be decided so stay as they are. */
export async function decideRows(viewing: Viewing, id: string, input: unknown): Promise<Import> {
  const { decision, rows, verdict } = parseInput(decideImportRowsRule, input, decideImportRowsConsistency);
  const file = await ownImport(viewing, id);
  refuseState(file, ["CHECKED"], "decided on");
  const which = verdict ? sql`verdict = ${verdict}` : sql`number IN (${join([-1, ...(rows ?? [])])})`;
  const allowed = { CREATE: sql`can_create = 1`, UPDATE: sql`can_update = 1`, SKIP: sql`1 = 1` }[decision];
  await viewing.database.transaction((transaction) =>
    transaction.execute(
      sql`UPDATE import_rows SET decision = ${decision} WHERE import_id = ${id} AND ${which} AND ${allowed}`,
    ),
  );
  viewing.loaded = {};
  return readableImport(viewing, id);
}

/** Writes what was decided on, in the background. */
export async function runImport(viewing: Viewing, id: string): Promise<Import> {
  const file = await ownImport(viewing, id);
  refuseState(file, ["CHECKED"], "run");
  return step(viewing, file, { state: "RUNNING" }, async (transaction) => {
    await transaction.execute(
      sql`UPDATE import_rows SET result = 'SKIPPED' WHERE import_id = ${id} AND decision = 'SKIP'`,
    );
    const goal = await transaction.raw(
      sql`SELECT COUNT(*) AS total FROM import_rows WHERE import_id = ${id} AND result IS NULL`,
    );
    note(transaction, actorOf(viewing), { action: "BEGIN_IMPORT", remark: toldOf(file) });
    return { goal: Number(goal[0]?.["total"] ?? 0) };
  });
}

/** Stops what is under way, or gives the import up. What is written stays, and can be undone. */
export async function cancelImport(viewing: Viewing, id: string): Promise<Import> {
  const file = await readableImport(viewing, id);
  refuseState(file, CANCELLABLE, "cancelled");
  if (file.state !== "RUNNING") return step(viewing, file, { state: "CANCELLED", goal: 0 });
  const failure = "It was stopped. The rows that it had not come to were left out.";
  return step(viewing, file, { state: "DONE", finishedAt: new Date().toISOString(), failure }, async (transaction) => {
    await transaction.execute(
      sql`UPDATE import_rows SET result = 'SKIPPED' WHERE import_id = ${id} AND result IS NULL`,
    );
    note(transaction, actorOf(viewing), { action: "FINISH_IMPORT", remark: `${toldOf(file)}: stopped` });
    return {};
  });
}

/**
 * Undoes an import as one, in the background.
 * @throws CONFLICT where one of its records has been edited since
 */
export async function undoImport(viewing: Viewing, id: string): Promise<Import> {
  const file = await readableImport(viewing, id);
  refuseState(file, ["DONE"], "undone");
  const goal = await refuseEdited(viewing, file);
  return step(viewing, file, { state: "UNDOING", goal });
}

const MAPPABLE: readonly ImportState[] = ["READ", "CHECKED", "FAILED"];
const CANCELLABLE: readonly ImportState[] = ["READING", "READ", "CHECKING", "CHECKED", "RUNNING", "FAILED"];

/** What the viewer may do with an import at this moment. */
export function importAbilities(viewing: Viewing, { userId, state, storageName }: Import) {
  const isOwn = userId === viewing.viewer.id;
  return {
    map: isOwn && storageName !== null && MAPPABLE.includes(state),
    decide: isOwn && state === "CHECKED",
    run: isOwn && state === "CHECKED",
    cancel: CANCELLABLE.includes(state),
    undo: state === "DONE",
  };
}

/** Only who made an import goes on with it: what it finds depends on who looks. */
async function ownImport(viewing: Viewing, id: string): Promise<Import> {
  const file = await readableImport(viewing, id);
  if (file.userId === viewing.viewer.id) return file;
  throw forbidden("Only who made an import goes on with it. You may cancel it, or undo it when it is done.");
}

function refuseState({ state }: Import, allowed: readonly ImportState[], what: string): void {
  if (allowed.includes(state)) return;
  const now = state.toLowerCase().replaceAll("_", " ");
  throw new Failure(
    "CONFLICT",
    `An import that is ${now} cannot be ${what} now. Reload the page to see how far it is.`,
  );
}

function removed(): Failure {
  return new Failure("CONFLICT", "The file was removed 30 days after it came. Choose it again in a new import.");
}

function actingAs({ viewer, origin }: Viewing): Pick<Import, "actorId" | "address" | "agent"> {
  return { actorId: viewer.id, address: origin.address, agent: origin.agent?.slice(0, 200) ?? null };
}

/** Goes over to another state, unless the import is no longer in the one that it was seen in. */
async function step(
  viewing: Viewing,
  file: Import,
  changes: Partial<Import>,
  work: (transaction: Transaction) => Promise<Partial<Import>> = async () => ({}),
): Promise<Import> {
  const reset = { done: 0, failure: null, attempts: 0, leaseOwner: null, leaseUntil: null, ...actingAs(viewing) };
  await viewing.database.transaction(async (transaction) => {
    const more = await work(transaction);
    const changed = await transaction.execute(
      sql`UPDATE imports SET ${assigned(importEntity, { ...reset, ...changes, ...more })}
          WHERE id = ${file.id} AND state = ${file.state}`,
    );
    if (changed !== 1) {
      throw new Failure("CONFLICT", "The import has gone on in the meantime. Reload the page to see how far it is.");
    }
  });
  viewing.loaded = {};
  return readableImport(viewing, file.id);
}
