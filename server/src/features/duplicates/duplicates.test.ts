import { duplicateDraftRule } from "@concord/shared/rules/duplicates";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, viewingOf } from "../../records/viewing.ts";
import { KeyRing, newKey } from "../../sealing.ts";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { demoId } from "../demo/demo.service.ts";
import { findLikelyDuplicates } from "./duplicates.service.ts";
import { bringMatchesUpToDate } from "./keep-matches.ts";

let application: TestApplication;
let manager: Visitor;
let office: Visitor;
let leadership: Visitor;
let admin: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  [manager, office, leadership, admin] = await Promise.all([
    application.as("manager"),
    application.as("office"),
    application.as("leadership"),
    application.as("admin"),
  ]);
});
afterAll(() => application.close());

const LIKELY = `query($of: DuplicateDraft!, $first: Int) { likelyDuplicates(of: $of, first: $first) { edges { node {
  score certain reasons { code mine theirs } record { ... on Partner { id name } ... on Person { id name } } } } } }`;
const PAIRS = `query($filter: DuplicateFilter, $first: Int, $after: String) {
  duplicates(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node {
    id kind score dismissedAt dismissedBy { name } abilities { dismiss merge } reasons { code }
    one { ... on Partner { id name } ... on Person { id name } } other { ... on Partner { id name } ... on Person { id name } } } } } }`;

interface Likely {
  readonly score: number;
  readonly certain: boolean;
  readonly reasons: readonly { readonly code: string }[];
  readonly record: { readonly id: string; readonly name: string };
}
interface Pair {
  readonly id: string;
  readonly score: number;
  readonly one: { readonly id: string };
  readonly other: { readonly id: string };
}

async function likely(of: object, visitor = office): Promise<Likely[]> {
  const { likelyDuplicates } = await visitor.get(LIKELY, { of: { kind: "PARTNER", ...of } });
  return likelyDuplicates.edges.map((edge: { node: Likely }) => edge.node);
}

async function pairsOf(id: string, filter: object = {}, visitor = manager): Promise<Pair[]> {
  const { duplicates } = await visitor.get(PAIRS, { first: 200, filter });
  return duplicates.edges
    .map((edge: { node: Pair }) => edge.node)
    .filter((pair: Pair) => pair.one.id === id || pair.other.id === id);
}

async function addPartner(input: object, visitor = manager): Promise<string> {
  const { createPartner } = await visitor.get(
    "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }",
    { input: { kind: "SHELTER", country: "PH", ...input } },
  );
  return createPartner.id;
}

async function change(id: string, input: object): Promise<void> {
  const { partner } = await manager.get("query($id: ID!) { partner(id: $id) { version } }", { id });
  await manager.get(
    "mutation($id: ID!, $version: Int!, $input: UpdatePartnerInput!) { updatePartner(id: $id, version: $version, input: $input) { id } }",
    { id, version: partner.version, input },
  );
}

async function remove(id: string): Promise<void> {
  const { partner } = await manager.get("query($id: ID!) { partner(id: $id) { version } }", { id });
  await manager.get("mutation($id: ID!, $version: Int!) { deletePartner(id: $id, version: $version) { id } }", {
    id,
    version: partner.version,
  });
}

async function two(name: string): Promise<[string, string]> {
  return [await addPartner({ name }), await addPartner({ name })];
}

async function keysOf(id: string): Promise<number> {
  return (await application.database.raw(sql`SELECT match_key FROM match_keys WHERE record_id = ${id}`)).length;
}

