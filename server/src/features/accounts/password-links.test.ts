import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsIn, TestApplication, type Visitor } from "../../testing/application.ts";
import { MailServer, tokenIn } from "../../testing/mail-server.ts";
import { demoId } from "../demo/demo.service.ts";

const INVITE =
  "mutation($input: InviteUserInput!) { inviteUser(input: $input) { link worksUntil user { id status version } } }";
const SEND = "mutation($id: ID!) { sendPasswordLink(id: $id) { link worksUntil } }";
const SET = "mutation($input: SetPasswordInput!) { setPassword(input: $input) }";
const RESET = "mutation($email: String!) { requestPasswordReset(email: $email) }";
const PASSWORD = "kettle ladder fjord velvet";

let mail: MailServer;
let application: TestApplication;
let admin: Visitor;
beforeAll(async () => {
  mail = await MailServer.open();
  application = await TestApplication.open({ SMTP_URL: mail.url, MAIL_FROM: "Concord <concord@example.org>" });
  admin = await application.as("admin");
});
afterAll(async () => {
  await application.close();
  await mail.close();
});

const invite = async (email: string, role = "LEADERSHIP") =>
  admin.get(INVITE, { input: { name: "Amara Okafor", email, role, office: demoId("office-nairobi") } });

const hoursUntil = (instant: string) => Math.round((Date.parse(instant) - Date.now()) / 3_600_000);

