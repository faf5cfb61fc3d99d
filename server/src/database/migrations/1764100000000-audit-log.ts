import { randomBytes } from "node:crypto";
import sql from "sql-template-tag";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { CHAIN_BEGIN, chainHash, digestOf } from "../audit-chain.ts";
import { optionalTextOf, type RawRow, textOf } from "../rows.ts";
import { createTable, id, instant, integer, longText, text } from "./table.ts";

const BATCH = 500;

/** The history becomes the audit log: one log of all that happens, each entry chained to the one before. */
export class AuditLog1764100000000 implements MigrationInterface {
  name = "AuditLog1764100000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      "audit_log",
      {
        sequence: integer.primary,
        id: id.make,
        at: instant.make,
        user_id: id.nullable,
        address: text(45).nullable,
        agent: text(200).nullable,
        action: text(30).make,
        record_kind: text(20).nullable,
        record_id: id.nullable,
        link_id: id.nullable,
        details: longText.nullable,
        request_hash: text(64).nullable,
        details_digest: text(64).nullable,
        previous_hash: text(64).make,
        hash: text(64).make,
      },
      [["record_id", "id"], ["record_id", "action"], ["user_id", "id"], ["action", "id"], ["link_id"]],
      [["id"]],
    );
    await createTable(runner, "audit_head", { id: integer.primary, newest: integer.make, hash: text(64).make });
    await runner.query("INSERT INTO audit_head (id, newest, hash) VALUES (1, 0, ?)", [CHAIN_BEGIN]);
    await moveHistory(runner);
    await runner.dropTable("history");
  }

  async down(): Promise<void> {
    throw new Error("The audit log is not taken apart: restore the backup from before the update instead.");
  }
}

async function moveHistory(runner: QueryRunner): Promise<void> {
  let head = { sequence: 0, hash: CHAIN_BEGIN };
  for (let after = ""; ; ) {
    const query = sql`SELECT * FROM history WHERE id > ${after} ORDER BY id LIMIT ${BATCH}`;
    const rows: RawRow[] = await runner.query(query.sql, query.values);
    const last = rows.at(-1);
    if (!last) break;
    for (const row of rows) head = await moveEntry(runner, row, head);
    after = textOf(last, "id");
  }
  await runner.query("UPDATE audit_head SET newest = ?, hash = ? WHERE id = 1", [head.sequence, head.hash]);
}

async function moveEntry(
  runner: QueryRunner,
  row: RawRow,
  head: { readonly sequence: number; readonly hash: string },
): Promise<{ sequence: number; hash: string }> {
  const changes: unknown = JSON.parse(textOf(row, "changes"));
  const details = JSON.stringify({ salt: randomBytes(16).toString("base64url"), changes });
  const entry = {
    sequence: head.sequence + 1,
    id: textOf(row, "id"),
    at: textOf(row, "at"),
    userId: optionalTextOf(row, "user_id"),
    address: null,
    agent: null,
    action: textOf(row, "action"),
    recordKind: textOf(row, "record_kind"),
    recordId: textOf(row, "record_id"),
    linkId: optionalTextOf(row, "link_id"),
    requestHash: optionalTextOf(row, "request_hash"),
    detailsDigest: digestOf(details),
    previousHash: head.hash,
  };
  const hash = chainHash(entry);
  const statement = sql`INSERT INTO audit_log (sequence, id, at, user_id, action, record_kind, record_id, link_id, details,
      request_hash, details_digest, previous_hash, hash)
    VALUES (${entry.sequence}, ${entry.id}, ${entry.at}, ${entry.userId}, ${entry.action}, ${entry.recordKind},
      ${entry.recordId}, ${entry.linkId}, ${details}, ${entry.requestHash}, ${entry.detailsDigest},
      ${entry.previousHash}, ${hash})`;
  await runner.query(statement.sql, statement.values);
  return { sequence: entry.sequence, hash };
}
