import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, createTable, id, instant, integer, integerFromOne, makeNullable, text } from "./table.ts";

/** Invitations, one-time codes, the organisation's identities, sessions that can be listed, API tokens, outgoing mail. */
export class Accounts1764200000000 implements MigrationInterface {
  name = "Accounts1764200000000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "offices", { version: integerFromOne });
    await makeNullable(runner, "users", "password_hash");
    await addColumns(
      runner,
      "users",
      {
        version: integerFromOne,
        deactivated_at: instant.nullable,
        last_sign_in_at: instant.nullable,
        identity: text(500).nullable,
        codes_secret: text(400).nullable,
        codes_pending: text(400).nullable,
        codes_last_step: integer.nullable,
      },
      [["identity"]],
    );
    // Whoever is signed in while this runs signs in again.
    await runner.dropTable("sessions");
    await createTable(
      runner,
      "sessions",
      {
        token_hash: text(64).primary,
        id: id.make,
        user_id: id.make,
        created_at: instant.make,
        last_seen_at: instant.make,
        expires_at: instant.make,
        confirmed_at: instant.nullable,
        address: text(45).nullable,
        agent: text(200).nullable,
      },
      [["user_id"], ["expires_at"], ["last_seen_at"]],
      [["id"]],
    );
    await createTable(runner, "recovery_codes", { user_id: id.primary, code_hash: text(64).primary });
    await createTable(
      runner,
      "account_tokens",
      {
        token_hash: text(64).primary,
        user_id: id.make,
        purpose: text(20).make,
        created_at: instant.make,
        expires_at: instant.make,
      },
      [["user_id"], ["expires_at"]],
    );
    await createTable(
      runner,
      "api_tokens",
      {
        id: id.primary,
        token_hash: text(64).make,
        user_id: id.make,
        name: text(100).make,
        scope: text(10).make,
        created_at: instant.make,
        expires_at: instant.make,
        last_used_at: instant.nullable,
      },
      [["user_id"]],
      [["token_hash"]],
    );
    await createTable(
      runner,
      "mail_jobs",
      {
        id: id.primary,
        kind: text(30).make,
        recipient: text(254).make,
        created_at: instant.make,
        due_at: instant.make,
        attempts: integer.make,
      },
      [["due_at"]],
    );
  }

  async down(): Promise<void> {
    throw new Error("Accounts are not taken apart: restore the backup from before the update instead.");
  }
}
