import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { csv, ImportStory } from "../../testing/imports.ts";
import { Merger } from "../../testing/merging.ts";
import { demoId } from "../demo/demo.service.ts";

let application: TestApplication;
let manager: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
});
afterAll(() => application.close());

const checked = (kind: string, file: string, mapping?: object) =>
  ImportStory.checked(application, manager, kind, file, { ...mapping });

describe("a list of partners", () => {
  const PARTNERS = csv(
    ["Name", "Short name", "Type", "País", "Province", "Partner since", "Focus", "E-mail", "Telephone"],
    [
      "Cebu Safe House",
      "CSH",
      "Shelter",
      "Philippines",
      "Cebu",
      "Dec-05",
      "Aftercare; trafficking",
      "a@x.example",
      "1",
    ],
    ["Davao Court", "", "court", "PH", "", "2016", "", "", "2"],
    ["Atlantis Police", "", "Police", "Atlantis", "", "soon", "", "", "3"],
  );

  it("is read, matched, checked, and written", async () => {
    const story = await ImportStory.begin(application, manager, "PARTNER", PARTNERS, "partners.csv");
    const read = await story.state();
    expect(read).toMatchObject({ state: "READ", failure: null, total: 3, fileName: "partners.csv" });
    expect(read.mapping).toMatchObject({
      columns: ["name", "shortName", "kind", "country", "subdivision", "statusSince", "focusAreas", "email", null],
      office: { name: "Chennai" },
      system: "Chennai list",
    });
    await story.check();
    expect(await story.state()).toMatchObject({ state: "CHECKED", goal: 3, done: 3 });
    const [cebu, davao, atlantis] = await story.rows();
    expect([cebu.verdict, davao.verdict, atlantis.verdict]).toEqual(["NEW", "NEW", "UNREADABLE"]);
    expect(atlantis.reasons.map(({ column }: { column: number }) => column)).toEqual([3, 5]);
    expect(atlantis.reasons[0].message).toContain('"Atlantis" is no country that we know');
    await story.run();
    expect(await story.state()).toMatchObject({ state: "DONE", failure: null, goal: 2, done: 2 });
    const [made] = await story.rows();
    const { partner } = await manager.get(
      `{ partner(id: "${made.resultRecord.id}") { name shortName kind country subdivision focusAreas email office { name } statusHistory { since } } }`,
    );
    expect(partner).toEqual({
      name: "Cebu Safe House",
      shortName: "CSH",
      kind: "SHELTER",
      country: "PH",
      subdivision: "PH-CEB",
      focusAreas: ["SURVIVOR_CARE", "TRAFFICKING_IN_PERSONS"],
      email: "a@x.example",
      office: { name: "Chennai" },
      statusHistory: [{ since: "2005-12" }],
    });
  });

  it("a second time changes nothing, with its rows and columns in another order, too", async () => {
    const again = await checked("PARTNER", PARTNERS);
    expect(await again.verdicts()).toEqual(["UNCHANGED", "UNCHANGED", "UNREADABLE"]);
    expect((await again.rows()).map(({ matchedBy }) => matchedBy)).toEqual(["EMAIL", "EARLIER_IMPORT", null]);
    await again.run();
    expect(await again.results()).toEqual(["SKIPPED", "SKIPPED", "SKIPPED"]);
    const turned = csv(
      ["Type", "Name", "País", "Partner since", "Telephone", "E-mail", "Short name", "Province", "Focus"],
      ["court", "Davao Court", "PH", "2016", "2", "", "", "", ""],
    );
    expect(await (await checked("PARTNER", turned)).verdicts()).toEqual(["UNCHANGED"]);
  });

  it("says how a record differs, changes only what the row says, and adds to lists", async () => {
    const { createPartner } = await manager.get(
      `mutation { createPartner(input: { name: "Iloilo Task Force", kind: POLICE, country: "PH", summary: "Kept.",
        aliases: [{ name: "ITF" }], focusAreas: [LAND_THEFT], email: "itf@x.example" }) { id } }`,
    );
    const story = await checked(
      "PARTNER",
      csv(
        ["Name", "Kind", "Aliases", "Focus areas", "Summary", "E-mail"],
        ["Iloilo Task Force", "Government", "itf; Task Force Iloilo", "Land theft; child labor", "", "ITF@x.example"],
      ),
    );
    const [row] = await story.rows();
    expect(row).toMatchObject({
      verdict: "UPDATE",
      decision: "UPDATE",
      matchedBy: "EMAIL",
      choices: ["UPDATE", "SKIP"],
    });
    expect(row.changes).toEqual([
      { field: "aliases", before: "ITF", after: "ITF; Task Force Iloilo" },
      { field: "kind", before: "POLICE", after: "GOVERNMENT" },
      { field: "focusAreas", before: "LAND_THEFT", after: "LAND_THEFT; CHILD_LABOUR" },
    ]);
    await story.run();
    const { partner } = await manager.get(`{ partner(id: "${createPartner.id}") { kind summary aliases { name } } }`);
    expect(partner).toEqual({
      kind: "GOVERNMENT",
      summary: "Kept.",
      aliases: [{ name: "ITF" }, { name: "Task Force Iloilo" }],
    });
  });

  it("knows a record by its id, its external id and its address, in that order", async () => {
    const make = async (input: string) =>
      (await manager.get(`mutation { createPartner(input: { kind: NGO, ${input} }) { id } }`)).createPartner.id;
    const byId = await make('name: "By id"');
    await make('name: "By number", externalIds: [{ system: "chennai LIST", value: "77" }]');
    await make('name: "By address", email: "by@address.example"');
    const story = await checked(
      "PARTNER",
      csv(
        ["Concord id", "External id", "E-mail", "Name", "Summary", "Kind"],
        [byId, "77", "by@address.example", "By id", "x", "NGO"],
        ["", "77", "by@address.example", "By number", "x", "NGO"],
        ["", "78", "by@address.example", "By address", "x", "NGO"],
        ["019ab3c0-0000-7000-8000-000000000000", "", "", "Nobody", "x", "NGO"],
        ["17", "", "", "Nobody", "x", "NGO"],
      ),
    );
    const rows = await story.rows();
    expect(rows.map(({ record, matchedBy }) => [record?.name, matchedBy])).toEqual([
      ["By id", "ID"],
      ["By number", "EXTERNAL_ID"],
      ["By address", "EMAIL"],
      [undefined, null],
      [undefined, null],
    ]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(["UPDATE", "UPDATE", "UPDATE", "UNREADABLE", "UNREADABLE"]);
    expect(rows[3].reasons[0]).toMatchObject({ column: 0, message: expect.stringContaining("that you may read") });
  });

  it("keeps the name that a record had until now as another name of it", async () => {
    const { createPartner } = await manager.get(
      `mutation { createPartner(input: { name: "Silliman Outreach", kind: NGO, country: "PH", email: "s@o.example" }) { id } }`,
    );
    const file = csv(["Name", "Kind", "E-mail"], ["Outreach of Silliman", "NGO", "s@o.example"]);
    const story = await checked("PARTNER", file);
    expect((await story.rows())[0].changes).toEqual([
      { field: "name", before: "Silliman Outreach", after: "Outreach of Silliman" },
      { field: "aliases", before: null, after: "Silliman Outreach" },
    ]);
    await story.run();
    const { partner } = await manager.get(`{ partner(id: "${createPartner.id}") { name aliases { name } } }`);
    expect(partner).toEqual({ name: "Outreach of Silliman", aliases: [{ name: "Silliman Outreach" }] });
    expect(await (await checked("PARTNER", file)).verdicts()).toEqual(["UNCHANGED"]);
  });

  it("with the numbers of one list does not change what another list numbers so", async () => {
    const file = csv(["No", "Name", "Kind"], ["4711", "First of its list", "NGO"]);
    const first = await checked("PARTNER", file, { system: "Nairobi list" });
    await first.run();
    const other = csv(["No", "Name", "Kind"], ["4711", "Quite another one", "NGO"]);
    expect(await (await checked("PARTNER", other, { system: "Bucharest list" })).verdicts()).toEqual(["NEW"]);
    expect(await (await checked("PARTNER", other, { system: "Nairobi LIST" })).verdicts()).toEqual(["UPDATE"]);
  });

  it("asks about what may be there already; singly, or for all of a kind", async () => {
    const story = await checked(
      "PARTNER",
      csv(
        ["Name", "Kind", "Country", "Summary"],
        ["Philippine National Police", "Police", "Philippines", "The national force."],
        ["International criminal police organization", "Intergovernmental", "", "x"],
        ["Twice in the file", "NGO", "Kenya", ""],
        ["Twice in the file", "NGO", "Kenya", "more"],
        ["Twice in the file", "NGO", "Ghana", "elsewhere"],
      ),
    );
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      "LIKELY_DUPLICATE",
      "LIKELY_DUPLICATE",
      "NEW",
      "LIKELY_DUPLICATE",
      "NEW",
    ]);
    expect(rows[0]).toMatchObject({
      decision: "SKIP",
      score: expect.any(Number),
      record: { id: demoId("pnp"), name: "Philippine National Police" },
      choices: ["CREATE", "UPDATE", "SKIP"],
      reasons: [{ message: 'It is likely "Philippine National Police": the same name.' }],
    });
    expect(rows[3]).toMatchObject({ sameAsRow: 4, record: null, choices: ["CREATE", "SKIP"] });
    await story.decide({ decision: "CREATE", verdict: "LIKELY_DUPLICATE" });
    await story.decide({ decision: "UPDATE", rows: [2, 4] });
    await story.decide({ decision: "SKIP", rows: [3] });
    expect((await story.rows()).map(({ decision }) => decision)).toEqual([
      "UPDATE",
      "SKIP",
      "CREATE",
      "CREATE",
      "CREATE",
    ]);
    await story.run();
    expect(await story.results()).toEqual(["CHANGED", "SKIPPED", "ADDED", "ADDED", "ADDED"]);
    const { partner } = await manager.get(`{ partner(id: "${demoId("pnp")}") { summary } }`);
    expect(partner.summary).toBe("The national force.");
  });

  it("keeps what was edited in Concord since the row was imported, unless somebody decides otherwise", async () => {
    const file = csv(["Name", "Kind", "Country", "Summary"], ["Edited by hand", "NGO", "KE", "From the list."]);
    const first = await checked("PARTNER", file);
    await first.run();
    const { id } = (await first.rows())[0].resultRecord;
    await manager.get(`mutation { updatePartner(id: "${id}", version: 1, input: { summary: "By hand." }) { id } }`);
    const again = await checked("PARTNER", file);
    const [row] = await again.rows();
    expect(row).toMatchObject({ verdict: "UNCHANGED", decision: "SKIP", choices: ["UPDATE", "SKIP"] });
    expect(row.reasons[0].message).toContain("was changed in Concord since");
    expect(row.changes).toEqual([{ field: "summary", before: "By hand.", after: "From the list." }]);
    const other = csv(["Name", "Kind", "Country", "Summary"], ["Edited by hand", "NGO", "KE", "A new word."]);
    expect(await (await checked("PARTNER", other)).verdicts()).toEqual(["LIKELY_DUPLICATE"]);
  });

  it("tells when what a row made lies in the trash", async () => {
    const file = csv(["Name", "Kind"], ["Thrown away", "NGO"]);
    const first = await checked("PARTNER", file);
    await first.run();
    const { id } = (await first.rows())[0].resultRecord;
    await manager.get(`mutation { deletePartner(id: "${id}", version: 1) { id } }`);
    const [row] = await (await checked("PARTNER", file)).rows();
    expect(row).toMatchObject({ verdict: "LIKELY_DUPLICATE", record: { id }, choices: ["CREATE", "SKIP"] });
    expect(row.reasons[0].message).toContain("lies in the trash");
  });

  it("follows what was merged away: rows made before, ids, and what is named by its id", async () => {
    const file = csv(["Name", "Kind"], ["Stays after a merge", "NGO"], ["Goes in a merge", "Shelter"]);
    const first = await checked("PARTNER", file);
    await first.run();
    const [keep = "", merge = ""] = (await first.rows()).map(({ resultRecord }) => resultRecord.id);
    const merger = new Merger(manager);
    await merger.mergePartners(keep, merge);

    const again = await checked("PARTNER", file);
    expect(await again.verdicts()).toEqual(["UNCHANGED", "UNCHANGED"]);
    expect((await again.rows()).map(({ record, matchedBy }) => [record.id, matchedBy])).toEqual([
      [keep, "EARLIER_IMPORT"],
      [keep, "EARLIER_IMPORT"],
    ]);
    const named = await checked(
      "PARTNER",
      csv(
        ["Concord id", "Name", "Kind", "Part of", "Summary"],
        [merge, "", "", "", "Told by its old id."],
        ["", "Unit of what was merged", "NGO", merge, ""],
      ),
    );
    expect((await named.rows()).map(({ verdict, record }) => [verdict, record?.id])).toEqual([
      ["UPDATE", keep],
      ["NEW", undefined],
    ]);
    await named.run();
    const { partner } = await manager.get(`{ partner(id: "${keep}") { summary units { edges { node { name } } } } }`);
    expect(partner).toEqual({
      summary: "Told by its old id.",
      units: { edges: [{ node: { name: "Unit of what was merged" } }] },
    });
  });

  it("a row about what an earlier row changes is refused, and told where that one is", async () => {
    const story = await checked(
      "PARTNER",
      csv(["Concord id", "Summary"], [demoId("pnp"), "One."], [demoId("pnp"), "Another."]),
    );
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(["UPDATE", "UNREADABLE"]);
    expect(rows[1].reasons[0].message).toContain("Row 2 of this file is about the same partner");
  });

  it("finds the parent by name, acronym, alias or id, and says what may be meant where there is none", async () => {
    const story = await checked(
      "PARTNER",
      csv(
        ["Name", "Kind", "Part of"],
        ["Unit one", "Police", "philippine national police"],
        ["Unit two", "Police", "PNP"],
        ["Unit three", "Police", "P.N.P."],
        ["Unit four", "Police", demoId("pnp")],
        ["Unit five", "Police", "Philippine National Police (PNP)"],
        ["Unit six", "Police", "Philippine Coast Guard"],
      ),
    );
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual([...Array(5).fill("NEW"), "UNREADABLE"]);
    expect(rows[5].reasons).toEqual([
      {
        column: 2,
        message: expect.stringMatching(
          /no partner called "Philippine Coast Guard".*Is it "Philippine National Police"/,
        ),
      },
    ]);
    await story.run();
    const { partner } = await manager.get(`{ partner(id: "${demoId("pnp")}") { units { edges { node { name } } } } }`);
    expect(partner.units.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(
      expect.arrayContaining(["Unit one", "Unit two", "Unit three", "Unit four", "Unit five"]),
    );
  });

  it("may say for all rows what it has no column for", async () => {
    const story = await checked("PARTNER", csv(["Name", "Country"], ["All shelters", "Kenya"]), {
      forAll: [
        { field: "kind", value: "SHELTER" },
        { field: "status", value: "DORMANT" },
      ],
      office: demoId("office-nairobi"),
    });
    await story.run();
    const [row] = await story.rows();
    const { partner } = await manager.get(`{ partner(id: "${row.resultRecord.id}") { kind status office { name } } }`);
    expect(partner).toEqual({ kind: "SHELTER", status: "DORMANT", office: { name: "Nairobi" } });
  });
});

