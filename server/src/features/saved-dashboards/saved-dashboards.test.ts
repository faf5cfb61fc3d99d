import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { MailServer } from "../../testing/mail-server.ts";
import { make } from "../../testing/outsiders.ts";
import { pdfText } from "../../testing/pdf-text.ts";
import { MonthlyDashboards } from "./monthly.ts";

const FIELDS = "id name period monthly filter { from to office country focusArea }";
const SAVE = `mutation($input: SaveDashboardInput!) { saveDashboard(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation($id: ID!, $input: UpdateSavedDashboardInput!) { updateSavedDashboard(id: $id, input: $input) { ${FIELDS} } }`;
const DELETE = "mutation($id: ID!) { deleteSavedDashboard(id: $id) }";

let mail: MailServer;
let application: TestApplication;
let leadership: Visitor;
let manager: Visitor;

beforeAll(async () => {
  mail = await MailServer.open();
  application = await TestApplication.open({ SMTP_URL: mail.url, MAIL_FROM: "concord@example.org" });
  leadership = await application.as("leadership");
  manager = await application.as("manager");
});
afterAll(async () => {
  await application.close();
  await mail.close();
});

async function save(visitor: Visitor, input: object): Promise<string> {
  const { saveDashboard } = await visitor.get(SAVE, { input: { name: "Ours", filter: {}, ...input } });
  return saveDashboard.id;
}

async function listed(visitor: Visitor) {
  return (await visitor.get(`{ savedDashboards { ${FIELDS} } }`)).savedDashboards;
}

describe("a saved dashboard", () => {
  it("is kept with its filter, renamed and deleted by its owner", async () => {
    const filter = { from: "2020", to: "2024-06", country: ["IN", "KE"], focusArea: ["BONDED_LABOUR"] };
    const id = await save(leadership, { name: "South", filter });
    const saved = { id, name: "South", period: null, monthly: false, filter: { ...filter, office: [] } };
    expect(await listed(leadership)).toEqual([saved]);
    const { updateSavedDashboard } = await leadership.get(UPDATE, { id, input: { name: "Asia and Africa" } });
    expect(updateSavedDashboard).toEqual({ ...saved, name: "Asia and Africa" });
    expect(await leadership.get(DELETE, { id })).toEqual({ deleteSavedDashboard: true });
    expect(await listed(leadership)).toEqual([]);
  });

  it("goes along with time where its period does", async () => {
    const id = await save(leadership, { period: "LAST_YEAR", filter: { from: "1999", country: ["IN"] } });
    const year = String(new Date().getUTCFullYear() - 1);
    const [saved] = await listed(leadership);
    expect(saved.filter).toMatchObject({ from: year, to: year, country: ["IN"] });
    await leadership.get(DELETE, { id });
  });

  it("is nobody else's: others neither see it nor change it", async () => {
    const id = await save(leadership, {});
    expect(await listed(manager)).toEqual([]);
    for (const [mutation, variables] of [
      [UPDATE, { id, input: { name: "Mine" } }],
      [DELETE, { id }],
    ] as const) {
      const { code, errors } = await manager.ask(mutation, variables);
      expect([code, errors[0]?.message]).toEqual(["NOT_FOUND", expect.stringContaining(id)]);
    }
    await leadership.get(DELETE, { id });
  });

  it("is refused with a name that is none, a period that is none, and after the thirtieth", async () => {
    const fault = async (input: object) => {
      const answer = await manager.ask(SAVE, { input: { name: "Ours", filter: {}, ...input } });
      return answer.errors[0]?.extensions.fields?.[0]?.path;
    };
    expect(await fault({ name: " " })).toBe("name");
    expect(await fault({ filter: { from: "2024", to: "2020" } })).toContain("to");
    for (let count = 0; count < 30; count += 1) await save(manager, { name: `Number ${count}` });
    expect(await fault({})).toBe("name");
  });
});

const MONTH = new Date("2098-02-01T00:10:00Z");
let month = 0;
/** The beginning of a month that no test has had yet. */
function nextMonth(): Date {
  month += 1;
  return new Date(Date.UTC(MONTH.getUTCFullYear(), month, 1));
}

async function workAt(now: Date): Promise<void> {
  if (!application.http.monthlyDashboards) throw new Error("Nothing is mailed here.");
  await application.http.monthlyDashboards.work(now);
}

