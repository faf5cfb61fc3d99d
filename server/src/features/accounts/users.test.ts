import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { setUpCodes } from "../../testing/one-time-codes.ts";
import { demoId } from "../demo/demo.service.ts";

const UPDATE = `mutation($id: ID!, $version: Int!, $input: UpdateUserInput!) {
  updateUser(id: $id, version: $version, input: $input) { version role office { name } } }`;
const DEACTIVATE =
  "mutation($id: ID!, $version: Int!) { deactivateUser(id: $id, version: $version) { version status } }";
const REACTIVATE =
  "mutation($id: ID!, $version: Int!) { reactivateUser(id: $id, version: $version) { version status } }";

let application: TestApplication;
let admin: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  admin = await application.as("admin");
});
afterAll(() => application.close());

describe("an administrator", () => {
  it("changes role and office of a user, who has them at the next request", async () => {
    const id = await application.addUser("mover@demo.example", "REGIONAL_OFFICE", "office-manila");
    const mover = await application.asUser("mover@demo.example");
    const { updateUser } = await admin.get(UPDATE, {
      id,
      version: 1,
      input: { role: "LEADERSHIP", office: demoId("office-nairobi") },
    });
    expect(updateUser).toEqual({ version: 2, role: "LEADERSHIP", office: { name: "Nairobi" } });
    const { viewer } = await mover.get("{ viewer { role abilities { createPartner readAuditLog } } }");
    expect(viewer).toEqual({ role: "LEADERSHIP", abilities: { createPartner: false, readAuditLog: true } });
  });

  it("deactivates a user, who is out at the next request, with every session and token, and may come back", async () => {
    const id = await application.addUser("leaver@demo.example", "PARTNERSHIP_MANAGER", "office-manila");
    const leaver = await application.asUser("leaver@demo.example");
    const script = application.visitor();
    const { createApiToken } = await leaver.get(
      'mutation { createApiToken(input: { name: "x", scope: WRITE }) { token } }',
    );
    script.apiToken = createApiToken.token;
    expect((await admin.get(DEACTIVATE, { id, version: 1 })).deactivateUser).toEqual({
      version: 2,
      status: "DEACTIVATED",
    });
    for (const visitor of [leaver, script])
      expect((await visitor.ask("{ partners { totalCount } }")).code).toBe("UNAUTHENTICATED");
    const wrong = await application.visitor().signIn("nobody@demo.example");
    expect((await application.visitor().signIn("leaver@demo.example")).errors).toEqual(wrong.errors);
    const names = (users: { edges: { node: { id: string } }[] }) => users.edges.map(({ node }) => node.id);
    expect(names((await admin.get("{ users { edges { node { id } } } }")).users)).not.toContain(id);
    const left = await admin.get("{ users(filter: { status: [DEACTIVATED] }) { edges { node { id } } } }");
    expect(names(left.users)).toEqual([id]);
    await admin.get(REACTIVATE, { id, version: 2 });
    expect((await application.visitor().signIn("leaver@demo.example")).errors).toEqual([]);
  });

  it("is told every fault of an invitation at once, and cannot invite an address twice", async () => {
    const invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { user { id } } }";
    const taken = await admin.ask(invite, {
      input: { name: "X", email: "Manager@demo.example", role: "LEADERSHIP", office: v7() },
    });
    expect(taken.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual(["email", "office"]);
    const empty = await admin.ask(invite, { input: { name: "", email: "x", role: "LEADERSHIP", office: "x" } });
    expect(empty.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual(["name", "email", "office"]);
  });

  it("may send an invitation twice, and one user is invited; the id is not there for another", async () => {
    const invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { link user { id version } } }";
    const input = {
      id: v7(),
      name: "Twice",
      email: "twice@demo.example",
      role: "LEADERSHIP",
      office: demoId("office-nairobi"),
    };
    const first = await admin.get(invite, { input });
    const second = await admin.get(invite, { input });
    expect(second.inviteUser.user).toEqual(first.inviteUser.user);
    expect(second.inviteUser.link).not.toBe(first.inviteUser.link);
    const other = await admin.ask(invite, { input: { ...input, name: "Somebody else", email: "other@demo.example" } });
    expect(other.code).toBe("CONFLICT");
    const { users } = await admin.get('{ users(filter: { text: "twice" }) { totalCount } }');
    expect(users.totalCount).toBe(1);
  });

  it("sees the current user where somebody else was faster", async () => {
    const id = await application.addUser("raced@demo.example", "LEADERSHIP", "office-manila");
    await admin.get(UPDATE, { id, version: 1, input: { name: "First" } });
    const second = await admin.ask(UPDATE, { id, version: 1, input: { name: "Second" } });
    expect(second.code).toBe("CONFLICT");
    expect(second.errors[0]?.extensions["current"]).toMatchObject({ version: 2, name: "First" });
  });

  it("resets the one-time codes of somebody who lost them, which signs them out", async () => {
    const id = await application.addUser("lost@demo.example", "LEADERSHIP", "office-manila");
    const lost = await application.asUser("lost@demo.example");
    await setUpCodes(lost, "concord-demo");
    const { user } = await admin.get("query($id: ID!) { user(id: $id) { version account { oneTimeCodes } } }", { id });
    expect(user.account.oneTimeCodes).toBe(true);
    const reset =
      "mutation($id: ID!, $version: Int!) { resetOneTimeCodes(id: $id, version: $version) { account { oneTimeCodes } } }";
    const done = await admin.get(reset, { id, version: user.version });
    expect(done.resetOneTimeCodes.account.oneTimeCodes).toBe(false);
    expect((await lost.get("{ viewer { id } }")).viewer).toBeNull();
    expect((await application.visitor().signIn("lost@demo.example")).errors).toEqual([]);
  });

  it("lists users and offices by name, from either end", async () => {
    const LISTS = `query($direction: OrderDirection!, $after: String) {
      users(first: 2, after: $after, orderBy: { field: NAME, direction: $direction }) {
        pageInfo { endCursor } edges { node { name } } }
      offices(orderBy: { field: NAME, direction: $direction }) { edges { node { name } } } }`;
    const names = (connection: { edges: { node: { name: string } }[] }) =>
      connection.edges.map(({ node }) => node.name);
    const up = await admin.get(LISTS, { direction: "ASC" });
    const down = await admin.get(LISTS, { direction: "DESC" });
    expect(names(up.offices).slice(0, 2)).toEqual(["Bengaluru", "Bucharest"]);
    expect(names(down.offices)).toEqual(names(up.offices).toReversed());
    const all = names((await admin.get("{ users(first: 200) { edges { node { name } } } }")).users);
    expect(names(down.users)).toEqual(all.toReversed().slice(0, 2));
    const next = await admin.get(LISTS, { direction: "DESC", after: down.users.pageInfo.endCursor });
    expect(names(next.users)).toEqual(all.toReversed().slice(2, 4));
  });

  it("adds and changes offices", async () => {
    const create = 'mutation { createOffice(input: { name: "Kampala", country: "UG" }) { id version city } }';
    const { createOffice } = await admin.get(create);
    expect(createOffice).toMatchObject({ version: 1, city: null });
    expect((await admin.ask(create)).errors[0]?.message).toContain('called "Kampala" already');
    const update = `mutation($version: Int!) { updateOffice(id: "${createOffice.id}", version: $version, input: { city: "Kampala" }) { version city } }`;
    expect((await admin.get(update, { version: 1 })).updateOffice).toEqual({ version: 2, city: "Kampala" });
    expect((await admin.ask(update, { version: 1 })).code).toBe("CONFLICT");
  });
});

