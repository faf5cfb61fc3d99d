import { createHash, randomBytes, randomUUID } from "node:crypto";
import { searchTerms } from "@concord/shared/fold";
import type { Pool, PoolConnection, RowDataPacket } from "mysql2/promise";
import { type Counted, MEASURES, maskOf } from "../server/src/features/sums/counted.ts";
import { relationOf, statesFromScratch } from "../server/src/features/sums/relation-states.ts";
import { addStates } from "../server/src/features/sums/relations.ts";
import { Sums } from "../server/src/features/sums/rollup.ts";
import { KEY_COLUMNS, MEASURE_COLUMNS } from "../server/src/features/sums/sums.entity.ts";
import { newCollaboration, partnersOfBench } from "./bench-write.ts";

/**
 * What one write of Concord costs with nothing between it and its SQL: the record and its lists, its search terms, what it
 * counts for, the sums, how it stands with its partners, and the audit log, in one transaction. Which rows that are is
 * Concord's arithmetic; checks that a hand-written write would leave out are left out.
 */

type Value = string | number | null;
type Row = readonly Value[];

/** Statements of one transaction. */
class Writes {
  private readonly connection: PoolConnection;

  constructor(connection: PoolConnection) {
    this.connection = connection;
  }

  async rows(text: string, values: Row = []): Promise<RowDataPacket[]> {
    const [found] = await this.connection.execute<RowDataPacket[]>(text, [...values]);
    return found;
  }

  async run(text: string, values: Row = []): Promise<void> {
    await this.connection.execute(text, [...values]);
  }

  /** Many rows with one statement. */
  async insert(table: string, columns: string, rows: readonly Row[], ending = ""): Promise<void> {
    if (rows.length === 0) return;
    const marks = rows.map((row) => `(${marksOf(row)})`).join();
    await this.run(`INSERT INTO ${table} (${columns}) VALUES ${marks} ${ending}`, rows.flat());
  }
}

const marksOf = (values: readonly unknown[]) => values.map(() => "?").join();

let partners: Promise<readonly string[]> | undefined;

