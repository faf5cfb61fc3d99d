import { createHash } from "node:crypto";
import { LOGGED } from "@concord/shared/rules/recognitions";
import {
  COLLABORATION_KIND_LABELS,
  codesOf,
  FOCUS_AREA_LABELS,
  PARTNER_KIND_LABELS,
  RECOGNITION_KIND_LABELS,
} from "@concord/shared/vocabularies";
import sql, { type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import type { RecordRow } from "./database/columns.ts";
import type { Database, Transaction } from "./database/database.ts";
import type { Dialect } from "./database/dialect.ts";
import { type RawRow, textOf } from "./database/rows.ts";
import { collaborationRecord } from "./features/collaborations/collaborations.record.ts";
import { partnerRecord } from "./features/partners/partners.record.ts";
import { recognitionRecord } from "./features/recognitions/recognitions.record.ts";
import type { RecordDefinition } from "./records/record.ts";
import { installation } from "./records/viewing.ts";
import { insertRecord } from "./records/write.ts";

/** One partner for five collaborations, and two recognitions for five: the proportion of performance.md's data set. */
const PER_PARTNER = 5;
const COUNTRIES = ["PH", "IN", "KE", "RO", "US", "GH", "UG", "TH", "KH", "BR", "GT", "PE"] as const;
const PLACES = ["Riverside", "North district", "Old harbour", "Hill county", "Market town", "Lake province"] as const;
const BATCH = 1_000;

/** Numbers that look random and are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same id for the same number in every run. */
function madeId(kind: string, index: number): string {
  const hex = createHash("sha256").update(`concord made ${kind} ${index}`).digest("hex");
  return `019ab3c0-1000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

/** A made data set of `size` collaborations in realistic proportion; the same size makes the same set. */
export async function seed(database: Database, size: number, progress: (done: number) => void): Promise<void> {
  const offices = (await database.raw(sql`SELECT id FROM offices ORDER BY id`)).map((row) => textOf(row, "id"));
  if (offices.length === 0)
    throw new Error("There are no offices yet. Start Concord once, so that the demo data is there.");
  const made = new Maker(offices, Math.max(1, Math.ceil(size / PER_PARTNER)));
  await insertAll(
    database,
    partnerRecord,
    made.partners,
    (index) => [madeId("partner", index), made.partner(index)],
    () => undefined,
  );
  await insertAll(
    database,
    collaborationRecord,
    size,
    (index) => [madeId("collaboration", index), made.collaboration(index)],
    progress,
  );
  const recognitions = Math.floor((size * 2) / PER_PARTNER);
  await insertAll(
    database,
    recognitionRecord,
    recognitions,
    (index) => [madeId("recognition", index), made.recognition(index)],
    () => undefined,
  );
}

async function insertAll<Row extends RecordRow, Values extends object>(
  database: Database,
  definition: RecordDefinition<Row, Values>,
  count: number,
  make: (index: number) => readonly [string, Values],
  progress: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    await database.transaction(async (transaction) => {
      if (await isThere(transaction, definition.entity, make(start)[0])) return;
      const together = new InsertsTogether(transaction);
      for (let index = start; index < Math.min(start + BATCH, count); index += 1) {
        const [id, values] = make(index);
        await insertRecord(together, definition, id, values, installation, "");
      }
      await together.end();
    });
    progress(Math.min(start + BATCH, count));
  }
}

/** A transaction that sends the new rows of each table together: a million records take minutes instead of hours. */
class InsertsTogether implements Transaction {
  readonly dialect: Dialect;
  private readonly transaction: Transaction;
  private readonly waiting = new Map<EntitySchema<ObjectLiteral>, ObjectLiteral[]>();
  private hasEnded = false;

  constructor(transaction: Transaction) {
    this.transaction = transaction;
    this.dialect = transaction.dialect;
  }

  async insert<Row extends ObjectLiteral>(entity: EntitySchema<Row>, rows: readonly Row[]): Promise<void> {
    if (this.hasEnded) return this.transaction.insert(entity, rows);
    const waiting = this.waiting.get(entity) ?? [];
    waiting.push(...rows);
    this.waiting.set(entity, waiting);
  }

  async raw(query: Sql): Promise<RawRow[]> {
    await this.send();
    return this.transaction.raw(query);
  }

  async find<Row extends ObjectLiteral>(entity: EntitySchema<Row>, query: Sql): Promise<Row[]> {
    await this.send();
    return this.transaction.find(entity, query);
  }

  async execute(statement: Sql): Promise<number> {
    await this.send();
    return this.transaction.execute(statement);
  }

  beforeCommit(...args: Parameters<Transaction["beforeCommit"]>): void {
    this.transaction.beforeCommit(...args);
  }

  /** Sends what waits; from then on each row is sent as it comes. */
  async end(): Promise<void> {
    await this.send();
    this.hasEnded = true;
  }

  private async send(): Promise<void> {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const [entity, rows] of waiting) await this.transaction.insert(entity, rows);
  }
}

async function isThere<Row extends RecordRow>(
  transaction: Transaction,
  entity: EntitySchema<Row>,
  id: string,
): Promise<boolean> {
  const rows = await transaction.raw(sql([`SELECT id FROM ${entity.options.name} WHERE id = '${id}'`]));
  return rows.length > 0;
}

/** Makes each record from its number alone. */
class Maker {
  readonly partners: number;
  private readonly offices: readonly string[];

  constructor(offices: readonly string[], partners: number) {
    this.offices = offices;
    this.partners = partners;
  }

  partner(index: number) {
    const chance = random(index);
    const country = pick(COUNTRIES, chance);
    return {
      name: `${pick(PLACES, chance)} ${pick(["Police", "Court", "Shelter", "Ministry", "Network"], chance)} ${index + 1}`,
      shortName: null,
      aliases: [{ name: `P${index + 1}`, language: null }],
      kind: pick(codesOf(PARTNER_KIND_LABELS), chance),
      status: "ACTIVE" as const,
      statusSince: null,
      statusHistory: [{ status: "ACTIVE" as const, since: null }],
      parent: null,
      international: false,
      country,
      subdivision: null,
      focusAreas: [pick(codesOf(FOCUS_AREA_LABELS), chance)],
      summary: null,
      website: null,
      email: null,
      externalIds: [],
      sources: [],
      office: pick(this.offices, chance),
    };
  }

  collaboration(index: number) {
    const chance = random(index + 1_000_003);
    const year = 2000 + Math.floor(chance() * 26);
    const month = String(1 + Math.floor(chance() * 12)).padStart(2, "0");
    const restricted = chance() < 0.05;
    return {
      title: `${pick(["Rescue", "Training", "Hearing", "Visit", "Meeting"], chance)} at ${pick(PLACES, chance)} ${index + 1}`,
      kind: pick(codesOf(COLLABORATION_KIND_LABELS), chance),
      stage: pick(["COMPLETED", "UNDER_WAY", "PLANNED"] as const, chance),
      begin: chance() < 0.2 ? String(year) : `${year}-${month}`,
      end: null,
      place: pick(PLACES, chance),
      country: pick(COUNTRIES, chance),
      subdivision: null,
      confidentiality: restricted ? ("RESTRICTED" as const) : ("INTERNAL" as const),
      focusAreas: [pick(codesOf(FOCUS_AREA_LABELS), chance)],
      summary: null,
      ask: null,
      link: null,
      participants: this.somePartners(chance).map((partner) => ({ partner, role: "SUPPORT" as const })),
      outcomes: chance() < 0.4 ? [{ measure: "PEOPLE_RESCUED" as const, count: Math.floor(chance() * 60) }] : [],
      milestones: [],
      follows: [],
      appearances: [],
      sources: [],
      externalIds: [],
      members: [],
      office: pick(this.offices, chance),
    };
  }

  recognition(index: number) {
    const chance = random(index + 2_000_003);
    const [partner = madeId("partner", 0)] = this.somePartners(chance);
    const received = chance() < 0.5;
    return {
      kind: pick(codesOf(RECOGNITION_KIND_LABELS), chance),
      title: `Recognition ${index + 1}`,
      citation: null,
      date: String(2000 + Math.floor(chance() * 26)),
      occasion: null,
      place: null,
      givers: received ? [{ partner }] : [{ us: true } as const],
      recipients: received ? [{ us: true } as const] : [{ partner }],
      handedOverBy: null,
      takenBy: null,
      ...LOGGED,
      honours: [],
      evidence: [],
      focusAreas: [],
      confidentiality: "INTERNAL" as const,
      externalIds: [],
      members: [],
      office: pick(this.offices, chance),
    };
  }

  private somePartners(chance: () => number): string[] {
    const count = 1 + Math.floor(chance() * 3);
    return [...new Set(Array.from({ length: count }, () => madeId("partner", Math.floor(chance() * this.partners))))];
  }
}

function pick<Item>(items: readonly Item[], chance: () => number): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}
