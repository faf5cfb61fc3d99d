import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { isInputObjectType, isNonNullType } from "graphql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demoId } from "../features/demo/demo.service.ts";
import { inputRules } from "../features/input-rules.ts";
import { resolvers } from "../features/resolvers.ts";
import { buildSchema } from "../graphql/schema.ts";
import { type Answer, TestApplication, type Visitor } from "../testing/application.ts";
import { Attackers } from "../testing/attackers.ts";
import { leaksIn } from "../testing/leaks.ts";
import { uploadRequest } from "../testing/uploads.ts";

/**
 * The items of OWASP's GraphQL Cheat Sheet (https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html)
 * that apply, under its headings; each through every way in: a session or an API token, in development or production.
 */

const OPERATIONS = {
  createPartner: "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id name } }",
  createPerson: "mutation($input: CreatePersonInput!) { createPerson(input: $input) { id name notes } }",
  createOpen: "mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }",
  partners:
    "query($first: Int, $after: String, $filter: PartnerFilter) { partners(first: $first, after: $after, filter: $filter) { totalCount edges { node { id office { id } focusAreas } } } }",
  people: "query($filter: PersonFilter) { people(filter: $filter) { totalCount edges { node { name } } } }",
  search: "query($text: String!) { search(text: $text) { edges { node { id } } } }",
  users: "{ users { edges { node { id account { lastSignInAt } } } } }",
  auditLog: "{ auditLog { totalCount } }",
  collaboration: "query($id: ID!) { collaboration(id: $id) { id } }",
  history: "query($id: ID!) { history(of: $id) { totalCount } }",
  update: 'mutation($id: ID!) { updateCollaboration(id: $id, version: 1, input: { title: "x" }) { id } }',
  delete: "mutation($id: ID!) { deleteCollaboration(id: $id, version: 1) { id } }",
  restore: "mutation($id: ID!) { restoreCollaboration(id: $id) { id } }",
  follow: 'mutation($id: ID!) { createCollaboration(input: { title: "x", kind: MEETING, follows: [$id] }) { id } }',
  removeFile: "mutation($id: ID!) { removeFile(id: $id) }",
  nested:
    "query($id: ID!) { partner(id: $id) { collaborations { totalCount } timeline { edges { node { id } } } attachments { id } } }",
  asNobody: "{ partners { totalCount } }",
} as const;
type Name = keyof typeof OPERATIONS;

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const MANIFEST = Object.fromEntries(Object.values(OPERATIONS).map((text) => [hashOf(text), text]));
const NOBODY = "0190a000-0000-7000-8000-00000000dead";

const schema = buildSchema(resolvers);