describe("while a name is typed", () => {
  it.each([
    [{ name: "P.N.P." }, "ACRONYM"],
    [{ name: "Pambansang Pulisya", country: "PH" }, "TRANSLATION"],
    [{ name: "police national philippine", partnerKind: "POLICE" }, "WORD_ORDER"],
    [{ name: "Philipine Natl. Police" }, "SPELLING"],
  ])("%j is likely the Philippine National Police", async (draft, code) => {
    const [first] = await likely(draft);
    expect(first?.record).toEqual({ id: demoId("pnp"), name: "Philippine National Police" });
    expect([code, "SAME_NAME"]).toContain(first?.reasons[0]?.code);
  });

  it("tells how likely, and by which name", async () => {
    const [first] = await likely({ name: "Pambansang Pulisya ng Pilipinas", country: "PH" });
    expect(first).toMatchObject({
      score: 1,
      certain: true,
      reasons: [
        { code: "SAME_NAME", mine: "Pambansang Pulisya ng Pilipinas", theirs: "Pambansang Pulisya ng Pilipinas" },
      ],
    });
  });

  it("a person is found by name, initials and rank, at the same partner before another", async () => {
    const person = { kind: "PERSON", partners: [demoId("pnp-wcpc")] };
    for (const name of ["Cacayan, Edgar", "E. Cacayan", "PBGEN Edgar Cacayan", "Едгар Какаян"]) {
      expect((await likely({ ...person, name }))[0]?.record.id, name).toBe(demoId("cacayan"));
    }
    expect(await likely({ ...person, name: "E. Cacayan", partners: [demoId("tn-police")] })).toEqual([]);
  });

  it.each([
    [{ name: "Kerala Police", country: "IN", subdivision: "IN-KL" }],
    [{ name: "Philippine National Police", country: "PE" }],
    [{ name: "Philippine National Police Academy", country: "PH" }],
    [{ name: "" }],
    [{ name: "   " }],
    [{ name: "the" }],
    [{ name: "🙂" }],
    [{ name: "a".repeat(200) }],
    [{ name: "ა".repeat(200) }],
  ])("%j is nobody's", async (draft) => {
    expect(await likely(draft)).toEqual([]);
  });

  it("a record is no duplicate of itself, nor of its own parent", async () => {
    expect(await likely({ id: demoId("pnp"), name: "Philippine National Police", country: "PH" })).toEqual([]);
    const unit = { name: "Philippine National Police", country: "PH", parent: demoId("pnp") };
    expect(await likely(unit)).toEqual([]);
  });

  it("every fault of a draft is told at once", async () => {
    const answer = await office.ask(LIKELY, {
      of: { kind: "PARTNER", name: "a".repeat(201), country: "XX", parent: "nobody" },
      first: 3,
    });
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.fields?.map(({ path }) => path).toSorted()).toEqual([
      "country",
      "name",
      "parent",
    ]);
    expect((await office.ask(LIKELY, { of: { kind: "PARTNER", name: "PNP" }, first: 21 })).code).toBe("BAD_USER_INPUT");
  });

  it("only those who are signed in are answered", async () => {
    expect((await application.visitor().ask(LIKELY, { of: { kind: "PARTNER", name: "PNP" } })).code).toBe(
      "UNAUTHENTICATED",
    );
  });
});

