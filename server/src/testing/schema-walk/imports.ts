import type { ImportState, Role } from "@concord/shared/vocabularies";
import { v7 } from "uuid";
import { demoId } from "../../features/demo/demo.service.ts";
import { store } from "../../features/files/storage.ts";
import { type Import, type ImportRow, importEntity, importRowEntity } from "../../features/imports/imports.entity.ts";
import { nameOf } from "../../features/imports/told-names.ts";
import type { TestApplication } from "../application.ts";
import { HERE, type Specimen } from "./specimens.ts";

const AT = "2026-01-01T00:00:00.000Z";

/** Each viewer's import in the walk. */
export function importIdOf(role: Role): string {
  return demoId(`import of ${role}`);
}

/** An import that matched a row with each of the collaborations, when all of them could be read by its maker. */
export async function addImport(
  application: TestApplication,
  { id, userId, state }: Pick<Import, "id" | "userId"> & { readonly state: ImportState },
  specimens: readonly Specimen[],
): Promise<void> {
  const storageName = await store(application.settings.files.folder, Buffer.from("Name\r\nA partner of a list\r\n"));
  const about = specimens.filter(({ kind }) => kind === "COLLABORATION");
  const file: Import = {
    id,
    kind: about.length > 0 ? "COLLABORATION" : "PARTNER",
    state,
    userId,
    actorId: userId,
    address: null,
    agent: null,
    fileName: "list.csv",
    fileSize: 27,
    sha256: id,
    storageName,
    format: {},
    columns: [{ header: "Name", samples: ["A partner of a list"], foundBy: "NAME", dateOrder: null }],
    mapping: {
      columns: ["name"],
      forAll: { kind: "MEETING" },
      dateOrder: null,
      system: "list",
      office: HERE,
    },
    total: about.length,
    goal: about.length,
    done: about.length,
    failure: null,
    createdAt: AT,
    finishedAt: null,
    leaseOwner: null,
    leaseUntil: null,
    attempts: 0,
  };
  await application.database.transaction(async (transaction) => {
    await transaction.insert(importEntity, [file]);
    await transaction.insert(
      importRowEntity,
      about.map((specimen, index) => rowAbout(id, specimen, index + 2)),
    );
  });
}

function rowAbout(importId: string, { id, marker }: Specimen, number: number): ImportRow {
  return {
    id: v7(),
    importId,
    number,
    cells: ["A collaboration of a list"],
    verdict: "UPDATE",
    reasons: [{ column: 0, message: `It has the same name as ${nameOf("COLLABORATION", id)}.` }],
    said: { title: "A collaboration of a list" },
    rowKey: null,
    recordId: id,
    matchedBy: "EXTERNAL_ID",
    score: null,
    sameAsRow: null,
    recordVersion: 1,
    changes: [{ field: "title", before: marker, after: "A collaboration of a list" }],
    newId: null,
    canCreate: false,
    canUpdate: true,
    decision: "UPDATE",
    result: "CHANGED",
    resultId: id,
    resultVersion: 2,
    replaced: { title: marker },
  };
}