describe.each([
  { mode: "development", by: "a session" },
  { mode: "development", by: "an API token" },
  { mode: "production", by: "a session" },
  { mode: "production", by: "an API token" },
])("in $mode, with $by", ({ mode, by }) => {
  const onlyOwn = mode === "production" && by === "a session";
  let application: TestApplication;
  let attacker: Visitor;
  let office: Visitor;
  let admin: Visitor;
  beforeAll(async () => {
    application = await TestApplication.open({ NODE_ENV: mode }, MANIFEST);
    const attackers = await Attackers.of(application);
    await attackers.letIn();
    const visitor = (email: string) => Object.assign(application.visitor(), attackers.as(email));
    [attacker, office, admin] = [
      visitor("manager@demo.example"),
      visitor("office@demo.example"),
      visitor("admin@demo.example"),
    ];
    if (by === "an API token") {
      attacker.cookie = "";
      attacker.apiToken = await attackers.token("WRITE", "manager@demo.example");
    }
  });
  afterAll(() => application.close());

  /** As the client sends it: by its hash where production takes nothing else. */
  const ask = (name: Name, variables: object = {}, visitor = attacker): Promise<Answer> =>
    visitor === attacker && !onlyOwn
      ? attacker.post({ query: OPERATIONS[name], variables })
      : visitor.post({
          extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(OPERATIONS[name]) } },
          variables,
        });

  describe("Input Validation", () => {
    it.each<[what: string, field: string, value: unknown]>([
      ["a code of no vocabulary", "kind", "GANG"],
      ["a country that is none", "country", "XX"],
      ["an address that runs a script", "website", "javascript:alert(1)"],
      ["a text that is too long", "name", "x".repeat(201)],
      ["signs that cannot be shown", "name", "a\u0000b"],
      ["text that turns about", "name", "a\u202eb"],
      ["a date that is none", "statusSince", "2024-02-30"],
      ["an id of another form", "id", "1"],
      ["too many items", "sources", Array.from({ length: 51 }, () => ({ title: "x" }))],
      ["a number in the place of text", "name", 7],
      ["a field that is not there", "isAdmin", true],
    ])("refuses %s, and says in which field", async (_what, field, value) => {
      const answer = await ask("createPartner", { input: { name: "A", kind: "NGO", [field]: value } });
      expect(answer.code).toBe("BAD_USER_INPUT");
      expect(JSON.stringify(answer.errors)).toContain(field);
    });

    it("every mutation that takes an input has a rule for it", () => {
      const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
      const withInput = fields.filter(({ args }) =>
        args.some(({ type }) => isNonNullType(type) && isInputObjectType(type.ofType)),
      );
      expect(withInput.length).toBeGreaterThan(15);
      expect(withInput.map(({ name }) => name).filter((name) => !inputRules.has(name))).toEqual([]);
    });
  });

  describe("Injection Prevention", () => {
    it.each(["' OR 1=1 --", "%", "_", "') UNION SELECT 1 --", "\\' OR 1=1#", '"; DROP TABLE partners; --', "$(id)"])(
      "%s is looked for as text, and kept as text",
      async (text) => {
        const all = (await ask("partners")).data.partners.totalCount;
        expect(all).toBeGreaterThan(5);
        for (const filter of [{ text: `zzz ${text}` }, { text: `zzz${text}zzz` }]) {
          expect((await ask("partners", { filter })).data.partners.totalCount).toBe(0);
        }
        expect((await ask("search", { text: `zzz ${text}` })).data.search.edges).toEqual([]);
        expect((await ask("collaboration", { id: text })).code).toBe("NOT_FOUND");
        expect((await ask("partners", { after: text })).code).toBe("BAD_USER_INPUT");
        const { createPerson } = (await ask("createPerson", { input: { name: text, notes: text } })).data;
        expect(createPerson).toMatchObject({ name: text, notes: text });
        expect((await ask("partners")).data.partners.totalCount).toBe(all);
      },
    );

    it("no address that somebody writes is ever fetched (SSRF)", async () => {
      let fetched = 0;
      const inside = createServer((_request, response) => {
        fetched += 1;
        response.end();
      });
      await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve));
      const address = Object(inside.address());
      const url = `http://127.0.0.1:${address.port}/secret`;
      const answer = await ask("createPartner", {
        input: { name: "Link", kind: "NGO", website: url, sources: [{ title: "x", url }] },
      });
      expect(answer.errors).toEqual([]);
      expect(fetched).toBe(0);
      await new Promise((resolve) => inside.close(resolve));
    });
  });

  describe("DoS Prevention", () => {
    it.each([
      ["Depth Limiting", `{ partner(id: "x") { ${"parent { ".repeat(15)} id ${"}".repeat(15)} } }`],
      [
        "Query Cost Analysis",
        "{ partners(first: 200) { edges { node { collaborations(first: 200) { edges { node { participants { role } } } } } } } }",
      ],
      ["Amount Limiting", `{ ${Array.from({ length: 21 }, (_unused, index) => `a${index}: __typename`).join(" ")} }`],
    ])("%s", async (_heading, query) => {
      const answer = await attacker.post({ query });
      expect([answer.status, answer.code]).toEqual(onlyOwn ? [403, "FORBIDDEN"] : [400, "TOO_COMPLEX"]);
    });

    it.each([0, -1, 201, 1_000_000])("Pagination: no page of %i", async (first) => {
      const answer = await ask("partners", { first });
      expect(answer.errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "first" }] });
    });

    it("Server-side Batching and Caching: more rows take no more statements", async () => {
      // The total is remembered from here on.
      await ask("partners", { first: 1 });
      const few = await application.statementsOf(() => ask("partners", { first: 2 }));
      expect(await application.statementsOf(() => ask("partners", { first: 50 }))).toBe(few);
    });

    it("System Resource Management: a request is no larger than a megabyte", async () => {
      const answer = await attacker.post({ query: OPERATIONS.search, variables: { text: "x".repeat(1_100_000) } });
      expect([answer.status, answer.code]).toEqual([413, "BAD_USER_INPUT"]);
    });
  });

  describe("Access Control", () => {
    it("General Data Access: whoever is not signed in gets nothing", async () => {
      const answer = await ask("asNobody", {}, application.visitor());
      expect(answer.errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    });

    it("Query and Mutation Access (IDOR): an id of what one may not read is answered like one that is nobody's", async () => {
      const input = {
        title: "Hidden",
        kind: "MEETING",
        confidentiality: "RESTRICTED",
        participants: [{ partner: demoId("interpol") }],
      };
      const made = await ask("createOpen", { input }, office);
      expect(made.errors).toEqual([]);
      const { id } = made.data.createCollaboration;
      const upload = await office.send(
        uploadRequest({ record: id, name: "x.pdf", bytes: Buffer.from("%PDF-1.4\n%%EOF\n") }),
      );
      const file = upload.json().id;
      const told = async (name: Name, hidden: string) => {
        const text = JSON.stringify((await ask(name, { id: hidden })).errors);
        expect(text).toMatch(/"(NOT_FOUND|BAD_USER_INPUT)"/);
        return text.replaceAll(hidden, "ID");
      };
      for (const name of ["collaboration", "history", "update", "delete", "restore", "follow"] as const) {
        expect(await told(name, id)).toBe(await told(name, NOBODY));
      }
      expect(await told("removeFile", file)).toBe(await told("removeFile", NOBODY));
      expect((await attacker.send({ url: `/files/${file}` })).statusCode).toBe(404);
      const nested = await ask("nested", { id: demoId("interpol") });
      expect(nested.errors).toEqual([]);
      expect(JSON.stringify(nested.data)).not.toContain(id);
    });

    it("Query Access: fields and lists of another role are not given", async () => {
      const { users } = (await ask("users")).data;
      expect(users.edges.every(({ node }: { node: { account: unknown } }) => node.account === null)).toBe(true);
      expect((await ask("auditLog")).code).toBe("FORBIDDEN");
      expect((await ask("auditLog", {}, admin)).errors).toEqual([]);
    });
  });

  describe("Batching Attacks", () => {
    it("a list of requests is none", async () => {
      const answer = await attacker.post([{ query: OPERATIONS.asNobody }, { query: OPERATIONS.asNobody }]);
      expect(answer.status).toBe(onlyOwn ? 403 : 400);
      expect(answer.data).toBeUndefined();
    });

    it("passwords are not guessed by aliases: after the first wrong one nothing more is tried", async () => {
      const guesses = Array.from(
        { length: 10 },
        (_unused, index) => `a${index}: signIn(input: { email: "admin@demo.example", password: "${index}" }) { id }`,
      );
      const before = (await ask("auditLog", {}, admin)).data.auditLog.totalCount;
      const answer = await attacker.post({ query: `mutation { ${guesses.join(" ")} }` });
      expect(answer.data ?? null).toBeNull();
      const after = (await ask("auditLog", {}, admin)).data.auditLog.totalCount;
      expect(after - before).toBe(onlyOwn ? 0 : 1);
    });
  });

  describe("Secure Configurations", () => {
    if (mode === "production") {
      it("Introspection and hints are off", async () => {
        for (const query of [
          "{ __schema { types { name } } }",
          '{ __type(name: "User") { name } }',
          "{ partnerz { totalCount } }",
        ]) {
          const answer = await attacker.post({ query });
          expect(answer.code).toMatch(/FORBIDDEN|BAD_USER_INPUT/);
          expect(JSON.stringify(answer.errors)).not.toMatch(/Did you mean|partners|"fields":\[\{/);
        }
      });
    }

    it("Don't return excessive errors: a fault of ours is told as such, and nothing of it", async () => {
      const fault = new Error(
        `SQLITE_ERROR: no such column: office_id, SELECT * FROM users at ${process.cwd()}/x.ts:1:1`,
      );
      const { database } = application;
      const find = database.find.bind(database);
      const broken = vi.spyOn(database, "find").mockImplementation(async (entity, query) => {
        if (query.sql.includes("FROM partners")) throw fault;
        return find(entity, query);
      });
      const log = vi.spyOn(application.http.log, "error").mockImplementation(() => undefined);
      const answer = await ask("partners");
      broken.mockRestore();
      expect(answer.errors).toEqual([
        {
          message:
            "Something went wrong on our side, and it was noted. Try again; if it happens again, tell an administrator when it happened.",
          path: ["partners"],
          extensions: { code: "INTERNAL_SERVER_ERROR" },
        },
      ]);
      expect(leaksIn(JSON.stringify(answer))).toEqual([]);
      expect(log).toHaveBeenCalledOnce();
      log.mockRestore();
    });

    it("no other site's page may ask (CORS), and none that could without asking is answered (CSRF)", async () => {
      const preflight = await application.http.inject({
        method: "OPTIONS",
        url: "/graphql",
        headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
      });
      expect(Object.keys(preflight.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
        const answer = await attacker.send({
          method: "POST",
          url: "/graphql",
          headers: { "content-type": type, origin: "https://evil.example" },
          payload: JSON.stringify({ query: OPERATIONS.asNobody }),
        });
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(answer.body).not.toContain("totalCount");
      }
    });
  });
});