describe("a dashboard that is mailed each month", () => {
  it("tells its owner the key numbers, has the PDF with it, and says how to end it", async () => {
    const partner = await make(manager, "Partner", { name: "Policía de Fiyi", kind: "POLICE", country: "FJ" });
    const work = { kind: "JOINT_OPERATION", begin: "2041", country: "FJ", participants: [{ partner }] };
    const rescued = (count: number) => ({ outcomes: [{ measure: "PEOPLE_RESCUED", count }] });
    await make(manager, "Collaboration", { title: "Raid", ...work, ...rescued(4321) });
    const { viewer } = await leadership.get("{ viewer { id email } }");
    const secret = { confidentiality: "RESTRICTED", members: [viewer.id] };
    await make(manager, "Collaboration", { title: "Zebra", ...work, ...rescued(700000), ...secret });
    const filter = { from: "2041", to: "2041", country: ["FJ"] };
    const id = await save(leadership, { name: "Fiji", monthly: true, filter });

    await workAt(nextMonth());
    const message = await mail.messageTo(viewer.email);
    expect(message.subject).toBe("Fiji: the dashboard of the month");
    expect(message.text).toContain("Collaborations: 1 (2040: 0)");
    expect(message.text).toContain("People rescued: 4,321 (2040: 0)");
    expect(message.text).toContain("https://concord.example.org/?from=2041&to=2041&country=FJ");
    expect(message.text).toContain("https://concord.example.org/saved-dashboards");
    expect(message.text).toContain("What is restricted is not counted here");
    const [file] = message.files;
    const text = await pdfText(file?.bytes ?? Buffer.alloc(0));
    expect(file?.name).toMatch(/^dashboard-.*\.pdf$/);
    expect(text).toContain("Fiji");
    expect(text).toContain("4,321");
    expect(text).not.toContain("704,321");
    expect(text).toContain("Restricted records are not in it.");
    // Its owner reads the restricted one in Concord: it is left out because e-mail leaves the house.
    const { dashboard } = await leadership.get(`{ dashboard(filter: { from: "2041", to: "2041" }) { peopleRescued } }`);
    expect(dashboard.peopleRescued).toBe(704_321);
    await leadership.get(DELETE, { id });
  });

  it("is not mailed in the month in which it was saved, and once in each after it, whoever looks and however often", async () => {
    const id = await save(leadership, { monthly: true });
    await workAt(new Date());
    expect(await rowsIn(application.database, "mail_jobs")).toBe(0);
    const now = nextMonth();
    await Promise.all([workAt(now), workAt(now)]);
    await workAt(now);
    const sent = () => mail.messages.splice(0).length;
    expect(sent()).toBe(1);
    await workAt(nextMonth());
    expect(sent()).toBe(1);
    await leadership.get(DELETE, { id });
  });

  it("is queued once by several processes", async () => {
    const id = await save(leadership, { monthly: true });
    const now = nextMonth();
    const exports = () => rowsIn(application.database, "audit_log WHERE action = 'EXPORT' AND user_id IS NULL");
    const before = await exports();
    const another = new MonthlyDashboards({
      database: application.database,
      send: async () => undefined,
      log: (error) => expect(error).toBeUndefined(),
    });
    await Promise.all([workAt(now), another.work(now)]);
    await workAt(now);
    await application.http.monthlyDashboards?.work(now);
    // Sent by this process, or left in the queue by the other one, which sends nothing.
    expect(mail.messages.splice(0).length + (await rowsIn(application.database, "mail_jobs"))).toBe(1);
    expect(await exports()).toBe(before + 1);
    await application.database.transaction((transaction) => transaction.execute(sql`DELETE FROM mail_jobs`));
    await leadership.get(DELETE, { id });
  });

  it("is sent again where the mail server would not take it", async () => {
    await save(leadership, { monthly: true });
    mail.isBusy = true;
    await workAt(nextMonth());
    expect(await rowsIn(application.database, "mail_jobs WHERE attempts = 1")).toBe(1);
    expect(mail.messages).toEqual([]);
    mail.isBusy = false;
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE mail_jobs SET due_at = ${new Date().toISOString()}`),
    );
    await save(leadership, { name: "Another", monthly: true });
    await workAt(nextMonth());
    expect(mail.messages.splice(0)).toHaveLength(3);
    expect(await rowsIn(application.database, "mail_jobs")).toBe(0);
    for (const saved of await listed(leadership)) await leadership.get(DELETE, { id: saved.id });
  });

  it("is not sent once it is switched off, or to who may not sign in any more", async () => {
    const id = await save(leadership, { monthly: true });
    await leadership.get(UPDATE, { id, input: { monthly: false } });
    await workAt(nextMonth());
    const userId = await application.addUser("leaver@demo.example", "LEADERSHIP", "office-manila");
    const leaver = await application.sessionOf(userId);
    await save(leaver, { monthly: true });
    mail.isBusy = true;
    await workAt(nextMonth());
    const admin = await application.as("admin");
    await admin.get(`mutation { deactivateUser(id: "${userId}", version: 1) { id } }`);
    mail.isBusy = false;
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE mail_jobs SET due_at = ${new Date().toISOString()}`),
    );
    await save(leadership, { name: "Still here", monthly: true });
    await workAt(nextMonth());
    expect(mail.messages.splice(0).map(({ subject }) => subject)).toEqual(["Still here: the dashboard of the month"]);
  });
});

it("is not to be mailed by an installation that sends no e-mail", async () => {
  const silent = await TestApplication.open();
  const visitor = await silent.as("leadership");
  const answer = await visitor.ask(SAVE, { input: { name: "Ours", filter: {}, monthly: true } });
  expect([answer.code, answer.errors[0]?.message]).toEqual(["FORBIDDEN", expect.stringContaining("sends no e-mail")]);
  await silent.close();
});
