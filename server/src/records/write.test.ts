import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoId } from "../features/demo/demo.service.ts";
import { rowsIn, TestApplication, type Visitor } from "../testing/application.ts";

let application: TestApplication;
let manager: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
});
afterAll(() => application.close());

const CREATE =
  "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id version name status aliases { name } focusAreas } }";
const UPDATE =
  "mutation($id: ID!, $version: Int!, $input: UpdatePartnerInput!) { updatePartner(id: $id, version: $version, input: $input) { id version name shortName aliases { name } status statusHistory { status since } } }";

async function addPartner(input: object = {}): Promise<{ id: string; version: number }> {
  const { createPartner } = await manager.get(CREATE, {
    input: { name: "Shelter of hope", kind: "SHELTER", shortName: "SoH", ...input },
  });
  return createPartner;
}

describe("making a record", () => {
  it("answers the same record when the same request comes again, and makes no second one", async () => {
    const input = { id: v7(), name: "Twice", kind: "NGO", focusAreas: ["LAND_THEFT"] };
    const [first, second] = await Promise.all([manager.get(CREATE, { input }), manager.get(CREATE, { input })]);
    expect(second).toEqual(first);
    const { partners } = await manager.get(`{ partners(filter: { text: "Twice" }) { totalCount } }`);
    expect(partners.totalCount).toBe(1);
  });

  it("refuses an id that is taken by something else", async () => {
    const input = { id: v7(), name: "One", kind: "NGO" };
    await manager.get(CREATE, { input });
    const answer = await manager.ask(CREATE, { input: { ...input, name: "Another" } });
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.extensions["current"]).toMatchObject({ id: input.id, name: "One" });
  });

  it("tells every fault at once, each at its field, and writes nothing", async () => {
    const before = await rowsIn(application.database, "partners");
    const answer = await manager.ask(CREATE, {
      input: {
        name: "",
        kind: "NGO",
        country: "XX",
        statusSince: "2005-13",
        sources: [{ title: "", url: "ftp://x" }],
        parent: "nobody",
      },
    });
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.fields?.map((field) => field.path).toSorted()).toEqual([
      "country",
      "name",
      "parent",
      "sources.0.title",
      "sources.0.url",
      "statusSince",
    ]);
    expect(await rowsIn(application.database, "partners")).toBe(before);
  });

  it("names the field where the schema itself refuses", async () => {
    const answer = await manager.ask(CREATE, { input: { name: "X", kind: "ARMY" } });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "kind" }] });
    const several = await manager.ask(CREATE, {
      input: { name: "", kind: "ARMY", status: "LOST", statusSince: "soon" },
    });
    expect(several.errors).toHaveLength(1);
    expect(several.errors[0]?.extensions.fields?.map((field) => field.path).toSorted()).toEqual([
      "kind",
      "name",
      "status",
      "statusSince",
    ]);
    const missing = await manager.ask(CREATE, { input: { kind: "NGO" } });
    expect(missing.errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "name" }] });
  });

  it("refuses what it refers to and is not there", async () => {
    const answer = await manager.ask(CREATE, {
      input: { name: "X", kind: "NGO", parent: v7(), subdivision: "IN-ZZ", country: "IN" },
    });
    expect(answer.errors[0]?.extensions.fields?.map((field) => field.path).toSorted()).toEqual([
      "parent",
      "subdivision",
    ]);
  });

  it.each(["<script>alert(1)</script>", "'; DROP TABLE partners; --", "தமிழ்நாடு காவல்துறை", "👮🏽‍♀️"])(
    "keeps %s as it is",
    async (name) => {
      const { createPartner } = await manager.get(CREATE, { input: { name, kind: "NGO" } });
      const { partner } = await manager.get(`query($id: ID!) { partner(id: $id) { name } }`, { id: createPartner.id });
      expect(partner.name).toBe(name);
    },
  );
});

