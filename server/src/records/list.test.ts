import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../testing/application.ts";

let application: TestApplication;
let manager: Visitor;
const COUNT = 30;

beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
  for (let index = 0; index < COUNT; index += 1) {
    const { createPartner } = await manager.get(
      `mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }`,
      {
        input: {
          name: `Wombat ${index % 7}`,
          shortName: `W${index}`,
          kind: "NGO",
          country: index % 2 ? "BR" : "PE",
          aliases: [{ name: "São João" }],
        },
      },
    );
    await manager.get(`mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }`, {
      input: {
        title: `Wombat meeting ${index}`,
        kind: "MEETING",
        begin: "2020",
        participants: [{ partner: createPartner.id }],
      },
    });
  }
});
afterAll(() => application.close());

const ids = (connection: { edges: { node: { id: string } }[] }) => connection.edges.map((edge) => edge.node.id);

describe("a list", () => {
  it.each(["NAME", "KIND", "COUNTRY", "CREATED_AT"])(
    "shows each record once over all its pages, by %s and either way",
    async (field) => {
      for (const direction of ["ASC", "DESC"]) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const {
            partners,
          }: {
            partners: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
          } = await manager.get(
            `query($after: String, $orderBy: PartnerOrder) { partners(first: 7, after: $after, filter: { text: "wombat" }, orderBy: $orderBy) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
            { after, orderBy: { field, direction } },
          );
          seen.push(...ids(partners));
          after = partners.pageInfo.hasNextPage ? partners.pageInfo.endCursor : null;
        } while (after);
        expect(seen).toHaveLength(COUNT);
        expect(new Set(seen).size).toBe(COUNT);
      }
    },
  );

  it("combines its filters, and counts under them", async () => {
    const { partners } = await manager.get(
      `{ partners(filter: { text: "wombat", country: ["PE"], kind: [NGO, COURT], status: [PROSPECT] }) { totalCount } }`,
    );
    expect(partners.totalCount).toBe(COUNT / 2);
    expect((await manager.get(`{ partners(filter: { kind: [] }) { totalCount } }`)).partners.totalCount).toBe(0);
  });

  it.each([["pnp"], ["P.N.P."], ["pambansang"], ["philippine nat"], ["PHILIPPINE POLICE"]])(
    "finds a partner by name, acronym or alias: %s",
    async (text) => {
      const { partners } = await manager.get(
        `query($text: String) { partners(filter: { text: $text }) { edges { node { shortName } } } }`,
        { text },
      );
      expect(partners.edges.map((edge: { node: { shortName: string } }) => edge.node.shortName)).toContain("PNP");
    },
  );

  it.each(["sao joao", "SÃO", "joão sao"])("finds an alias whatever its accents and case: %s", async (text) => {
    const { partners } = await manager.get(
      `query($text: String) { partners(filter: { text: $text }) { totalCount } }`,
      { text },
    );
    expect(partners.totalCount).toBe(COUNT);
  });

  it("tells how many there are under another name and out of fragments, also of the lists under its records", async () => {
    const { partners } = await manager.get(`{
      partners(first: 2, filter: { text: "Wombat" }) { totalCount n: totalCount ... on PartnerConnection { m: totalCount } ...Total
        edges { node { collaborations(first: 1) { n: totalCount ... on CollaborationConnection { m: totalCount } } } } }
    } fragment Total on PartnerConnection { k: totalCount }`);
    expect(partners).toEqual({
      totalCount: COUNT,
      n: COUNT,
      m: COUNT,
      k: COUNT,
      edges: Array(2).fill({ node: { collaborations: { n: 1, m: 1 } } }),
    });
  });

  it("tells how many there are on each of its pages, and in the answer to a write", async () => {
    const first = await manager.get(
      `{ partners(first: 1, filter: { text: "Wombat" }) { edges { cursor node { id version } } } }`,
    );
    const [{ cursor, node }] = first.partners.edges;
    const next = await manager.get(
      `query($after: String) { partners(first: 1, after: $after, filter: { text: "Wombat" }) { totalCount } }`,
      { after: cursor },
    );
    expect(next.partners.totalCount).toBe(COUNT);
    const { updatePartner } = await manager.get(
      `mutation($id: ID!, $version: Int!) { updatePartner(id: $id, version: $version, input: { summary: "Known." }) {
        collaborations(first: 1) { totalCount edges { cursor } } } }`,
      node,
    );
    expect(updatePartner.collaborations.totalCount).toBe(1);
  });

  it("finds a name in another script", async () => {
    const { partners } = await manager.get(
      `{ partners(filter: { text: "தமிழ்நாடு" }) { edges { node { shortName } } } }`,
    );
    expect(partners.edges).toEqual([{ node: { shortName: "TN Police" } }]);
  });

  it("refuses a page that is too long, and a cursor of another list", async () => {
    expect((await manager.ask("{ partners(first: 201) { totalCount } }")).errors[0]?.extensions.fields).toMatchObject([
      { path: "first" },
    ]);
    expect(
      (await manager.ask(`{ partners(after: "nonsense") { totalCount } }`)).errors[0]?.extensions.fields,
    ).toMatchObject([{ path: "after" }]);
    expect(
      (await manager.ask(`{ collaborations(filter: { from: "2006", to: "2005" }) { totalCount } }`)).errors[0]
        ?.extensions.fields,
    ).toMatchObject([{ path: "filter.to" }]);
  });
});

describe("the number of SQL statements", () => {
  const of = (query: string) => application.statementsOf(() => manager.get(query));
  const DETAILS = `id name office { name } parent { name } focusAreas abilities { update } contributedTo { count }
    units { totalCount edges { node { name } } } people { totalCount edges { node { positions { title partner { name } } } } }
    collaborations(first: 3) { totalCount edges { node { title office { name } participants { partner { name } } outcomes { count } milestones { date } appearances { employer { name } } follows { id } followedBy { id } members { name } recognitions { totalCount } statements { totalCount } } } }
    recognitions(first: 2) { totalCount edges { node { givers { name partner { name } } recipients { name } honours { id } } } }
    statements { totalCount edges { node { person { name } about { id } } } }
    recognitionBalance { received } timeline(first: 5) { totalCount edges { node { item { __typename ... on Collaboration { title } } } } }`;

  it("is one more where the total is asked for", async () => {
    const list = (asked: string) =>
      `{ partners(first: 3, filter: { text: "Wombat" }) { ${asked} edges { node { id } } } }`;
    expect(await of(list("totalCount"))).toBe((await of(list(""))) + 1);
  });

  it("is the same for one partner and for forty, with everything that hangs on them", async () => {
    const one = await of(`{ partners(first: 1) { totalCount edges { node { ${DETAILS} } } } }`);
    const many = await of(`{ partners(first: 40) { totalCount edges { node { ${DETAILS} } } } }`);
    // With more rows there may be a kind that the first row had none of; never a statement a row.
    expect(many - one).toBeLessThanOrEqual(12);
    expect(many).toBeLessThan(50);
  });

  it.each([
    [
      "collaborations",
      "{ collaborations(first: FIRST) { edges { node { title participants { partner { name parent { name } } } outcomes { count } focusAreas members { name } sources { title } office { name } abilities { update } } } } }",
    ],
    [
      "recognitions",
      "{ recognitions(first: FIRST) { edges { node { givers { name } recipients { name person { name } } honours { title } abilities { update } } } } }",
    ],
    ["search", `{ search(text: "wombat", first: FIRST) { edges { node { title subtitle } } } }`],
    [
      "the dashboard",
      "{ dashboard { partners byYear { year } byCountry { country } recentActivity(first: FIRST) { title by { name office { name } } } } }",
    ],
  ])("does not grow with the rows of %s", async (_what, query) => {
    const few = await of(query.replace("FIRST", "5"));
    const many = await of(query.replace("FIRST", "40"));
    expect(many).toBeLessThanOrEqual(few + 3);
  });
});