describe("the last administrator", () => {
  it("can neither be deactivated nor made something else, not by two at once either", async () => {
    const own = await TestApplication.open();
    const first = await own.as("admin");
    const { viewer } = await first.get("{ viewer { id } }");
    const refused = await first.ask(DEACTIVATE, { id: viewer.id, version: 1 });
    expect(refused.errors[0]?.message).toContain("last administrator");
    const demoted = await first.ask(UPDATE, { id: viewer.id, version: 1, input: { role: "LEADERSHIP" } });
    expect(demoted.code).toBe("BAD_USER_INPUT");
    const otherId = await own.addUser("second@demo.example", "ADMINISTRATOR", "office-manila");
    const second = await own.asUser("second@demo.example");
    const answers = await Promise.all([
      first.ask(DEACTIVATE, { id: otherId, version: 1 }),
      second.ask(DEACTIVATE, { id: viewer.id, version: 1 }),
    ]);
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    await own.close();
  });
});

describe("everybody else", () => {
  it.each(["manager", "office", "leadership"] as const)(
    "a %s sees how nobody signs in, and changes nobody",
    async (who) => {
      const visitor = await application.as(who);
      const { users } = await visitor.get("{ users { edges { node { id version name account { oneTimeCodes } } } } }");
      expect(users.edges.every(({ node }: { node: { account: unknown } }) => node.account === null)).toBe(true);
      const [{ node }] = users.edges;
      expect((await visitor.ask(DEACTIVATE, { id: node.id, version: node.version })).code).toBe("FORBIDDEN");
      expect((await visitor.ask('mutation { createOffice(input: { name: "X", country: "UG" }) { id } }')).code).toBe(
        "FORBIDDEN",
      );
    },
  );
});
