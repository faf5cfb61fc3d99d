import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAdministrator } from "./create-administrator.ts";
import { seed } from "./seed.ts";
import { rowsIn, TestApplication } from "./testing/application.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await TestApplication.open();
});
afterAll(() => application.close());

it("makes an administrator who can sign in, with their office", async () => {
  const input = {
    name: "First Person",
    email: "First@example.org",
    office: "Accra",
    country: "gh",
    password: "a long enough password",
  };
  await createAdministrator(application.database, input);
  const visitor = application.visitor();
  expect((await visitor.signIn("first@example.org", "a long enough password")).errors).toEqual([]);
  expect((await visitor.get("{ viewer { role office { name country } } }")).viewer).toEqual({
    role: "ADMINISTRATOR",
    office: { name: "Accra", country: "GH" },
  });
  await expect(createAdministrator(application.database, input)).rejects.toThrow(
    "There is a user with the e-mail address first@example.org already",
  );
  await expect(createAdministrator(application.database, { ...input, password: "short" })).rejects.toThrow(
    "fewer than 15 characters",
  );
});

it("makes the same data set for the same size, and nothing twice", async () => {
  const counts = async () =>
    Promise.all(["partners", "collaborations", "recognitions"].map((table) => rowsIn(application.database, table)));
  const before = await counts();
  await seed(application.database, 250, () => undefined);
  const after = await counts();
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([50, 250, 100]);
  const titles = () => application.database.raw(sql`SELECT id, title FROM collaborations ORDER BY id`);
  const first = await titles();
  await seed(application.database, 250, () => undefined);
  expect(await counts()).toEqual(after);
  expect(await titles()).toEqual(first);
});
