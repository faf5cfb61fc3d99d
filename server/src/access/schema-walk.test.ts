import type { Role } from "@concord/shared/vocabularies";
import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MailServer } from "../testing/mail-server.ts";
import { expectedOwnAbilities, tryAbilities } from "../testing/schema-walk/abilities.ts";
import { tryFiles } from "../testing/schema-walk/files.ts";
import { tryHubs } from "../testing/schema-walk/hubs.ts";
import { mutationCases } from "../testing/schema-walk/mutation-cases.ts";
import { NUMBERS, numbersOf } from "../testing/schema-walk/numbers.ts";
import { queryCases } from "../testing/schema-walk/query-cases.ts";
import { ROLES } from "../testing/schema-walk/someone.ts";
import { AREA } from "../testing/schema-walk/specimen-values.ts";
import { tryMutation, tryQuery } from "../testing/schema-walk/tries.ts";
import { fieldsOf, gateFor, schema, Walk } from "../testing/schema-walk/walk.ts";

/**
 * The whole schema, held against the table "Who may do what": every query, every mutation and every field, as every
 * role, in a session, by tokens and signed out, on records of the own and of another office, public, internal and
 * restricted, with the viewer named as a member or not, present and in the trash.
 */

const queries = fieldsOf(schema.getQueryType());
const mutations = fieldsOf(schema.getMutationType());
let mail: MailServer;
let walk: Walk;

beforeAll(async () => {
  mail = await MailServer.open();
  walk = await Walk.begin({ SMTP_URL: mail.url, MAIL_FROM: "concord@example.org" });
});
afterAll(async () => {
  await walk.application.close();
  await mail.close();
});

it("knows how to ask every query and to try every mutation, and none that is not there", () => {
  expect(Object.keys(queryCases).toSorted()).toEqual(queries.map(({ name }) => name).toSorted());
  expect(Object.keys(mutationCases).toSorted()).toEqual(mutations.map(({ name }) => name).toSorted());
});

describe("a query answers all that is theirs to whom it is for, and tells of nothing else:", () => {
  it.each(queries.map((field) => [field.name, field] as const))("%s", async (_name, field) => {
    expect(await tryQuery(walk, field)).toEqual([]);
  });
});

describe("what the records of everybody show of the others", () => {
  it.each(ROLES)("%s: every number counts what is theirs, once, and nothing else", async (role) => {
    const someone = walk.as(role);
    const { partner, dashboard, neverThanked } = await someone.session.get(NUMBERS, { filter: { focusArea: [AREA] } });
    expect({ partner, dashboard, neverThanked }).toEqual(numbersOf(walk.specimens, someone.viewer));
  });

  it.each(ROLES)(
    "%s: every list within them, three records deep, holds what is theirs, and nothing else",
    async (role) => {
      expect(await tryHubs(walk, walk.as(role))).toEqual([]);
    },
  );

  it.each(ROLES)("%s: a file is read and attached as its record is read and edited", async (role) => {
    expect(await tryFiles(walk, walk.as(role))).toEqual([]);
  });
});

describe.each(["SESSION", "WRITE", "READ"] as const)("what may be done is said as it is (%s):", (way) => {
  it.each(ROLES)("%s", async (role) => {
    const someone = walk.as(role);
    expect(await tryAbilities(walk, someone, way)).toEqual([]);
    const visitor = await someone.by(way);
    const names = fieldsOf(schema.getType("ViewerAbilities")).map(({ name }) => name);
    const { viewer } = await visitor.get(`{ viewer { abilities { ${names.join(" ")} } } }`);
    expect(viewer.abilities).toEqual(expectedOwnAbilities(someone, way));
  });
});

describe("a mutation is done for whom it is for, and refused without telling of what is hidden:", () => {
  it.each(mutations.map((field) => [field.name, field] as const))("%s", async (_name, field) => {
    expect(await tryMutation(walk, field)).toEqual([]);
  });
});

/** Of a leading role no named member sees a true name, and nobody parts what was merged: the policies say so, not the gate. */
const NEVER: Readonly<Partial<Record<Role, readonly string[]>>> = {
  LEADERSHIP: [
    ...["RevealedName.trueName", "RevealedName.hideAt"],
    ...["Unmerge.unmerged", "Unmerge.kept", "Unmerge.changedSince"],
  ],
};

it.each(ROLES)("%s was answered every field of the schema that is for them, and no other", (role) => {
  const asking = { viewer: walk.as(role).viewer, by: "SESSION" } as const;
  const theirs = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__") && !["Query", "Mutation"].includes(name))
    .flatMap((type) =>
      fieldsOf(type)
        .filter(({ name }) => gateFor(type.name, name).allows(asking))
        .map(({ name }) => `${type.name}.${name}`),
    )
    .filter((field) => !NEVER[role]?.includes(field));
  expect([...(walk.answered.get(role) ?? [])].toSorted()).toEqual(theirs.toSorted());
});
