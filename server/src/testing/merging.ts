import sql from "sql-template-tag";
import type { Database } from "../database/database.ts";
import type { RawRow } from "../database/rows.ts";
import type { Visitor } from "./application.ts";

/** What tests of merging say often. */

const MERGE_PARTNERS = `mutation($keep: ID!, $keepVersion: Int, $merge: ID!, $mergeVersion: Int, $fields: UpdatePartnerInput) {
  mergePartners(keep: $keep, keepVersion: $keepVersion, merge: $merge, mergeVersion: $mergeVersion, fields: $fields) {
    id version name shortName aliases { name } kind status statusHistory { status since } parent { id }
    international country subdivision focusAreas summary website sources { title } office { id }
  } }`;
const MERGE_PEOPLE = `mutation($keep: ID!, $merge: ID!, $fields: UpdatePersonInput) {
  mergePeople(keep: $keep, merge: $merge, fields: $fields) {
    id version name aliases positions { partner { id } title from to } notes
  } }`;
const UNMERGE = `mutation($merged: ID!) { unmerge(merged: $merged) {
  changedSince kept { ... on Partner { id version } ... on Person { id version } }
  unmerged { ... on Partner { id version deletedAt } ... on Person { id version deletedAt } } } }`;

/** Somebody who makes records by their inputs, merges them, and undoes that. */
export class Merger {
  readonly visitor: Visitor;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  async add(
    kind: "Partner" | "Person" | "Collaboration" | "Recognition" | "Statement",
    input: object,
  ): Promise<string> {
    const answer = await this.visitor.get(
      `mutation($input: Create${kind}Input!) { create${kind}(input: $input) { id } }`,
      { input },
    );
    return answer[`create${kind}`].id;
  }

  partner(input: object = {}): Promise<string> {
    return this.add("Partner", { name: "Agency", kind: "POLICE", ...input });
  }

  collaboration(participants: readonly string[], input: object = {}): Promise<string> {
    return this.add("Collaboration", {
      title: "Training",
      kind: "TRAINING",
      participants: participants.map((partner) => ({ partner })),
      ...input,
    });
  }

  async update(
    kind: "Partner" | "Person" | "Collaboration" | "Recognition" | "Statement",
    id: string,
    input: object,
  ): Promise<void> {
    const field = kind.toLowerCase();
    const read = await this.visitor.get(`query($id: ID!) { ${field}(id: $id) { version } }`, { id });
    await this.visitor.get(
      `mutation($id: ID!, $version: Int!, $input: Update${kind}Input!) { update${kind}(id: $id, version: $version, input: $input) { id } }`,
      { id, version: read[field].version, input },
    );
  }

  /** Attaches a file to a record. */
  async attach(record: string): Promise<void> {
    const form = new FormData();
    form.set("record", record);
    form.set("file", new File(["%PDF-1.4\n%%EOF\n"], "letter.pdf", { type: "application/pdf" }));
    const request = new Request("http://form", { method: "POST", body: form });
    const response = await this.visitor.send({
      method: "POST",
      url: "/files",
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    if (response.statusCode !== 201) throw new Error(response.body);
  }

  async mergePartners(keep: string, merge: string, fields?: object) {
    return (await this.visitor.get(MERGE_PARTNERS, { keep, merge, fields })).mergePartners;
  }

  askMergePartners(variables: Readonly<Record<string, unknown>>) {
    return this.visitor.ask(MERGE_PARTNERS, variables);
  }

  async mergePeople(keep: string, merge: string, fields?: object) {
    return (await this.visitor.get(MERGE_PEOPLE, { keep, merge, fields })).mergePeople;
  }

  async unmerge(merged: string) {
    return (await this.visitor.get(UNMERGE, { merged })).unmerge;
  }

  askUnmerge(merged: string) {
    return this.visitor.ask(UNMERGE, { merged });
  }
}

/** What a write always changes, and a merge that was undone may have; a pair that is found again has another id. */
const OF_WRITES = ["version", "updated_at"];
const OF_PAIRS = [...OF_WRITES, "id"];

const WHOLE = [
  "partners",
  "people",
  "positions",
  "collaborations",
  "participants",
  "appearances",
  "recognitions",
  "recognition_parties",
  "statements",
  "files",
  "record_focus_areas",
  "record_members",
  "search_terms",
  "merges",
  "merge_moves",
] as const;

/** By what likely duplicates are found; of a crowd that shares one key, chance says who is kept under it. */
const MATCHES = ["match_keys", "duplicate_pairs"] as const;

/** Every row of every table in which a merge leaves traces, but for versions and times of writes. */
export function everyRow(database: Database): Promise<Record<string, unknown[]>> {
  return rowsOf(database, WHOLE);
}

/** The same with what is kept of likely duplicates. */
export function everyRowAndMatch(database: Database): Promise<Record<string, unknown[]>> {
  return rowsOf(database, [...WHOLE, ...MATCHES]);
}

async function rowsOf(database: Database, names: readonly string[]): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of names) {
    const rows = await database.raw(sql([`SELECT * FROM ${table}`]));
    const without = table === "duplicate_pairs" ? OF_PAIRS : OF_WRITES;
    tables[table] = rows.map((row) => textOf(row, without)).toSorted();
  }
  return tables;
}

function textOf(row: RawRow, without: readonly string[]): string {
  const kept = Object.entries(row).filter(([column]) => !without.includes(column));
  return JSON.stringify(Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
