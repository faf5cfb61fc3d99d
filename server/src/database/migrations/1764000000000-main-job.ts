import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, day, flag, id, instant, integer, longText, recordColumns, text } from "./table.ts";

/** Offices, users, partners, people, collaborations, recognitions, statements; search words and history. */
export class MainJob1764000000000 implements MigrationInterface {
  name = "MainJob1764000000000";

  async up(runner: QueryRunner): Promise<void> {
    await createAccounts(runner);
    await createPartnersAndPeople(runner);
    await createCollaborations(runner);
    await createRecognitionsAndStatements(runner);
    await createSharedTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      "history",
      "search_terms",
      "record_members",
      "record_focus_areas",
      "statement_about",
      "statements",
      "recognition_honours",
      "recognition_parties",
      "recognitions",
      "appearances",
      "collaboration_follows",
      "milestones",
      "outcomes",
      "participants",
      "collaborations",
      "positions",
      "people",
      "partners",
      "sign_in_failures",
      "sessions",
      "users",
      "offices",
    ];
    for (const table of tables) await runner.dropTable(table);
  }
}

async function createAccounts(runner: QueryRunner): Promise<void> {
  await createTable(runner, "offices", {
    id: id.primary,
    name: text(200).make,
    name_sort: text(400).make,
    country: text(2).make,
    city: text(200).nullable,
  });
  await createTable(
    runner,
    "users",
    {
      id: id.primary,
      name: text(200).make,
      name_sort: text(400).make,
      email: text(254).make,
      role: text(30).make,
      office_id: id.make,
      password_hash: text(200).make,
    },
    [["office_id"]],
    [["email"]],
  );
  await createTable(
    runner,
    "sessions",
    { token_hash: text(64).primary, user_id: id.make, created_at: instant.make, expires_at: instant.make },
    [["user_id"], ["expires_at"]],
  );
  await createTable(runner, "sign_in_failures", { id: id.primary, bucket: text(64).make, at: instant.make }, [
    ["bucket", "at"],
    ["at"],
  ]);
}

async function createPartnersAndPeople(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    "partners",
    {
      ...recordColumns,
      name: text(200).make,
      name_sort: text(400).make,
      short_name: text(50).nullable,
      aliases: longText.make,
      kind: text(20).make,
      status: text(20).make,
      status_since: day.nullable,
      status_history: longText.make,
      parent_id: id.nullable,
      international: flag.make,
      country: text(2).make,
      subdivision: text(6).nullable,
      summary: longText.nullable,
      website: text(2000).nullable,
      sources: longText.make,
      office_id: id.make,
    },
    [
      ["name_sort", "id"],
      ["kind", "id"],
      ["status", "id"],
      ["country", "id"],
      ["parent_id"],
      ["office_id"],
      ["created_at", "id"],
      ["updated_at", "id"],
    ],
  );
  await createTable(
    runner,
    "people",
    {
      ...recordColumns,
      name: text(200).make,
      name_sort: text(400).make,
      aliases: longText.make,
      notes: longText.nullable,
      office_id: id.make,
    },
    [["name_sort", "id"], ["office_id"], ["created_at", "id"], ["updated_at", "id"]],
  );
  await createTable(
    runner,
    "positions",
    {
      person_id: id.primary,
      position: integer.primary,
      partner_id: id.make,
      title: text(200).make,
      rank_title: text(200).nullable,
      from_edtf: day.nullable,
      from_first: day.make,
      to_edtf: day.nullable,
      to_last: day.make,
    },
    [["partner_id", "person_id"]],
  );
}

