import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { demoId, loadDemoData } from "./demo.service.ts";

/** The seven facts of the domain, each asked for through the API: they are the acceptance test of the model. */

let application: TestApplication;
let viewer: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  viewer = await application.as("leadership");
});
afterAll(() => application.close());

describe("the seven facts", () => {
  it("1. a chief of the Philippine police's unit said in public what is the key", async () => {
    const { partners } = await viewer.get(`{ partners(filter: { text: "PNP-WCPC" }) { edges { node {
      name kind country parent { name shortName }
      people { edges { node { name currentPosition { rank title } } } }
      statements { edges { node { text speakerName speakerTitle date focusAreas permission { status } publishable person { name } source { title } } } }
    } } } }`);
    expect(partners.edges).toHaveLength(1);
    const [{ node }] = partners.edges;
    expect(node).toMatchObject({
      kind: "POLICE",
      country: "PH",
      parent: { name: "Philippine National Police", shortName: "PNP" },
    });
    expect(node.people.edges[0].node).toEqual({
      name: "Edgar DM Cacayan",
      currentPosition: { rank: "Police Brigadier General", title: "Chief" },
    });
    const statement = node.statements.edges[0].node;
    expect(statement.speakerName).toBe("Police Brigadier General Edgar DM Cacayan");
    expect(statement.text).toContain("International law enforcement collaboration is one of the keys");
    expect(statement.focusAreas).toEqual(["TRAFFICKING_IN_PERSONS", "ONLINE_SEXUAL_EXPLOITATION_OF_CHILDREN"]);
    expect(statement.source.title).not.toBe("");
    expect(statement).toMatchObject({ permission: { status: "GRANTED" }, publishable: true });
  });

  it("2. compacts, and a campaign that asks for their money", async () => {
    const { collaborations } =
      await viewer.get(`{ collaborations(filter: { country: ["US"] }, orderBy: { field: TITLE }) { edges { node {
      title kind ask link outcomes { measure count } follows { title } sources { title }
      participants { role partner { name kind } }
    } } } }`);
    const [campaign, compacts] = collaborations.edges.map((edge: { node: unknown }) => edge.node);
    expect(campaign).toMatchObject({ kind: "ADVOCACY_CAMPAIGN", follows: [{ title: "Child Protection Compacts" }] });
    expect(campaign.ask).toContain("E-mail your members of Congress");
    expect(campaign.link).toMatch(/^https:/);
    expect(campaign.outcomes).toEqual([{ measure: "MESSAGES_SENT", count: 1200 }]);
    expect(campaign.participants).toMatchObject([{ partner: { name: "United States Congress", kind: "LEGISLATURE" } }]);
    expect(compacts).toMatchObject({ kind: "AGREEMENT" });
    expect(compacts.participants.map((participant: { partner: { kind: string } }) => participant.partner.kind)).toEqual(
      ["GOVERNMENT", "LEGISLATURE"],
    );
    expect(compacts.sources.length).toBeGreaterThan(0);
  });

  it("3. 94 people rescued in a month that is known and on a day that is not; a visit and a statement follow", async () => {
    const { collaboration } = await viewer.get(`{ collaboration(id: "${demoId("brick-kiln-2005")}") {
      kind begin end place country subdivision outcomes { measure count } sources { title }
      appearances { name consent protected } participants { partner { name } }
      followedBy { kind begin title }
      statements { edges { node { ours speakerName person { id } text } } }
    } }`);
    expect(collaboration).toMatchObject({
      kind: "JOINT_OPERATION",
      begin: "2005-12",
      place: "near Bengaluru",
      country: "IN",
      subdivision: "IN-KA",
    });
    expect(collaboration.outcomes).toEqual([{ measure: "PEOPLE_RESCUED", count: 94 }]);
    expect(collaboration.participants).toHaveLength(2);
    const names = collaboration.appearances.map((appearance: { name: string }) => appearance.name);
    expect(names).toEqual(["Sujina", "Starlin", "Seemon", "Thenmozhi", "Manikandan"]);
    expect(collaboration.appearances.every((appearance: { consent: boolean }) => appearance.consent)).toBe(true);
    expect(collaboration.followedBy).toMatchObject([{ kind: "FOLLOW_UP_VISIT" }]);
    expect(collaboration.statements.edges[0].node).toMatchObject({ ours: true, person: null });
  });

  it("3. counts the 94 once, although two partners took part, and tells both that they contributed", async () => {
    const { dashboard, partners } = await viewer.get(`{
      dashboard { peopleRescued }
      partners(filter: { subdivision: ["IN-KA"] }) { edges { node { contributedTo { measure count } } } }
    }`);
    expect(dashboard.peopleRescued).toBe(94);
    const contributions = partners.edges.map((edge: { node: { contributedTo: unknown } }) => edge.node.contributedTo);
    expect(contributions).toEqual([
      [{ measure: "PEOPLE_RESCUED", count: 94 }],
      [{ measure: "PEOPLE_RESCUED", count: 94 }],
    ]);
  });

  it("4. a shelter that was trained keeps Larysa* safe, whose name is a pseudonym", async () => {
    const { collaboration } = await viewer.get(`{ collaboration(id: "${demoId("larysa-kept-safe")}") {
      appearances { name protected } follows { kind } sources { url }
      participants { role partner { name kind } }
    } }`);
    expect(collaboration.appearances[0]).toEqual({ name: "Larysa*", protected: true });
    expect(collaboration.follows).toEqual([{ kind: "TRAINING" }]);
    expect(collaboration.participants[0].partner.kind).toBe("SHELTER");
  });

  it("5. a trial with dated milestones, five accused, and a police force that employed four of them", async () => {
    const { collaboration } = await viewer.get(`{ collaboration(id: "${demoId("mavoko-3")}") {
      kind begin focusAreas milestones { date title } outcomes { measure count }
      participants { role partner { kind } }
      appearances { name role count employer { name timeline { edges { node { relation item { ... on Collaboration { title } } } } } } }
    } }`);
    expect(collaboration).toMatchObject({
      kind: "LEGAL_CASE",
      begin: "2016-06-23",
      focusAreas: ["POLICE_ABUSE_OF_POWER"],
    });
    const dates = collaboration.milestones.map((milestone: { date: string }) => milestone.date);
    expect(dates).toEqual(["2016-02", "2016-06-23", "2016-08", "2016-11", "2021"]);
    expect(collaboration.participants).toEqual([
      { role: "PROSECUTION", partner: { kind: "PROSECUTION" } },
      { role: "COURT", partner: { kind: "COURT" } },
    ]);
    const accused = collaboration.appearances.filter((appearance: { role: string }) => appearance.role === "ACCUSED");
    expect(accused.map((appearance: { count: number }) => appearance.count)).toEqual([4, 1]);
    expect(accused[0].employer.timeline.edges).toEqual([
      { node: { relation: "EMPLOYER", item: { title: "The Mavoko 3 trial" } } },
    ]);
    const victims = collaboration.appearances.filter((appearance: { role: string }) => appearance.role === "VICTIM");
    expect(victims.map((appearance: { name: string }) => appearance.name)).toEqual([
      "Willie Kimani",
      "Josephat Mwenda",
      "Joseph Muiruri",
    ]);
  });

  it("6. the police of Tamil Nadu honoured us", async () => {
    const { recognitions } = await viewer.get(`{ recognitions(filter: { direction: [RECEIVED] }) { edges { node {
      kind direction focusAreas date evidence { url } givers { name partner { country subdivision } } recipients { us name }
    } } } }`);
    expect(recognitions.edges).toHaveLength(1);
    expect(recognitions.edges[0].node).toMatchObject({
      kind: "AWARD",
      focusAreas: ["BONDED_LABOUR"],
      givers: [{ name: "Tamil Nadu Police", partner: { country: "IN", subdivision: "IN-TN" } }],
      recipients: [{ us: true, name: "IJM" }],
    });
  });

  it("7. one commendation of one study stands on three partners' pages", async () => {
    const { partners } =
      await viewer.get(`{ partners(filter: { international: true }, orderBy: { field: NAME }) { edges { node {
      shortName kind recognitions { edges { node { id direction honours { kind participants { role } } } } }
      timeline { totalCount } recognitionBalance { given received }
    } } } }`);
    const nodes = partners.edges.map((edge: { node: unknown }) => edge.node);
    expect(nodes.map((node: { shortName: string }) => node.shortName)).toEqual(["ECPAT", "INTERPOL", "UNICEF"]);
    const ids = nodes.map((node: { recognitions: { edges: { node: { id: string } }[] } }) =>
      node.recognitions.edges.map((edge) => edge.node.id),
    );
    expect(ids).toEqual([
      [demoId("commendation-of-the-study")],
      [demoId("commendation-of-the-study")],
      [demoId("commendation-of-the-study")],
    ]);
    expect(nodes[0].recognitions.edges[0].node.honours).toEqual([
      { kind: "STUDY", participants: [{ role: "AUTHOR" }, { role: "AUTHOR" }, { role: "AUTHOR" }] },
    ]);
    expect(nodes[0].recognitionBalance).toEqual({ given: 1, received: 0 });
  });

  it("each with its sources", async () => {
    const { collaborations, recognitions, statements } = await viewer.get(`{
      collaborations { edges { node { title sources { title } } } }
      recognitions { edges { node { evidence { title } } } }
      statements { edges { node { source { title } } } }
    }`);
    for (const { node } of collaborations.edges) expect(node.sources, node.title).not.toEqual([]);
    for (const { node } of recognitions.edges) expect(node.evidence).not.toEqual([]);
    for (const { node } of statements.edges) expect(node.source).not.toBeNull();
  });
});

it("shows and sorts December 2005 as a month", async () => {
  const { collaborations } = await viewer.get(
    `{ collaborations(orderBy: { field: BEGIN, direction: ASC }, filter: { from: "2005-12-15", to: "2013-12" }) { edges { node { begin } } } }`,
  );
  expect(collaborations.edges.map((edge: { node: { begin: string } }) => edge.node.begin)).toEqual([
    "2005-12",
    "2013-02",
  ]);
});

it("makes nothing twice when it is loaded again", async () => {
  const before = [await rowsIn(application.database, "partners"), await rowsIn(application.database, "audit_log")];
  await loadDemoData(application.database, application.settings.keys);
  expect([await rowsIn(application.database, "partners"), await rowsIn(application.database, "audit_log")]).toEqual(
    before,
  );
});

it("has six offices and a user for each role", async () => {
  const { offices, users } = await viewer.get("{ offices { totalCount } users { edges { node { role } } } }");
  expect(offices).toEqual({ totalCount: 6 });
  expect(JSON.stringify(users)).toContain("LEADERSHIP");
});