describe("a list of people", () => {
  const PEOPLE = csv(
    ["First name", "Last name", "Organisation", "Job title", "Rank", "Email", "Since"],
    ["Ana", "Reyes", "PNP", "Chief", "Colonel", "ana@pnp.example", "03/04/2016"],
    ["Ben", "Cruz", "PNP", "Investigator", "", "info@pnp.example", "23/06/2016"],
    ["Carla", "Diaz", "PNP", "Investigator", "", "info@pnp.example", ""],
    ["Dan", "", "Interpol", "", "", "", ""],
  );

  it("makes names and positions of their parts, and reads dates as the column writes them", async () => {
    const story = await checked("PERSON", PEOPLE);
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(["NEW", "NEW", "NEW", "UNREADABLE"]);
    expect(rows[3].reasons).toEqual([{ column: 2, message: expect.stringContaining("title of a position") }]);
    await story.run();
    const { person } = await manager.get(
      `{ person(id: "${(await story.rows())[0].resultRecord.id}") { name email positions { title rank from partner { shortName } } } }`,
    );
    expect(person).toEqual({
      name: "Ana Reyes",
      email: "ana@pnp.example",
      positions: [{ title: "Chief", rank: "Colonel", from: "2016-04-03", partner: { shortName: "PNP" } }],
    });
  });

  it("a second time doubles nobody, also not those who share an address", async () => {
    const again = await checked("PERSON", PEOPLE);
    expect(await again.verdicts()).toEqual(["UNCHANGED", "UNCHANGED", "UNCHANGED", "UNREADABLE"]);
  });

  it("adds a new position, and tells more of one that is there", async () => {
    const story = await checked(
      "PERSON",
      csv(
        ["Name", "Organisation", "Job title", "Email", "Until", "Since"],
        ["Ana Reyes", "PNP", "Chief", "ana@pnp.example", "2019", ""],
        ["Ana Reyes", "", "", "ana.reyes@interpol.example", "", ""],
      ),
    );
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(["UPDATE", "LIKELY_DUPLICATE"]);
    expect(rows[0].changes).toEqual([
      {
        field: "positions",
        before: "Philippine National Police, Chief, Colonel, 2016-04-03",
        after: "Philippine National Police, Chief, Colonel, 2016-04-03, 2019",
      },
    ]);
    await story.run();
    const more = await checked(
      "PERSON",
      csv(["Name", "Organisation", "Job title", "Email"], ["Ana Reyes", "Interpol", "Adviser", "ana@pnp.example"]),
    );
    await more.run();
    const { person } = await manager.get(
      `{ person(id: "${(await more.rows())[0].resultRecord.id}") { positions { title to } } }`,
    );
    expect(person.positions).toEqual([
      { title: "Adviser", to: null },
      { title: "Chief", to: "2019" },
    ]);
  });

  it("somebody else at a known address is asked about, and not written over", async () => {
    const [row] = await (await checked("PERSON", csv(["Name", "Email"], ["Emil Santos", "ana@pnp.example"]))).rows();
    expect(row).toMatchObject({ verdict: "LIKELY_DUPLICATE", record: { name: "Ana Reyes" }, decision: "SKIP" });
    expect(row.reasons[0].message).toContain("the same e-mail address");
  });

  it("dates that can be read in two ways are refused, until somebody says how", async () => {
    const file = csv(["Name", "Organisation", "Job title", "Since"], ["Fe Lim", "PNP", "Clerk", "03/04/2016"]);
    const story = await checked("PERSON", file);
    const [row] = await story.rows();
    expect(row.verdict).toBe("UNREADABLE");
    expect(row.reasons[0]).toMatchObject({ column: 3, message: expect.stringContaining("can be two dates") });
    await story.check({ dateOrder: "MONTH_FIRST" });
    expect(await story.verdicts()).toEqual(["NEW"]);
    await story.run();
    const { person } = await manager.get(
      `{ person(id: "${(await story.rows())[0].resultRecord.id}") { positions { from } } }`,
    );
    expect(person.positions[0].from).toBe("2016-03-04");
  });
});

