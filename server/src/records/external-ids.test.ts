import { afterAll, beforeAll, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../testing/application.ts";

let application: TestApplication;
let admin: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  admin = await application.as("admin");
});
afterAll(() => application.close());

const CREATE = `mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id version email externalIds { system value } } }`;
const REGISTER = { system: "Manila register", value: "17" };
const SALESFORCE = { system: "Salesforce", value: "0031" };

it("a record keeps what other systems call it, and its history tells", async () => {
  const { createPartner } = await admin.get(CREATE, {
    input: { name: "Known elsewhere", kind: "NGO", email: " Info@Example.org ", externalIds: [REGISTER] },
  });
  expect(createPartner).toMatchObject({ email: "info@example.org", externalIds: [REGISTER] });
  const { updatePartner } = await admin.get(
    `mutation($id: ID!, $input: UpdatePartnerInput!) { updatePartner(id: $id, version: 1, input: $input) { externalIds { system value } } }`,
    { id: createPartner.id, input: { externalIds: [SALESFORCE, REGISTER] } },
  );
  expect(updatePartner.externalIds).toEqual([SALESFORCE, REGISTER]);
  const { history } = await admin.get(
    `{ history(of: "${createPartner.id}", first: 1) { edges { node { changes { field before after } } } } }`,
  );
  expect(history.edges[0].node.changes).toEqual([
    { field: "externalIds", before: "Manila register, 17", after: "Salesforce, 0031; Manila register, 17" },
  ]);
});

it.each([
  ["PartnerInput", { name: "Twice", kind: "NGO" }, "createPartner"],
  ["PersonInput", { name: "Twice" }, "createPerson"],
  ["CollaborationInput", { title: "Twice", kind: "MEETING" }, "createCollaboration"],
])("one id of one system stands once (%s)", async (type, rest, mutation) => {
  const { errors } = await admin.ask(`mutation($input: Create${type}!) { ${mutation}(input: $input) { id } }`, {
    input: { ...rest, externalIds: [REGISTER, { system: "MANILA REGISTER", value: "17" }] },
  });
  expect(errors[0]?.extensions.fields).toEqual([
    { path: "externalIds.1.value", message: "This external id is there already. Remove one of the two." },
  ]);
});

it("partners that are merged keep the ids of both, and the address of either", async () => {
  const make = async (input: object) =>
    (await admin.get(CREATE, { input: { kind: "NGO", ...input } })).createPartner.id;
  const keep = await make({ name: "Kept", externalIds: [REGISTER] });
  const merge = await make({ name: "Merged", email: "m@example.org", externalIds: [SALESFORCE, REGISTER] });
  const { mergePartners } = await admin.get(
    `mutation { mergePartners(keep: "${keep}", merge: "${merge}") { email externalIds { system value } } }`,
  );
  expect(mergePartners).toEqual({ email: "m@example.org", externalIds: [REGISTER, SALESFORCE] });
});

it("the ids of what is removed for good are removed with it", async () => {
  const before = await rowsIn(application.database, "record_external_ids");
  const { createPartner } = await admin.get(CREATE, {
    input: { name: "Gone", kind: "NGO", externalIds: [SALESFORCE] },
  });
  await admin.get(`mutation { deletePartner(id: "${createPartner.id}", version: 1) { id } }`);
  await admin.get("mutation { emptyTrash }");
  expect(await rowsIn(application.database, "record_external_ids")).toBeLessThanOrEqual(before);
});

it("a person is found by their e-mail address", async () => {
  await admin.get(`mutation { createPerson(input: { name: "Ana Reyes", email: "ana.reyes@pnp.example" }) { id } }`);
  const { people } = await admin.get(
    '{ people(filter: { text: "ana.reyes@pnp.example" }) { edges { node { name email } } } }',
  );
  expect(people.edges).toEqual([{ node: { name: "Ana Reyes", email: "ana.reyes@pnp.example" } }]);
});
