import sql, { join, raw } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Transaction } from "../../database/database.ts";
import { collaborationRecord } from "../../features/collaborations/collaborations.record.ts";
import { demoId } from "../../features/demo/demo.service.ts";
import { fileEntity } from "../../features/files/files.entity.ts";
import { store } from "../../features/files/storage.ts";
import { partnerRecord } from "../../features/partners/partners.record.ts";
import { personRecord } from "../../features/people/people.record.ts";
import { certificateEntity } from "../../features/recognitions/certificates.entity.ts";
import { recognitionRecord } from "../../features/recognitions/recognitions.record.ts";
import { statementRecord } from "../../features/statements/statements.record.ts";
import { trueNameContext, trueNameEntity } from "../../records/true-names.entity.ts";
import { installation } from "../../records/viewing.ts";
import { insertRecord } from "../../records/write.ts";
import type { TestApplication } from "../application.ts";
import { KINDS } from "../kinds.ts";
import { PDF } from "../uploads.ts";
import {
  CODE,
  certificateOf,
  collaborationOf,
  partnerOf,
  personOf,
  recognitionOf,
  statementOf,
} from "./specimen-values.ts";
import { HERE, HUB_IDS, MERGED_IDS, type Specimen } from "./specimens.ts";

const AT = "2026-01-01T00:00:00.000Z";
export const TRUE_NAME = "Bohdana Shevchuk";

/** Puts records into the database in one transaction, by the way of every other record, each with a file. */
export async function populate(application: TestApplication, specimens: readonly Specimen[]): Promise<void> {
  const inOrder = specimens.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const storageName = await store(application.settings.files.folder, PDF);
  await application.database.transaction(async (transaction) => {
    for (const each of inOrder) await insert(transaction, each);
    if (specimens.some(({ id }) => id === HUB_IDS.RECOGNITION)) {
      await transaction.insert(certificateEntity, [certificateOf(HUB_IDS.RECOGNITION, CODE)]);
    }
    await insertFiles(transaction, specimens, storageName);
    await keepTrueNames(application, transaction, specimens);
    await trash(transaction, specimens);
  });
}

/** Merges two people of the office of everybody in the walk. */
export async function mergeTwo(application: TestApplication): Promise<void> {
  const admin = await application.as("admin");
  for (const id of Object.values(MERGED_IDS)) {
    const input = { id, name: "Merged", office: HERE };
    await admin.get("mutation($input: CreatePersonInput!) { createPerson(input: $input) { id } }", { input });
  }
  await admin.get("mutation($keep: ID!, $merge: ID!) { mergePeople(keep: $keep, merge: $merge) { id } }", MERGED_IDS);
}

function insert(transaction: Transaction, each: Specimen): Promise<unknown> {
  const { id, kind } = each;
  const by = [installation, id] as const;
  if (kind === "PARTNER") return insertRecord(transaction, partnerRecord, id, partnerOf(each), ...by);
  if (kind === "PERSON") return insertRecord(transaction, personRecord, id, personOf(each), ...by);
  if (kind === "COLLABORATION") return insertRecord(transaction, collaborationRecord, id, collaborationOf(each), ...by);
  return kind === "RECOGNITION"
    ? insertRecord(transaction, recognitionRecord, id, recognitionOf(each), ...by)
    : insertRecord(transaction, statementRecord, id, statementOf(each), ...by);
}

function insertFiles(transaction: Transaction, specimens: readonly Specimen[], storageName: string): Promise<void> {
  return transaction.insert(
    fileEntity,
    specimens.map(({ kind, id, marker, file }) => ({
      id: file,
      recordKind: kind,
      recordId: id,
      name: `${marker}.pdf`,
      // So that recognitions have pictures, of which as much is asked.
      mediaType: kind === "RECOGNITION" ? "image/png" : "application/pdf",
      size: PDF.length,
      width: null,
      height: null,
      sha256: file,
      storageName,
      userId: demoId("user-admin"),
      createdAt: AT,
    })),
  );
}

/** The true name of whoever appears, in every collaboration. */
function keepTrueNames(
  { settings }: TestApplication,
  transaction: Transaction,
  specimens: readonly Specimen[],
): Promise<void> {
  return transaction.insert(
    trueNameEntity,
    specimens
      .filter(({ kind }) => kind === "COLLABORATION")
      .map(({ id, appearance }) => ({
        appearanceId: appearance,
        collaborationId: id,
        createdAt: AT,
        sealed: settings.keys.seal(TRUE_NAME, trueNameContext(appearance)),
      })),
  );
}

async function trash(transaction: Transaction, specimens: readonly Specimen[]): Promise<void> {
  for (const [kind, trashed] of Map.groupBy(
    specimens.filter(({ isTrashed }) => isTrashed),
    (each) => each.kind,
  )) {
    await transaction.execute(
      sql`UPDATE ${raw(policies[kind].table)} SET deleted_at = ${AT}
          WHERE id IN (${join(trashed.map(({ id }) => id))})`,
    );
  }
}