/** Adds a collaboration with three partners. */
export async function writeCollaboration(
  pool: Pool,
  viewer: { readonly office: string; readonly user: string },
): Promise<{ id: string; title: string }> {
  partners ??= partnersOfBench(pool);
  const input = newCollaboration(await partners);
  const connection = await pool.getConnection();
  try {
    await connection.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    await connection.beginTransaction();
    const made = await write(new Writes(connection), input, viewer);
    await connection.commit();
    return made;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

async function write(
  writes: Writes,
  input: ReturnType<typeof newCollaboration>,
  viewer: { readonly office: string; readonly user: string },
): Promise<{ id: string; title: string }> {
  const [id, at] = [randomUUID(), new Date().toISOString()];
  const partnerIds = input.participants.map(({ partner }) => partner);
  await writes.rows(
    `SELECT id FROM partners WHERE id IN (${marksOf(partnerIds)}) AND deleted_at IS NULL FOR UPDATE`,
    partnerIds,
  );
  await writes.insert(
    "collaborations",
    `id, version, created_at, updated_at, title, title_sort, kind, stage, begin_edtf, begin_first, begin_last, place, country,
     confidentiality, summary, sources, office_id`,
    [
      [
        ...[id, 1, at, at, input.title, input.title.toLowerCase(), input.kind, input.stage],
        ...[input.begin, input.begin, input.begin, input.place, input.country, "INTERNAL", input.summary, "[]"],
        viewer.office,
      ],
    ],
  );
  await writes.insert(
    "record_focus_areas",
    "record_id, focus_area, position",
    input.focusAreas.map((area, position) => [id, area, position]),
  );
  await writes.insert(
    "participants",
    "collaboration_id, position, partner_id, role",
    input.participants.map(({ partner, role }, position) => [id, position, partner, role]),
  );
  await writes.insert(
    "outcomes",
    "collaboration_id, measure, amount, position",
    input.outcomes.map(({ measure, count }, position) => [id, measure, count, position]),
  );
  await writes.insert(
    "search_terms",
    "record_id, term, kind",
    searchTerms(`${input.title}\n${input.place}\n${input.summary}`).map((term) => [id, term, "COLLABORATION"]),
  );
  await writes.run("UPDATE sums_state SET writes = writes + 1 WHERE id = 1");
  await count(writes, id, input, viewer.office);
  await countRelations(writes, partnerIds);
  await log(writes, id, input, at, viewer.user);
  return { id, title: input.title };
}

async function count(
  writes: Writes,
  id: string,
  input: ReturnType<typeof newCollaboration>,
  office: string,
): Promise<void> {
  const amounts = new Map<string, number>(input.outcomes.map((outcome) => [outcome.measure, outcome.count]));
  const facts: Counted = {
    restricted: false,
    officeId: office,
    countries: [input.country],
    subdivision: "",
    focusAreas: maskOf(input.focusAreas),
    date: input.begin,
    details: [],
    partners: input.participants.map(({ partner }) => partner).toSorted(),
    measures: MEASURES.map((measure) => amounts.get(measure) ?? 0),
  };
  await writes.insert("counted", "record_id, kind, restricted, facts", [
    [id, "COLLABORATION", 0, JSON.stringify(facts)],
  ]);
  const sums = new Sums();
  sums.add("COLLABORATION", facts, 1);
  await addSums(writes, sums);
}

const SUMMED = ["total", ...MEASURES.map((measure) => MEASURE_COLUMNS[measure])];

async function addSums(writes: Writes, sums: Sums): Promise<void> {
  const rows = sums.all.map(({ key, total, measures }) => [
    ...[key.kind, key.dims, key.restricted, key.grain, key.officeId, key.place, key.focusAreas, key.detail, key.time],
    total,
    ...MEASURES.map((_measure, index) => measures[index] ?? 0),
  ]);
  const added = SUMMED.map((column) => `${column} = ${column} + VALUES(${column})`).join();
  await writes.insert("sums", [...KEY_COLUMNS, ...SUMMED].join(), rows, `ON DUPLICATE KEY UPDATE ${added}`);
}

/** How it stands with the partners, from their records, and what they count for. */
async function countRelations(writes: Writes, partnerIds: readonly string[]): Promise<void> {
  const marks = marksOf(partnerIds);
  const before = (await writes.rows(`SELECT * FROM relations WHERE partner_id IN (${marks})`, partnerIds)).map(
    relationOf,
  );
  const states = statesFromScratch(partnerIds);
  const now = (await writes.rows(states.sql, states.values.map(plain))).map(relationOf);
  await writes.run(`DELETE FROM relations WHERE partner_id IN (${marks})`, partnerIds);
  await writes.insert(
    "relations",
    "partner_id, layer, office_id, country, focus_areas, name_sort, quiet_day, rhythm, balance, last_contact, span, gaps, next_begin",
    now.map((row) => [
      ...[row.partnerId, row.layer, row.officeId, row.country, row.focusAreas, row.nameSort, row.quietDay],
      ...[row.rhythm, row.balance, row.lastContact, row.span, row.gaps, row.nextBegin],
    ]),
  );
  const sums = new Sums();
  for (const id of partnerIds) {
    addStates(
      sums,
      before.filter((row) => row.partnerId === id),
      -1,
    );
    addStates(
      sums,
      now.filter((row) => row.partnerId === id),
      1,
    );
  }
  await addSums(writes, sums);
}

const plain = (value: unknown) => (typeof value === "number" ? value : String(value));
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

async function log(
  writes: Writes,
  id: string,
  input: ReturnType<typeof newCollaboration>,
  at: string,
  user: string,
): Promise<void> {
  const changes = Object.entries(input).map(([field, after]) => ({ field, before: null, after }));
  const details = JSON.stringify({ salt: randomBytes(16).toString("base64url"), changes });
  await writes.run("UPDATE audit_head SET newest = newest + 1 WHERE id = 1");
  const [head] = await writes.rows("SELECT newest, hash FROM audit_head WHERE id = 1");
  const [sequence, previous] = [Number(head?.["newest"]), String(head?.["hash"])];
  const digest = hashOf(details);
  const hash = hashOf(JSON.stringify([sequence, id, at, user, digest, previous]));
  await writes.insert(
    "audit_log",
    `sequence, id, at, user_id, address, agent, action, record_kind, record_id, details, request_hash, details_digest,
     previous_hash, hash`,
    [
      [
        ...[sequence, randomUUID(), at, user, "127.0.0.1", "floor", "CREATE", "COLLABORATION", id, details],
        ...[hashOf(JSON.stringify(input)), digest, previous, hash],
      ],
    ],
  );
  await writes.run("UPDATE audit_head SET hash = ? WHERE id = 1", [hash]);
}
