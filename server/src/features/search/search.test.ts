import { afterAll, beforeAll, expect, it } from "vitest";
import { installation } from "../../records/viewing.ts";
import { insertRecord } from "../../records/write.ts";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { collaborationOf } from "../../testing/schema-walk/specimen-values.ts";
import { ELSEWHERE, specimen } from "../../testing/schema-walk/specimens.ts";
import { collaborationRecord } from "../collaborations/collaborations.record.ts";

/** More than are looked at for a word that stands elsewhere than at the beginning of a title. */
const MANY = 230;

let application: TestApplication;
let leadership: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  leadership = await application.as("leadership");
  await application.database.transaction(async (transaction) => {
    const add = async (title: string, place: string, confidentiality: "RESTRICTED" | "INTERNAL") => {
      const record = specimen("COLLABORATION", { officeId: ELSEWHERE, confidentiality, memberIds: [] });
      const values = { ...collaborationOf(record), title, place, appearances: [], milestones: [] };
      await insertRecord(transaction, collaborationRecord, record.id, values, installation, "");
    };
    for (let index = 0; index < MANY; index += 1) await add("Hidden", "Abzebra hills", "RESTRICTED");
    for (const title of ["Visit B", "Visit C", "Visit A"]) await add(title, "Zebraland north", "INTERNAL");
    await add("Zebraland accord", "Hills", "INTERNAL");
    for (let index = 0; index < MANY; index += 1) await add("Hidden", "Zebra hills north", "RESTRICTED");
  });
});
afterAll(() => application.close());

async function titles(text: string, first = 10): Promise<string[]> {
  const { search } = await leadership.get(
    "query($text: String!, $first: Int!) { search(text: $text, first: $first) { edges { node { title } } } }",
    { text, first },
  );
  return search.edges.map((edge: { node: { title: string } }) => edge.node.title);
}

it("finds those first whose title begins with the text, then others by their title", async () => {
  expect(await titles("zebral")).toEqual(["Zebraland accord", "Visit A", "Visit B", "Visit C"]);
  expect(await titles("zebral", 2)).toEqual(["Zebraland accord", "Visit A"]);
  expect(await titles("north zebral")).toEqual(["Visit A", "Visit B", "Visit C"]);
});

it("lets nothing that the viewer may not read take the place of what they may, however many there are", async () => {
  expect(await titles("zeb")).toEqual(["Zebraland accord", "Visit A", "Visit B", "Visit C"]);
  expect(await titles("north z")).toEqual(["Visit A", "Visit B", "Visit C"]);
});
