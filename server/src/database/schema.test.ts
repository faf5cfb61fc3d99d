import { DataSource } from "typeorm";
import { expect, it } from "vitest";
import { entities } from "../features/entities.ts";
import { ownDatabase } from "../testing/application.ts";
import { openDatabase } from "./connection.ts";
import { migrations } from "./migrations/migrations.ts";
import { columnOf } from "./naming.ts";

it("the migrations make every table and column of the entities, and no other", async () => {
  const { url, dispose } = await ownDatabase();
  const database = await openDatabase(url, entities, migrations);
  expect(await database.isReady()).toBe(true);
  const source = new DataSource(
    url.startsWith("sqlite:")
      ? { type: "better-sqlite3", database: url.slice("sqlite:".length) }
      : { type: "mysql", url },
  );
  await source.initialize();
  const runner = source.createQueryRunner();
  for (const { options } of entities) {
    const table = await runner.getTable(options.tableName ?? options.name);
    const made = table?.columns.map((column) => `${column.name} ${column.isNullable ? "or null" : ""}`).toSorted();
    const wanted = Object.entries(options.columns).map(
      ([property, column]) => `${columnOf(property)} ${column?.nullable ? "or null" : ""}`,
    );
    expect(made, options.name).toEqual(wanted.toSorted());
  }
  await runner.release();
  await source.destroy();
  await database.close();
  await dispose();
});