describe("an invitation", () => {
  it("comes by e-mail, and lets its bearer choose a password and sign in", async () => {
    const { inviteUser } = await invite("amara@example.org");
    expect(inviteUser).toMatchObject({ link: null, worksUntil: null, user: { status: "INVITED" } });
    const message = await mail.messageTo("amara@example.org");
    expect(message.subject).toBe("You are invited to Concord");
    expect(message.text).toContain("https://concord.example.org/set-password#");
    const token = tokenIn(message.text);
    const visitor = application.visitor();
    expect((await visitor.get(SET, { input: { token, password: PASSWORD } })).setPassword).toBe("amara@example.org");
    expect((await visitor.signIn("amara@example.org", PASSWORD)).errors).toEqual([]);
    const { viewer } = await visitor.get("{ viewer { role office { name } } }");
    expect(viewer).toEqual({ role: "LEADERSHIP", office: { name: "Nairobi" } });
    expect((await visitor.ask(SET, { input: { token, password: PASSWORD } })).errors[0]?.message).toContain(
      "used already",
    );
  });

  it("lies in no database", async () => {
    await invite("binta@example.org");
    const token = tokenIn((await mail.messageTo("binta@example.org")).text);
    const rows = await application.database.raw(sql`SELECT * FROM account_tokens`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is sent again, and then the first one no longer works", async () => {
    const { inviteUser } = await invite("chidi@example.org");
    const first = tokenIn((await mail.messageTo("chidi@example.org")).text);
    await admin.get(SEND, { id: inviteUser.user.id });
    const second = tokenIn((await mail.messageTo("chidi@example.org")).text);
    const visitor = application.visitor();
    expect((await visitor.ask(SET, { input: { token: first, password: PASSWORD } })).code).toBe("BAD_USER_INPUT");
    expect((await visitor.ask(SET, { input: { token: second, password: PASSWORD } })).errors).toEqual([]);
  });

  it("goes out as soon as the mail server takes it", async () => {
    mail.isBusy = true;
    await invite("dayo@example.org");
    await expect.poll(() => rowsIn(application.database, "mail_jobs WHERE attempts = 1")).toBe(1);
    mail.isBusy = false;
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE mail_jobs SET due_at = ${new Date().toISOString()}`),
    );
    await invite("ese@example.org");
    expect((await mail.messageTo("dayo@example.org")).subject).toContain("invited");
    await mail.messageTo("ese@example.org");
    await expect.poll(() => rowsIn(application.database, "mail_jobs")).toBe(0);
  });

  it("leads to this installation, whatever host the request names", async () => {
    const input = { name: "Amara", email: "host@example.org", role: "LEADERSHIP", office: demoId("office-nairobi") };
    const answer = await admin.send({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", host: "evil.example", "x-forwarded-host": "evil.example" },
      payload: JSON.stringify({ query: INVITE, variables: { input } }),
    });
    expect(answer.json().errors).toBeUndefined();
    const { text } = await mail.messageTo("host@example.org");
    expect(text).toContain("https://concord.example.org/set-password#");
    expect(text).not.toContain("evil.example");
  });

  it("is a link to hand over where no e-mail is sent", async () => {
    const without = await TestApplication.open();
    const administrator = await without.as("admin");
    const { inviteUser } = await administrator.get(INVITE, {
      input: { name: "Amara", email: "amara@example.org", role: "LEADERSHIP", office: demoId("office-nairobi") },
    });
    expect(hoursUntil(inviteUser.worksUntil)).toBe(7 * 24);
    const visitor = without.visitor();
    await visitor.get(SET, { input: { token: tokenIn(inviteUser.link), password: PASSWORD } });
    expect((await visitor.signIn("amara@example.org", PASSWORD)).errors).toEqual([]);
    const { sendPasswordLink } = await administrator.get(SEND, { id: inviteUser.user.id });
    expect(hoursUntil(sendPasswordLink.worksUntil)).toBe(1);
    expect((await visitor.ask(RESET, { email: "amara@example.org" })).code).toBe("FORBIDDEN");
    await without.close();
  });
});

describe("a new password", () => {
  it("ends every session, and its user is told", async () => {
    const signedIn = await application.as("office");
    const visitor = application.visitor();
    expect(await visitor.get(RESET, { email: "Office@demo.example" })).toEqual({ requestPasswordReset: true });
    const token = tokenIn((await mail.messageTo("office@demo.example")).text);
    await visitor.get(SET, { input: { token, password: PASSWORD } });
    expect((await signedIn.get("{ viewer { id } }")).viewer).toBeNull();
    expect((await mail.messageTo("office@demo.example")).subject).toBe("Your Concord password was changed");
    expect((await visitor.signIn("office@demo.example")).code).toBe("UNAUTHENTICATED");
    expect((await visitor.signIn("office@demo.example", PASSWORD)).errors).toEqual([]);
  });

  it("is answered alike for an unknown address, to which nothing goes", async () => {
    const known = await application.visitor().ask(RESET, { email: "leadership@demo.example" });
    const unknown = await application.visitor().ask(RESET, { email: "nobody@demo.example" });
    expect(unknown.data).toEqual(known.data);
    await mail.messageTo("leadership@demo.example");
    await expect.poll(() => rowsIn(application.database, "mail_jobs")).toBe(0);
    expect(mail.messages).toEqual([]);
  });

  it("goes to one address a few times only, and is refused to whoever asks for many", async () => {
    for (let attempt = 0; attempt < 27; attempt += 1) {
      await application.visitor().get(RESET, { email: "manager@demo.example" });
    }
    const refused = await application.visitor().ask(RESET, { email: "manager@demo.example" });
    expect(refused.code).toBe("RATE_LIMITED");
    await expect.poll(() => rowsIn(application.database, "mail_jobs")).toBe(0);
    expect(mail.messages.length).toBe(3);
  });

  it.each([
    ["too short", "short phrase"],
    ["a run of the keyboard", "qwertyuiopasdfghjkl"],
    ["repeated", "passwordpassword"],
    ["made of the user's own name", "amaraamaraokafor"],
    ["made of ours", "concordconcord1"],
  ])("is refused where it is %s", async (_what, password) => {
    const email = `${password.replaceAll(/\W/g, "")}@elsewhere.example`;
    await invite(email);
    const token = tokenIn((await mail.messageTo(email)).text);
    const answer = await application.visitor().ask(SET, { input: { token, password } });
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.fields?.map((field) => field.path)).toEqual(["password"]);
    expect(JSON.stringify(answer.errors)).not.toContain(password);
  });

  it("replaces the old one in a session, which goes on while the others end", async () => {
    const [here, there] = [await application.as("leadership"), await application.as("leadership")];
    const change = "mutation($input: ChangePasswordInput!) { changePassword(input: $input) }";
    const wrong = await here.ask(change, { input: { current: "wrong", password: PASSWORD } });
    expect(wrong.errors[0]?.extensions.fields?.[0]?.path).toBe("current");
    await here.get(change, { input: { current: "concord-demo", password: PASSWORD } });
    expect((await here.get("{ viewer { id } }")).viewer).not.toBeNull();
    expect((await there.get("{ viewer { id } }")).viewer).toBeNull();
  });
});
