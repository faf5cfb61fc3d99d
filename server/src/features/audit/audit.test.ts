import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { demoId } from "../demo/demo.service.ts";
import { verifyAuditLog } from "./verify.ts";

const LOG = `query($filter: AuditFilter, $first: Int, $after: String) { auditLog(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { action by { email } address agent subject { kind id name } changes { field before after } remark } } } }`;

interface Entry {
  readonly action: string;
  readonly by: { readonly email: string } | null;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string | null } | null;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly remark: string | null;
}

let application: TestApplication;
let manager: Visitor;
let office: Visitor;
let leadership: Visitor;
let admin: Visitor;
let secret: string;
beforeAll(async () => {
  application = await TestApplication.open();
  [manager, office, leadership, admin] = await Promise.all([
    application.as("manager"),
    application.as("office"),
    application.as("leadership"),
    application.as("admin"),
  ]);
  const { createCollaboration } = await office.get(
    'mutation { createCollaboration(input: { title: "Zebrafish", kind: MEETING, confidentiality: RESTRICTED }) { id } }',
  );
  secret = createCollaboration.id;
});
afterAll(() => application.close());

async function entries(visitor: Visitor, filter: object = {}): Promise<Entry[]> {
  const { auditLog } = await visitor.get(LOG, { filter, first: 200 });
  return auditLog.edges.map(({ node }: { node: Entry }) => node);
}

describe("the audit log", () => {
  it("has who, when, from where, what and before and after of every write", async () => {
    const id = demoId("pnp");
    await manager.get(`mutation { updatePartner(id: "${id}", version: 1, input: { shortName: "P.N.P." }) { id } }`);
    const [entry] = await entries(admin, { subject: [id] });
    expect(entry).toMatchObject({
      action: "UPDATE",
      by: { email: "manager@demo.example" },
      address: "127.0.0.1",
      agent: "lightMyRequest",
      subject: { kind: "PARTNER", id, name: "Philippine National Police" },
      changes: [{ field: "shortName", before: "PNP", after: "P.N.P." }],
    });
  });

  it("has sign-ins, and those that failed, without what was typed for a password", async () => {
    await application.visitor().signIn("manager@demo.example", "a wrong password");
    await application.visitor().signIn("ghost@demo.example", "a wrong password");
    const [unknown, known] = await entries(admin, { action: ["SIGN_IN_FAILED"] });
    expect(unknown).toMatchObject({ by: null, subject: null, remark: "unknown address ghost@demo.example" });
    expect(known?.subject?.name).toBe("Meera Nair");
    expect(JSON.stringify(await entries(admin))).not.toContain("a wrong password");
    const [signIn] = await entries(admin, { action: ["SIGN_IN"] });
    expect(signIn?.remark).toBe("by password");
  });

  it("has what administrators change of others", async () => {
    const id = await application.addUser("watched@demo.example", "LEADERSHIP", "office-manila");
    await admin.get(`mutation { updateUser(id: "${id}", version: 1, input: { role: ADMINISTRATOR }) { id } }`);
    const [entry] = await entries(leadership, { subject: [id] });
    expect(entry?.changes).toEqual([{ field: "role", before: "LEADERSHIP", after: "ADMINISTRATOR" }]);
  });

  it("is for leadership and administrators alone", async () => {
    for (const visitor of [manager, office]) expect((await visitor.ask(LOG)).code).toBe("FORBIDDEN");
    expect((await application.visitor().ask(LOG)).code).toBe("UNAUTHENTICATED");
    expect((await application.visitor().send({ url: "/export/audit-log.csv" })).statusCode).toBe(401);
    expect((await manager.send({ url: "/export/audit-log.csv" })).statusCode).toBe(403);
  });

  it("tells leadership of no record that they may not read, and of nothing that others looked for", async () => {
    const seen = JSON.stringify([await entries(leadership), await entries(leadership, { subject: [secret] })]);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain("Zebrafish");
    expect(seen).not.toContain("ghost@demo.example");
    expect((await entries(admin, { subject: [secret] })).length).toBe(1);
  });

  it("is filtered by action, user, subject and period", async () => {
    const { viewer } = await office.get("{ viewer { id } }");
    const ofOffice = await entries(admin, { user: [viewer.id], action: ["CREATE"] });
    expect(ofOffice.map((entry) => entry.subject?.id)).toEqual([secret]);
    expect(await entries(admin, { to: "2020" })).toEqual([]);
    expect((await entries(admin, { from: new Date().toISOString().slice(0, 7) })).length).toBeGreaterThan(5);
    expect((await admin.ask(LOG, { filter: { from: "2021", to: "2020" } })).code).toBe("BAD_USER_INPUT");
  });

  it("is taken along as a file, which is noted, and in which nothing is a formula", async () => {
    await manager.get('mutation { createPerson(input: { name: "=1+1" }) { id } }');
    const file = await admin.send({ url: "/export/audit-log.csv?action=CREATE&action=EXPORT" });
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(file.headers["content-disposition"]).toContain("attachment");
    expect(file.body).toContain("Zebrafish");
    expect(file.body).toContain(",'=1+1,");
    const [exported] = await entries(admin, { action: ["EXPORT"] });
    expect(exported).toMatchObject({ by: { email: "admin@demo.example" } });
    const ofLeader = await leadership.send({ url: "/export/audit-log.csv" });
    expect(ofLeader.body).not.toContain("Zebrafish");
    expect((await admin.send({ url: "/export/audit-log.csv?action=NONSENSE" })).statusCode).toBe(400);
  });

  it("has more than one page", async () => {
    const { auditLog } = await admin.get(LOG, { first: 3 });
    const next = await admin.get(LOG, { first: 3, after: auditLog.pageInfo.endCursor });
    expect(next.auditLog.edges).toHaveLength(3);
    expect(next.auditLog.edges[0]).not.toEqual(auditLog.edges[0]);
  });
});