describe("changing a record", () => {
  it("leaves what is left out, empties what is null, and replaces lists", async () => {
    const { id } = await addPartner({ aliases: [{ name: "A" }, { name: "B" }] });
    const { updatePartner } = await manager.get(UPDATE, {
      id,
      version: 1,
      input: { shortName: null, aliases: [{ name: "C" }] },
    });
    expect(updatePartner).toMatchObject({
      version: 2,
      name: "Shelter of hope",
      shortName: null,
      aliases: [{ name: "C" }],
    });
  });

  it("refuses an old version and carries the record as it is now", async () => {
    const { id } = await addPartner();
    await manager.get(UPDATE, { id, version: 1, input: { name: "Mine" } });
    const answer = await manager.ask(UPDATE, { id, version: 1, input: { name: "Theirs" } });
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.extensions["current"]).toMatchObject({ id, version: 2, name: "Mine", kind: "SHELTER" });
  });

  it("lets one of two win who change the same version at once", async () => {
    const { id } = await addPartner();
    const answers = await Promise.all(
      ["One", "Two"].map((name) => manager.ask(UPDATE, { id, version: 1, input: { name } })),
    );
    expect(answers.map((answer) => answer.code ?? "saved").toSorted()).toEqual(["CONFLICT", "saved"]);
  });

  it("does not count a change that changes nothing", async () => {
    const { id } = await addPartner();
    const { updatePartner } = await manager.get(UPDATE, { id, version: 1, input: { name: "Shelter of hope" } });
    expect(updatePartner.version).toBe(1);
  });

  it("keeps the statuses that a partner had", async () => {
    const { id } = await addPartner({ status: "ACTIVE", statusSince: "2019" });
    const { updatePartner } = await manager.get(UPDATE, {
      id,
      version: 1,
      input: { status: "DORMANT", statusSince: "2024-05" },
    });
    expect(updatePartner).toMatchObject({
      status: "DORMANT",
      statusHistory: [
        { status: "DORMANT", since: "2024-05" },
        { status: "ACTIVE", since: "2019" },
      ],
    });
  });

  it("refuses a circle of units", async () => {
    const top = await addPartner({ name: "Top" });
    const unit = await addPartner({ name: "Unit", parent: top.id });
    const answer = await manager.ask(UPDATE, { id: top.id, version: 1, input: { parent: unit.id } });
    expect(answer.errors[0]?.extensions.fields).toMatchObject([{ path: "parent" }]);
  });

  it("appends to the history who changed what, in the transaction of the write", async () => {
    const { id } = await addPartner({ country: "IN" });
    await manager.get(UPDATE, { id, version: 1, input: { name: "Renamed", office: demoId("office-nairobi") } });
    const { history } = await manager.get(
      `query($of: ID!) { history(of: $of) { totalCount edges { node { at by { name } action changes { field before after } } } } }`,
      { of: id },
    );
    expect(history.totalCount).toBe(2);
    expect(history.edges[0].node).toMatchObject({
      by: { name: "Meera Nair" },
      action: "UPDATE",
      changes: [
        { field: "name", before: "Shelter of hope", after: "Renamed" },
        { field: "office", before: "Chennai", after: "Nairobi" },
      ],
    });
    expect(history.edges[1].node.action).toBe("CREATE");
  });
});

describe("the trash", () => {
  it("takes a record out of every list and gives it back whole", async () => {
    const { id } = await addPartner({ name: "Quokka", focusAreas: ["LAND_THEFT"] });
    const list = () =>
      manager.get(
        `{ there: partners(filter: { text: "quokka" }) { totalCount } trashed: partners(filter: { text: "quokka", presence: IN_TRASH }) { totalCount } search(text: "quokka") { edges { node { id } } } }`,
      );
    await manager.get(`mutation { deletePartner(id: "${id}", version: 1) { deletedAt } }`);
    expect(await list()).toEqual({ there: { totalCount: 0 }, trashed: { totalCount: 1 }, search: { edges: [] } });
    const { restorePartner } = await manager.get(
      `mutation { restorePartner(id: "${id}") { version deletedAt focusAreas } }`,
    );
    expect(restorePartner).toEqual({ version: 3, deletedAt: null, focusAreas: ["LAND_THEFT"] });
    expect(await list()).toMatchObject({ there: { totalCount: 1 }, trashed: { totalCount: 0 } });
  });
});