describe("the keys and pairs that are kept", () => {
  it("come with the record, change with its name, leave with it into the trash, and come back", async () => {
    const [one, other] = await two("Kanlungan ng Pagasa");
    expect(await pairsOf(one)).toHaveLength(1);
    expect(await keysOf(other)).toBeGreaterThan(0);

    await change(other, { name: "Tahanan ng Liwanag" });
    expect(await pairsOf(one)).toEqual([]);
    expect((await likely({ name: "Tahanan ng Liwanag", country: "PH" }))[0]?.record.id).toBe(other);

    await change(other, { name: "Kanlungan Pagasa" });
    expect(await pairsOf(one)).toHaveLength(1);
    await remove(other);
    expect(await pairsOf(one)).toEqual([]);
    expect(await keysOf(other)).toBe(0);
    expect((await likely({ name: "Kanlungan Pagasa", country: "PH" })).map(({ record }) => record.id)).toEqual([one]);

    await manager.get("mutation($id: ID!) { restorePartner(id: $id) { id } }", { id: other });
    expect(await pairsOf(one)).toHaveLength(1);
  });

  it("are not touched by a write of something else", async () => {
    const [one] = await two("Silungan Marikit");
    const [pair] = await pairsOf(one);
    await change(one, { summary: "Takes in children." });
    expect(await pairsOf(one)).toEqual([pair]);
  });

  it("are gone with the write that failed", async () => {
    const before = await rowsIn(application.database, "match_keys");
    await manager.ask('mutation { createPartner(input: { name: "Nowhere", kind: NGO, country: "XX" }) { id } }');
    expect(await rowsIn(application.database, "match_keys")).toBe(before);
  });

  it("are those of the record that stays after a merge, whose aliases find it", async () => {
    const [keep, merge] = [await addPartner({ name: "Bahay Pagibig" }), await addPartner({ name: "Tuluyan Marangal" })];
    await manager.get(`mutation { mergePartners(keep: "${keep}", merge: "${merge}") { id } }`);
    expect((await likely({ name: "Tuluyan Marangal", country: "PH" })).map(({ record }) => record.id)).toEqual([keep]);
    expect(await keysOf(merge)).toBe(0);
  });

  it("are written also where two add the same partner at the same moment", async () => {
    const [one = "", other] = await Promise.all([1, 2].map(() => addPartner({ name: "Ampunan ng Masaya" })));
    expect(await pairsOf(one)).toMatchObject([{ one: {}, other: {} }]);
    expect(other).not.toBe(one);
  });

  it("are removed for good with what lies in the trash", async () => {
    const [one, other] = await two("Lugar Panandalian");
    const [pair] = await pairsOf(one);
    await manager.get("mutation($pair: ID!) { dismissDuplicate(pair: $pair) { id } }", { pair: pair?.id });
    await remove(other);
    await admin.get("mutation { emptyTrash }");
    expect(await application.database.raw(sql`SELECT id FROM duplicate_pairs WHERE id = ${pair?.id}`)).toEqual([]);
  });

  it("are made anew at the next start where those that are kept are of older keys", async () => {
    const { database } = application;
    const [one] = await two("Tanglaw Shelter");
    await database.transaction(async (transaction) => {
      for (const table of ["match_keys", "duplicate_pairs"]) await transaction.execute(sql([`DELETE FROM ${table}`]));
      await transaction.execute(sql`UPDATE match_versions SET version = 0`);
    });
    const isUpToDate = async () => (await manager.get("{ duplicates { upToDate } }")).duplicates.upToDate;
    expect(await isUpToDate()).toBe(false);
    // What is added in the meantime is matched, and a start that is ended begins again.
    const [, added] = await two("Sinag Shelter");
    expect(await pairsOf(added)).toHaveLength(1);
    await bringMatchesUpToDate(database, () => undefined, AbortSignal.abort());
    expect(await isUpToDate()).toBe(false);
    let told = 0;
    await bringMatchesUpToDate(database, () => {
      told += 1;
    });
    expect(await isUpToDate()).toBe(true);
    expect(await pairsOf(one)).toHaveLength(1);
    expect(await pairsOf(added)).toHaveLength(1);
    expect((await likely({ name: "P.N.P." }))[0]?.record.id).toBe(demoId("pnp"));
    const keys = await rowsIn(database, "match_keys");
    await bringMatchesUpToDate(database, () => {
      told += 1;
    });
    expect([told, await rowsIn(database, "match_keys")]).toEqual([2, keys]);
  });

  it("of a key that a crowd bears tell nothing, and cost nothing", async () => {
    const names = Array.from({ length: 70 }, (_, index) => `Numbered ${index} Refuge`);
    for (const name of names) await addPartner({ name });
    const crowds = await application.database.raw(
      sql`SELECT match_key, COUNT(*) AS bearers FROM match_keys GROUP BY match_key HAVING COUNT(*) > 64`,
    );
    expect(crowds).toEqual([]);
    expect((await likely({ name: "Numbered 69 Refuge", country: "PH" })).map(({ record }) => record.name)).toEqual([
      "Numbered 69 Refuge",
    ]);
  });
});

