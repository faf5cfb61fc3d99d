import { verify } from "@node-rs/argon2";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Answer, TestApplication } from "../../testing/application.ts";
import { setUpCodes } from "../../testing/one-time-codes.ts";
import { demoId } from "../demo/demo.service.ts";
import { Mailer } from "../mail/mail.service.ts";

// The real function runs; the test only counts how often.
vi.mock("@node-rs/argon2", { spy: true });
const checked = vi.mocked(verify);

let application: TestApplication;
beforeAll(async () => {
  // What is queued stays there: sending it is work that no request waits for, and would be counted with it.
  vi.spyOn(Mailer.prototype, "send").mockResolvedValue();
  application = await TestApplication.open({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "Concord <c@example.org>" });
  await application.addUser("gone@demo.example", "LEADERSHIP", "office-manila");
  await application.addUser("coded@demo.example", "LEADERSHIP", "office-manila");
  await application.addUser("provided@demo.example", "LEADERSHIP", "office-manila");
  await setUpCodes(await application.asUser("coded@demo.example"), "concord-demo");
  const admin = await application.as("admin");
  await admin.get("mutation($input: InviteUserInput!) { inviteUser(input: $input) { user { id } } }", {
    input: { name: "New", email: "new@demo.example", role: "LEADERSHIP", office: demoId("office-manila") },
  });
  await application.database.transaction(async (transaction) => {
    await transaction.execute(sql`UPDATE users SET deactivated_at = '2026-01-01' WHERE email = 'gone@demo.example'`);
    await transaction.execute(
      sql`UPDATE users SET identity = '["x","y"]', password_hash = NULL WHERE email = 'provided@demo.example'`,
    );
  });
});
afterAll(() => application.close());

/** What an answer tells, and the work that it took: time is work, and unlike time, work can be counted. */
async function told(send: () => Promise<Answer>) {
  checked.mockClear();
  let answer: Answer | undefined;
  const statements = await application.statementsOf(async () => {
    answer = await send();
  });
  const { date: _now, ...headers } = answer?.headers ?? {};
  return {
    status: answer?.status,
    errors: answer?.errors,
    data: answer?.data,
    headers,
    statements,
    checks: checked.mock.calls.length,
  };
}

const KINDS: readonly (readonly [who: string, email: string, password: string])[] = [
  ["somebody with a wrong password", "manager@demo.example", "wrong"],
  ["somebody with a wrong password who has one-time codes", "coded@demo.example", "wrong"],
  ["somebody who was deactivated, with their password", "gone@demo.example", "concord-demo"],
  ["somebody invited who has chosen no password yet", "new@demo.example", "concord-demo"],
  ["somebody who signs in with the provider alone", "provided@demo.example", "concord-demo"],
];

describe("signing in", () => {
  it.each(KINDS)("tells of %s exactly what it tells of nobody, by the same work", async (_who, email, password) => {
    const nobody = await told(() => application.visitor().signIn("nobody@demo.example", password));
    expect(nobody).toMatchObject({ checks: 1, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(await told(() => application.visitor().signIn(email, password))).toEqual(nobody);
  });

  it("checks no password of a megabyte", async () => {
    const long = await told(() => application.visitor().signIn("manager@demo.example", "x".repeat(900_000)));
    expect(long).toMatchObject({ checks: 0, errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  });
});

describe("asking for a new password", () => {
  const ask = (email: string) => () =>
    application.visitor().ask("mutation($email: String!) { requestPasswordReset(email: $email) }", { email });

  it.each(KINDS)("tells of %s exactly what it tells of nobody, by the same work", async (_who, email) => {
    expect(await told(ask(email))).toEqual(await told(ask(`${v7()}@demo.example`)));
  });
});

it("asking for a new password many times at once sends no more messages than asking one after the other", async () => {
  const email = "leadership@demo.example";
  const ask = () =>
    application.visitor().ask("mutation($email: String!) { requestPasswordReset(email: $email) }", { email });
  await Promise.all(Array.from({ length: 20 }, ask));
  const [row] = await application.database.raw(
    sql`SELECT COUNT(*) AS total FROM mail_jobs WHERE recipient = ${email} AND kind = 'PASSWORD_RESET'`,
  );
  expect(Number(row?.["total"])).toBeLessThanOrEqual(3);
});

describe("guessing", () => {
  const tried = (answers: readonly Answer[]) => answers.filter(({ code }) => code !== "RATE_LIMITED").length;
  const manyAtOnce = (count: number, send: () => Promise<Answer>) => Promise.all(Array.from({ length: count }, send));

  it("gets no more tries by sending them all at once", async () => {
    const guess = () => application.visitor().signIn("office@demo.example", "wrong");
    const answers = await manyAtOnce(40, guess);
    for (let left = 11; left > 0; left -= 1) answers.push(await guess());
    expect(tried(answers)).toBe(10);
    const right = await application.visitor().signIn("office@demo.example");
    expect(right.code).toBe("RATE_LIMITED");
    expect(right.headers["retry-after"]).toBe("900");
  });

  it("gets no more tries at one-time codes, with the password in hand", async () => {
    const SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { id } }";
    await application.database.transaction((transaction) => transaction.execute(sql`DELETE FROM sign_in_failures`));
    let code = 0;
    const answers = await manyAtOnce(40, () => {
      code += 1;
      const input = { email: "coded@demo.example", password: "concord-demo", code: String(code).padStart(6, "0") };
      return application.visitor().ask(SIGN_IN, { input });
    });
    expect(tried(answers)).toBeLessThanOrEqual(10);
  });

  it("gets no more tries by aliases in one request", async () => {
    await application.database.transaction((transaction) => transaction.execute(sql`DELETE FROM sign_in_failures`));
    const guesses = Array.from(
      { length: 20 },
      (_unused, index) =>
        `a${index}: signIn(input: { email: "admin@demo.example", password: "guess ${index}" }) { id }`,
    );
    checked.mockClear();
    expect((await application.visitor().ask(`mutation { ${guesses.join(" ")} }`)).data).toBeNull();
    expect(checked.mock.calls.length).toBeLessThanOrEqual(10);
  });

  it("is not helped by the addresses of one network of IPv6, nor by those that a sender makes up", async () => {
    const from = async (remoteAddress: string, headers = {}) => {
      const response = await application.visitor().send({
        method: "POST",
        url: "/graphql",
        remoteAddress,
        headers: { "content-type": "application/json", ...headers },
        payload: JSON.stringify({
          query: 'mutation { signIn(input: { email: "ghost@demo.example", password: "x" }) { id } }',
        }),
      });
      return response.json().errors[0].extensions.code;
    };
    for (let host = 1; host <= 10; host += 1) {
      expect(await from(`2001:db8:1:2::${host}`, { "x-forwarded-for": `192.0.2.${host}` })).toBe("UNAUTHENTICATED");
    }
    expect(await from("2001:db8:1:2:ffff::1", { "x-forwarded-for": "192.0.2.99" })).toBe("RATE_LIMITED");
    expect(await from("2001:db8:1:3::1")).toBe("UNAUTHENTICATED");
  });
});
