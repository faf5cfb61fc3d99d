import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policies } from "../../access/policies.ts";
import { openReader } from "../../access/viewer.ts";
import type { Visitor } from "../../testing/application.ts";
import { KINDS, NOTHING } from "../../testing/kinds.ts";
import { make, Outsiders } from "../../testing/outsiders.ts";
import { pdfText, readPdf } from "../../testing/pdf-text.ts";
import { combinations } from "../../testing/schema-walk/specimens.ts";

let outsiders: Outsiders;
beforeAll(async () => {
  outsiders = await Outsiders.open();
});
afterAll(() => outsiders.application.close());

const get = (visitor: Visitor, url: string) => visitor.send({ method: "GET", url });

async function read(visitor: Visitor, url: string): Promise<string> {
  const response = await get(visitor, url);
  expect([response.statusCode, response.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(response.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  return pdfText(response.rawPayload);
}

/** Where and when only these tests have anything. */
const PERIOD = "from=2041&to=2042&country=FJ";

describe("the dashboard as PDF", () => {
  it("says of what it is, by whom, and the numbers of the page", async () => {
    const { leadership, manager } = outsiders;
    const partner = await make(manager, "Partner", { name: "Policía de Fiyi, Ñ", kind: "POLICE", country: "FJ" });
    await make(manager, "Collaboration", {
      title: "Rescue",
      kind: "JOINT_OPERATION",
      begin: "2041-05",
      country: "FJ",
      participants: [{ partner }],
      outcomes: [{ measure: "PEOPLE_RESCUED", count: 1234 }],
    });
    const response = await get(leadership, `/reports/dashboard.pdf?${PERIOD}&months=2041`);
    expect(response.headers["content-disposition"]).toMatch(/attachment; filename="dashboard-\d{4}-\d\d-\d\d\.pdf"/);
    const { pages, meta } = await readPdf(response.rawPayload);
    const text = pages.join(" ");
    expect(text).toContain("2041 – 2042 · all offices · Fiji · all focus areas");
    const { viewer } = await leadership.get("{ viewer { name } }");
    expect(text).toContain(`Made by ${viewer.name} from Concord`);
    expect(text).toContain("People rescued 1,234 0 +1,234");
    expect(text).toContain("Fiji 1 1 1,234");
    expect(text).toContain("Police 1");
    for (const [index, page] of pages.entries()) {
      expect(page).toContain("do not pass it on");
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    expect(meta.info).toMatchObject({ Title: "Dashboard", Language: "en" });
  });

  it("counts what its reader may read, and nothing else", async () => {
    const begin = { begin: "2043-01", outcomes: [{ measure: "PEOPLE_RESCUED", count: 7777 }] };
    await outsiders.operation({ title: "Zebrafish", ...begin });
    const url = "/reports/dashboard.pdf?from=2043&to=2043";
    expect(await read(outsiders.office, url)).toContain("7,777");
    for (const [who, visitor] of outsiders.all) expect(await read(visitor, url), who).not.toContain("7,777");
  });

  it("is refused where nobody is signed in, and where its address is no filter", async () => {
    const stranger = outsiders.application.visitor();
    expect((await get(stranger, "/reports/dashboard.pdf")).statusCode).toBe(401);
    const answer = await get(outsiders.leadership, "/reports/dashboard.pdf?from=banana");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].message).toContain("banana");
  });
});

describe("the report of a year with a partner", () => {
  it("tells of the partner, their people, what was done, and what was recognised and said", async () => {
    const { manager, leadership } = outsiders;
    const aliases = [{ name: "Поліція Фіджі", language: "uk" }];
    const partner = await make(manager, "Partner", { name: "Fiji Police", kind: "POLICE", country: "FJ", aliases });
    const person = await make(manager, "Person", {
      name: "Ñandú Đặng",
      positions: [{ partner, title: "Chief", rank: "Superintendent", from: "2040" }],
    });
    await make(manager, "Person", { name: "Long Gone", positions: [{ partner, title: "Chief", to: "2030" }] });
    const shared = { kind: "JOINT_OPERATION", participants: [{ partner, role: "LEAD" }] };
    const rescued = (count: number) => ({ outcomes: [{ measure: "PEOPLE_RESCUED", count }] });
    await make(manager, "Collaboration", {
      title: "Raid on a boat",
      begin: "2041-03",
      appearances: [{ name: "Mere", role: "SURVIVOR", protected: true }],
      ...shared,
      ...rescued(12),
    });
    await make(manager, "Collaboration", { title: "Second raid", begin: "2041-09", ...shared, ...rescued(30) });
    await make(manager, "Collaboration", { title: "Next year's raid", begin: "2042", ...shared, ...rescued(500) });
    await make(manager, "Recognition", {
      kind: "MEDAL",
      title: "Medal of the sea",
      citation: "For courage at night",
      date: "2041-12",
      givers: [{ us: true }],
      recipients: [{ person }],
    });
    await make(manager, "Statement", { text: "We learned a lot", person, date: "2041" });
    const text = await read(leadership, `/reports/partners/${partner}.pdf?year=2041`);
    for (const part of [
      ...["Fiji Police", "What there was between us in 2041", "Also called: Поліція Фіджі"],
      ...["Ñandú Đặng Superintendent, Chief", "Contributed to: 42 people rescued", "Raid on a boat", "Second raid"],
      ...["Mere* (survivor, a pseudonym)", "Medal of the sea", "“For courage at night”", "“We learned a lot”"],
      "Restricted records are not in this report, whoever had it made.",
    ]) {
      expect(text).toContain(part);
    }
    for (const part of ["Next year", "Long Gone"]) expect(text).not.toContain(part);
  });

  it("has nothing restricted in it, even for an administrator and for who wrote it", async () => {
    const partner = await outsiders.partner("Quokka police");
    const hidden = { confidentiality: "RESTRICTED", date: "2041" };
    const { viewer } = await outsiders.office.get("{ viewer { id } }");
    const collaboration = await outsiders.operation({
      begin: "2041",
      participants: [{ partner }],
      members: [viewer.id],
      outcomes: [{ measure: "PEOPLE_RESCUED", count: 31 }],
    });
    const parties = { givers: [{ partner }], recipients: [{ us: true }], honours: [collaboration] };
    await make(outsiders.office, "Recognition", { kind: "MEDAL", title: "Zebra medal", ...parties, ...hidden });
    await make(outsiders.office, "Statement", {
      text: "Zebra words",
      partner,
      speakerName: "Zebra speaker",
      about: [collaboration],
      ...hidden,
    });
    for (const visitor of [outsiders.admin, outsiders.office, outsiders.leadership]) {
      const text = await read(visitor, `/reports/partners/${partner}.pdf?year=2041`);
      expect(text).not.toMatch(/zebra/i);
      expect(text).not.toContain("rescued");
      expect(text).toContain("No collaboration that began in this year is noted.");
    }
  });

  it("answers what is not there, or lies in the trash, in the words of every other page", async () => {
    const partner = await outsiders.partner("Short-lived police");
    await outsiders.office.get(`mutation { deletePartner(id: "${partner}", version: 1) { id } }`);
    for (const id of [NOTHING, partner]) {
      const answer = await get(outsiders.office, `/reports/partners/${id}.pdf?year=2041`);
      expect(answer.statusCode).toBe(404);
      expect(answer.json().errors[0].message).toBe(`There is no partner with the id "${id}" that you may read.`);
    }
    const stranger = outsiders.application.visitor();
    expect((await get(stranger, `/reports/partners/${partner}.pdf?year=2041`)).statusCode).toBe(401);
  });

  it.each(["", "?year=next", "?year=12", "?year=2041&year=2042"])("asks for a year: %s", async (query) => {
    const partner = await outsiders.partner("Wallaby police");
    const answer = await get(outsiders.office, `/reports/partners/${partner}.pdf${query}`);
    expect([answer.statusCode, answer.json().errors[0].message]).toEqual([
      400,
      expect.stringContaining("Ask for a year"),
    ]);
  });
});

it("is in the audit log, each time that somebody takes a report along", async () => {
  const partner = await outsiders.partner("Numbat police");
  await read(outsiders.leadership, `/reports/partners/${partner}.pdf?year=2040`);
  await read(outsiders.leadership, "/reports/dashboard.pdf?from=2044");
  const { auditLog } = await outsiders.admin.get(
    "{ auditLog(first: 2, filter: { action: [EXPORT] }) { edges { node { remark subject { id } by { name } } } } }",
  );
  const { viewer } = await outsiders.leadership.get("{ viewer { name } }");
  const by = { name: viewer.name };
  expect(auditLog.edges.map(({ node }: { node: object }) => node)).toEqual([
    { remark: 'dashboard as PDF {"from":"2044"}', subject: null, by },
    { remark: "report of 2040 as PDF", subject: { id: partner }, by },
  ]);
});

it("what leaves Concord is read by somebody who reads everything but what is restricted", () => {
  for (const kind of KINDS) {
    for (const facts of combinations(kind, [openReader.id])) {
      const isRead = policies[kind].policy.read.allows(openReader, { ...facts, memberIds: [] });
      expect(isRead).toBe(facts.confidentiality !== "RESTRICTED");
    }
  }
});
