import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { TestApplication } from "../../testing/application.ts";

/** The requests of one page come at once; they read their session once, and none goes on that has been ended. */

let application: TestApplication;
beforeAll(async () => {
  application = await TestApplication.open();
});
afterAll(async () => {
  vi.useRealTimers();
  await application.close();
});

const WHO = "{ viewer { name } }";

it("is read once by the requests of a page, and anew a second later", async () => {
  const manager = await application.as("manager");
  vi.useFakeTimers({ toFake: ["Date"] });
  const first = await application.statementsOf(() => manager.get(WHO));
  const both = await application.statementsOf(async () => {
    await manager.get(WHO);
    await manager.get(WHO);
  });
  expect(both).toBe(2 * first - 1);
  const later = await application.statementsOf(async () => {
    await manager.get(WHO);
    vi.setSystemTime(Date.now() + 1_000);
    await manager.get(WHO);
  });
  expect(later).toBe(2 * first);
  vi.useRealTimers();
});

it("ends at once with a sign-out, and with what an administrator does", async () => {
  const [leaving, dismissed] = [await application.as("manager"), await application.as("office")];
  const copied = await application.as("office");
  const administrator = await application.as("admin");
  for (const somebody of [leaving, dismissed, copied]) await somebody.get(WHO);
  const { cookie } = leaving;
  await leaving.get("mutation { signOut }");
  leaving.cookie = cookie;
  expect((await leaving.get(WHO)).viewer).toBeNull();

  copied.cookie = dismissed.cookie;
  const { users } = await administrator.get('{ users(filter: { text: "office@" }) { edges { node { id version } } } }');
  await administrator.get(
    "mutation($id: ID!, $version: Int!) { deactivateUser(id: $id, version: $version) { id } }",
    users.edges[0].node,
  );
  expect((await dismissed.get(WHO)).viewer).toBeNull();
  expect((await copied.get(WHO)).viewer).toBeNull();
});