async function createCollaborations(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    "collaborations",
    {
      ...recordColumns,
      title: text(200).make,
      title_sort: text(400).make,
      kind: text(30).make,
      stage: text(20).make,
      begin_edtf: day.nullable,
      begin_first: day.make,
      begin_last: day.make,
      end_edtf: day.nullable,
      place: text(200).nullable,
      country: text(2).make,
      subdivision: text(6).nullable,
      confidentiality: text(20).make,
      summary: longText.nullable,
      ask: longText.nullable,
      link: text(2000).nullable,
      sources: longText.make,
      office_id: id.make,
    },
    [
      ["title_sort", "id"],
      ["kind", "id"],
      ["stage", "id"],
      ["begin_first", "id"],
      ["country", "id"],
      ["office_id"],
      ["created_at", "id"],
      ["updated_at", "id"],
    ],
  );
  await createTable(
    runner,
    "participants",
    { collaboration_id: id.primary, position: integer.primary, partner_id: id.make, role: text(30).make },
    [["partner_id", "collaboration_id"]],
  );
  await createTable(
    runner,
    "outcomes",
    { collaboration_id: id.primary, measure: text(40).primary, amount: integer.make, position: integer.make },
    [["measure", "collaboration_id"]],
  );
  await createTable(runner, "milestones", {
    collaboration_id: id.primary,
    position: integer.primary,
    date_edtf: day.make,
    date_first: day.make,
    title: text(300).make,
  });
  await createTable(
    runner,
    "collaboration_follows",
    { collaboration_id: id.primary, follows_id: id.primary, position: integer.make },
    [["follows_id"]],
  );
  await createTable(
    runner,
    "appearances",
    {
      collaboration_id: id.primary,
      position: integer.primary,
      name: text(201).make,
      role: text(20).make,
      amount: integer.make,
      is_protected: flag.make,
      consent: flag.make,
      description: longText.nullable,
      employer_id: id.nullable,
    },
    [["employer_id", "collaboration_id"]],
  );
}

async function createRecognitionsAndStatements(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    "recognitions",
    {
      ...recordColumns,
      kind: text(20).make,
      title: text(200).make,
      title_sort: text(400).make,
      citation: longText.nullable,
      date_edtf: day.nullable,
      date_first: day.make,
      date_last: day.make,
      occasion: text(300).nullable,
      place: text(200).nullable,
      direction: text(20).make,
      handed_over_by: text(200).nullable,
      taken_by: text(200).nullable,
      evidence: longText.make,
      confidentiality: text(20).make,
      office_id: id.make,
    },
    [
      ["title_sort", "id"],
      ["kind", "id"],
      ["direction", "id"],
      ["date_first", "id"],
      ["office_id"],
      ["created_at", "id"],
      ["updated_at", "id"],
    ],
  );
  await createTable(
    runner,
    "recognition_parties",
    {
      recognition_id: id.primary,
      side: text(10).primary,
      position: integer.primary,
      us: flag.make,
      partner_id: id.nullable,
      person_id: id.nullable,
      person_name: text(401).nullable,
    },
    [
      ["partner_id", "recognition_id"],
      ["person_id", "recognition_id"],
    ],
  );
  await createTable(
    runner,
    "recognition_honours",
    { recognition_id: id.primary, collaboration_id: id.primary, position: integer.make },
    [["collaboration_id"]],
  );
  await createTable(
    runner,
    "statements",
    {
      ...recordColumns,
      text: longText.make,
      language: text(35).make,
      translation: longText.nullable,
      date_edtf: day.nullable,
      date_first: day.make,
      date_last: day.make,
      occasion: text(300).nullable,
      source: longText.nullable,
      publishable: flag.make,
      ours: flag.make,
      person_id: id.nullable,
      partner_id: id.nullable,
      speaker_name: text(200).make,
      speaker_sort: text(400).make,
      speaker_title: text(200).nullable,
      confidentiality: text(20).make,
      office_id: id.make,
    },
    [
      ["speaker_sort", "id"],
      ["date_first", "id"],
      ["person_id"],
      ["partner_id"],
      ["office_id"],
      ["created_at", "id"],
      ["updated_at", "id"],
    ],
  );
  await createTable(
    runner,
    "statement_about",
    { statement_id: id.primary, collaboration_id: id.primary, position: integer.make },
    [["collaboration_id"]],
  );
}

async function createSharedTables(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    "record_focus_areas",
    { record_id: id.primary, focus_area: text(60).primary, position: integer.make },
    [["focus_area", "record_id"]],
  );
  await createTable(runner, "record_members", { record_id: id.primary, user_id: id.primary, position: integer.make }, [
    ["user_id", "record_id"],
  ]);
  await createTable(runner, "search_terms", { record_id: id.primary, term: text(64).primary, kind: text(20).make }, [
    ["kind", "term", "record_id"],
  ]);
  await createTable(
    runner,
    "history",
    {
      id: id.primary,
      record_kind: text(20).make,
      record_id: id.make,
      at: instant.make,
      user_id: id.nullable,
      action: text(20).make,
      changes: longText.make,
      link_id: id.nullable,
      request_hash: text(64).nullable,
    },
    [["record_id", "id"]],
  );
}