describe("a list of collaborations", () => {
  const FILE = csv(
    [
      "Activity",
      "Type",
      "Start date",
      "Country",
      "State",
      "Lead agency",
      "Partner 1",
      "Partner 2",
      "Victims rescued",
      "Arrests",
      "Link",
    ],
    [
      "Rescue near Cebu",
      "Raid",
      "Dec-05",
      "Philippines",
      "Cebu",
      "PNP",
      "INTERPOL (Trainer)",
      "ECPAT",
      "1,234",
      "5",
      "www.x.example/a",
    ],
    ["Workshop", "Training", "", "", "", "", "Nobody we know", "", "", "", ""],
  );

  it("names its partners in their roles, and counts its outcomes", async () => {
    const story = await checked("COLLABORATION", FILE);
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(["NEW", "UNREADABLE"]);
    await story.run();
    const { collaboration } = await manager.get(
      `{ collaboration(id: "${(await story.rows())[0].resultRecord.id}") { title kind stage begin subdivision link
        participants { role partner { shortName } } outcomes { measure count } } }`,
    );
    expect(collaboration).toEqual({
      title: "Rescue near Cebu",
      kind: "JOINT_OPERATION",
      stage: "PLANNED",
      begin: "2005-12",
      subdivision: "PH-CEB",
      link: "https://www.x.example/a",
      participants: [
        { role: "TRAINER", partner: { shortName: "INTERPOL" } },
        { role: "SUPPORT", partner: { shortName: "ECPAT" } },
        { role: "LEAD", partner: { shortName: "PNP" } },
      ],
      outcomes: [
        { measure: "PEOPLE_RESCUED", count: 1234 },
        { measure: "SUSPECTS_ARRESTED", count: 5 },
      ],
    });
    expect(await (await checked("COLLABORATION", FILE)).verdicts()).toEqual(["UNCHANGED", "UNREADABLE"]);
  });

  it("corrects a count, and names a partner once more only in another role", async () => {
    const story = await checked(
      "COLLABORATION",
      csv(
        ["Title", "Kind", "Begin", "Participants", "Victims rescued"],
        ["Rescue near Cebu", "Operation", "12/2005", "PNP; ECPAT (Funder)", "1240"],
      ),
    );
    await story.decide({ decision: "UPDATE", rows: [2] });
    const [row] = await story.rows();
    expect(row.changes.map(({ field }: { field: string }) => field)).toEqual(["participants", "outcomes"]);
    expect(row.changes[1]).toEqual({
      field: "outcomes",
      before: "PEOPLE_RESCUED, 1234; SUSPECTS_ARRESTED, 5",
      after: "PEOPLE_RESCUED, 1240; SUSPECTS_ARRESTED, 5",
    });
    await story.run();
    expect(await story.results()).toEqual(["CHANGED"]);
  });
});