describe("two that are two", () => {
  const DISMISS = "mutation($pair: ID!) { dismissDuplicate(pair: $pair) { id dismissedAt dismissedBy { name } } }";
  const REOPEN = "mutation($pair: ID!) { reopenDuplicate(pair: $pair) { id dismissedAt } }";

  it("are not suggested again until a name changes, also after the trash; and it can be taken back", async () => {
    const [one, other] = await two("Haven of Mercy");
    const [pair] = await pairsOf(one);
    const { dismissDuplicate } = await manager.get(DISMISS, { pair: pair?.id });
    expect(dismissDuplicate).toMatchObject({ id: pair?.id, dismissedBy: { name: "Meera Nair" } });
    expect(await pairsOf(one)).toEqual([]);
    expect(await pairsOf(one, { dismissed: true })).toHaveLength(1);
    expect(await likely({ id: one, name: "Haven of Mercy", country: "PH" })).toEqual([]);

    await change(other, { website: "https://haven.example.org" });
    await remove(other);
    await manager.get("mutation($id: ID!) { restorePartner(id: $id) { id } }", { id: other });
    expect(await pairsOf(one)).toEqual([]);

    await manager.get(REOPEN, { pair: pair?.id });
    expect(await pairsOf(one)).toHaveLength(1);
    await manager.get(DISMISS, { pair: pair?.id });
    await change(other, { aliases: [{ name: "Haven" }] });
    expect(await pairsOf(one)).toHaveLength(1);
  });

  it("are noted in the audit log with who said so", async () => {
    const [one, other] = await two("Harbour of Light");
    const [pair] = await pairsOf(one);
    for (const mutation of [DISMISS, DISMISS, REOPEN]) await office.get(mutation, { pair: pair?.id }).catch(() => null);
    for (const mutation of [DISMISS, DISMISS, REOPEN]) await manager.get(mutation, { pair: pair?.id });
    const { auditLog } = await admin.get(
      `{ auditLog(filter: { action: [DISMISS_DUPLICATE, REOPEN_DUPLICATE], subject: ["${one}"] }) { edges { node { action by { name } changes { before after } } } } }`,
    );
    expect(auditLog.edges.map((edge: { node: object }) => edge.node)).toEqual([
      {
        action: "REOPEN_DUPLICATE",
        by: { name: "Meera Nair" },
        changes: [{ before: "Harbour of Light", after: null }],
      },
      {
        action: "DISMISS_DUPLICATE",
        by: { name: "Meera Nair" },
        changes: [{ before: null, after: "Harbour of Light" }],
      },
    ]);
    expect(other).not.toBe(one);
  });

  it("are said to be so by who may edit one of them, and merged by who may edit both", async () => {
    const elsewhere = await addPartner({ name: "Lighthouse Refuge", office: demoId("office-nairobi") });
    const own = await addPartner({ name: "Lighthouse Refuge", office: demoId("office-manila") });
    const abilities = async (visitor: Visitor) =>
      (await pairsOf(own, {}, visitor)).map((pair) => ("abilities" in pair ? pair.abilities : null));
    expect(await abilities(manager)).toEqual([{ dismiss: true, merge: true }]);
    expect(await abilities(office)).toEqual([{ dismiss: true, merge: false }]);
    expect(await abilities(leadership)).toEqual([{ dismiss: false, merge: false }]);
    const [pair] = await pairsOf(own);
    expect((await leadership.ask(DISMISS, { pair: pair?.id })).code).toBe("FORBIDDEN");
    await change(own, { office: demoId("office-nairobi") });
    expect(await abilities(office)).toEqual([{ dismiss: false, merge: false }]);
    expect((await office.ask(DISMISS, { pair: pair?.id })).code).toBe("FORBIDDEN");
    expect((await manager.ask(DISMISS, { pair: v7() })).code).toBe("NOT_FOUND");
    await remove(elsewhere);
    expect((await manager.ask(DISMISS, { pair: pair?.id })).code).toBe("NOT_FOUND");
  });
});