describe("npm run verify-audit", () => {
  /** What it says of the log after somebody has been at the database, which is put back afterwards. */
  async function faultsAfter(...statements: ReturnType<typeof sql>[]): Promise<string> {
    const own = await TestApplication.open();
    const person = await own.as("manager");
    for (const name of ["A", "B", "C"])
      await person.get(`mutation { createPerson(input: { name: "${name}" }) { id } }`);
    const before = await verifyAuditLog(own.database);
    expect(before.faults).toEqual([]);
    await own.database.transaction(async (transaction) => {
      for (const statement of statements) await transaction.execute(statement);
    });
    const { faults } = await verifyAuditLog(own.database, before.head);
    await own.close();
    return faults.join(" ");
  }

  it("finds the log whole, also after many at once", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_unused, index) =>
        manager.get(`mutation { createPerson(input: { name: "At once ${index}" }) { id } }`),
      ),
    );
    const { faults, entries: total, head } = await verifyAuditLog(application.database);
    expect(faults).toEqual([]);
    expect(head).toMatch(new RegExp(`^${total}:[0-9a-f]{64}$`));
  });

  it.each([
    [
      "a changed entry",
      /Entry 5 \(.*\) was changed: it is not what its hash/,
      [sql`UPDATE audit_log SET user_id = NULL, action = 'SIGN_OUT' WHERE sequence = 5`],
    ],
    [
      "changed details",
      /Entry 5 \(.*\) was changed: its details/,
      [sql`UPDATE audit_log SET details = '{"salt":"x","changes":[]}' WHERE sequence = 5`],
    ],
    [
      "erased details",
      /Entry 5 \(.*\) was changed: its details were erased/,
      [sql`UPDATE audit_log SET details = NULL WHERE sequence = 5`],
    ],
    ["a removed entry", /Entry 5 was removed\./, [sql`DELETE FROM audit_log WHERE sequence = 5`]],
    ["removed entries", /Entries 5 to 7 were removed\./, [sql`DELETE FROM audit_log WHERE sequence BETWEEN 5 AND 7`]],
    [
      "an end that was cut off",
      /The end was cut off: entries \d+ to \d+ were removed/,
      [sql`DELETE FROM audit_log WHERE sequence > 20`],
    ],
    [
      "an end that was cut off together with its mark",
      /Entry \d+, which was last at an earlier verification, was removed/,
      [
        sql`DELETE FROM audit_log WHERE sequence > 20`,
        sql`UPDATE audit_head SET newest = 20, hash = (SELECT hash FROM audit_log WHERE sequence = 20)`,
      ],
    ],
    [
      "an entry that was put in at the end",
      /were put in at the end/,
      [
        sql`INSERT INTO audit_log (sequence, id, at, action, previous_hash, hash)
            SELECT newest + 1, 'x', 'x', 'SIGN_IN', hash, hash FROM audit_head`,
      ],
    ],
    [
      "an entry that was put in between",
      /Entry 6 \(.*does not follow on entry 5/,
      [
        sql`UPDATE audit_log SET sequence = -sequence - 1 WHERE sequence >= 6`,
        sql`UPDATE audit_log SET sequence = -sequence WHERE sequence < 0`,
        sql`INSERT INTO audit_log (sequence, id, at, action, previous_hash, hash) VALUES (6, 'x', 'x', 'SIGN_IN', 'x', 'x')`,
      ],
    ],
  ])("finds %s, and says which", async (_what, expected, statements) => {
    expect(await faultsAfter(...statements)).toMatch(expected);
  });

  it("takes no offence at details that were erased with their record", async () => {
    const { createPerson } = await manager.get('mutation { createPerson(input: { name: "To be forgotten" }) { id } }');
    await manager.get(`mutation { deletePerson(id: "${createPerson.id}", version: 1) { id } }`);
    await admin.get("mutation { emptyTrash }");
    const rows = JSON.stringify(
      await application.database.raw(sql`SELECT * FROM audit_log WHERE record_id = ${createPerson.id}`),
    );
    expect(rows).toContain("REMOVE");
    expect(rows).not.toContain("To be forgotten");
    expect((await verifyAuditLog(application.database)).faults).toEqual([]);
  });
});