describe("a list of recognitions", () => {
  const FILE = csv(
    ["Award", "Type", "Given by", "Given to", "Date", "For collaboration"],
    ["Plaque of thanks", "plaque", "PNP", "us", "23 June 2016", "Rescue near Cebu"],
    ["Certificate", "Certificate", "IJM", "ECPAT; Interpol", "2016", ""],
    ["To nobody", "Award", "IJM", "", "", ""],
  );

  it("knows us, partners and people, and what is honoured", async () => {
    const story = await checked("RECOGNITION", FILE);
    const rows = await story.rows();
    expect(rows.map(({ verdict }) => verdict)).toEqual(["NEW", "NEW", "UNREADABLE"]);
    expect(rows[2].reasons).toEqual([{ column: 3, message: expect.stringContaining("Nobody receives it") }]);
    await story.run();
    const [received, given] = await story.rows();
    const { recognition } = await manager.get(
      `{ recognition(id: "${received.resultRecord.id}") { direction date givers { name } honours { title } } }`,
    );
    expect(recognition).toEqual({
      direction: "RECEIVED",
      date: "2016-06-23",
      givers: [{ name: "Philippine National Police" }],
      honours: [{ title: "Rescue near Cebu" }],
    });
    const other = await manager.get(
      `{ recognition(id: "${given.resultRecord.id}") { direction recipients { name } } }`,
    );
    expect(other.recognition.direction).toBe("GIVEN");
    expect(other.recognition.recipients).toHaveLength(2);
    expect(await (await checked("RECOGNITION", FILE)).verdicts()).toEqual(["UNCHANGED", "UNCHANGED", "UNREADABLE"]);
  });
});