describe("the list of the whole register", () => {
  it("is ranked, shows each pair once over its pages, and counts under its filters", async () => {
    await two("Refuge of Grace");
    const seen: Pair[] = [];
    for (let after: string | null = null; ; ) {
      const {
        duplicates,
      }: {
        duplicates: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          edges: { node: Pair }[];
        };
      } = await manager.get(PAIRS, { first: 3, after });
      seen.push(...duplicates.edges.map((edge) => edge.node));
      after = duplicates.pageInfo.endCursor;
      expect(duplicates.totalCount).toBeGreaterThanOrEqual(seen.length);
      if (!duplicates.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen.map((pair) => pair.id)).size).toBe(seen.length);
    expect(seen.map((pair) => pair.score)).toEqual(seen.map((pair) => pair.score).toSorted((a, b) => b - a));
    const total = async (filter: object) => (await manager.get(PAIRS, { filter })).duplicates.totalCount;
    expect(await total({ kind: ["PARTNER"] })).toBe(seen.length);
    expect(await total({ kind: ["PERSON"] })).toBe(0);
    expect(await total({ office: [demoId("office-bucharest")] })).toBe(0);
    expect(await total({ office: [] })).toBe(0);
  });

  it("holds people, too", async () => {
    const add = (name: string) =>
      manager.get("mutation($input: CreatePersonInput!) { createPerson(input: $input) { id } }", {
        input: { name, positions: [{ partner: demoId("pnp-wcpc"), title: "Chief" }] },
      });
    await add("Cacayan, E. DM");
    const pairs = await pairsOf(demoId("cacayan"), { kind: ["PERSON"] });
    expect(pairs).toMatchObject([{ reasons: [{ code: "INITIALS" }, { code: "SAME_PARTNER" }] }]);
  });
});

describe("the number of statements", () => {
  it("does not grow with what is found, nor with what is listed", async () => {
    const typed = (name: string) => application.statementsOf(() => likely({ name, country: "PH" }));
    const one = await typed("Silungan Marikit");
    for (let index = 0; index < 8; index += 1) await addPartner({ name: "Silungan Marikit" });
    expect(await typed("Silungan Marikit")).toBe(one);
    const listed = (first: number) => application.statementsOf(() => manager.get(PAIRS, { first }));
    expect(await listed(30)).toBe(await listed(2));
  });

  it("is the same for one draft and for ten, and of two hundred the same for each ten", async () => {
    const viewer = { id: "", role: "ADMINISTRATOR", officeId: "", isInstallation: true } as const;
    const viewing = viewingOf(
      { viewer, by: "SESSION" },
      application.database,
      installation.origin,
      new KeyRing(newKey()),
    );
    const drafts = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        duplicateDraftRule.parse({
          kind: "PARTNER",
          name: `Silungan Marikit ${index}`,
          country: "PH",
          parent: demoId("pnp"),
        }),
      );
    const asked = (count: number) =>
      application.statementsOf(() => findLikelyDuplicates(viewing, application.database, drafts(count)));
    const one = await asked(1);
    expect(await asked(10)).toBe(one);
    expect(await asked(200)).toBe(one * 20);
  });

  it("of a write does not grow with its candidates", async () => {
    const written = (name: string) => application.statementsOf(() => addPartner({ name }));
    const first = await written("Dampa ng Dalisay");
    for (let index = 0; index < 8; index += 1) await addPartner({ name: "Dampa ng Dalisay" });
    // Who has candidates reads them, and writes the pairs.
    expect(await written("Dampa ng Dalisay")).toBeLessThanOrEqual(first + 2);
  });
});
