import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { type Authenticator, setUpCodes } from "../../testing/one-time-codes.ts";

const PASSWORD = "concord-demo";
const SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { id account { confirmed } } }";
const ACCOUNT = "{ viewer { account { oneTimeCodes confirmed recoveryCodesLeft sessions { current } } } }";

let application: TestApplication;
let visitor: Visitor;
let other: Visitor;
let app: Authenticator;
let recoveryCodes: string[];
beforeAll(async () => {
  application = await TestApplication.open();
  [visitor, other] = [await application.as("manager"), await application.as("manager")];
  ({ app, recoveryCodes } = await setUpCodes(visitor, PASSWORD));
});
afterAll(() => application.close());

const signIn = (code?: string) => {
  const fresh = application.visitor();
  return fresh.ask(SIGN_IN, { input: { email: "manager@demo.example", password: PASSWORD, code } });
};

describe("one-time codes", () => {
  it("are set up with the password, confirm the session and end the others", async () => {
    expect((await visitor.get(ACCOUNT)).viewer.account).toEqual({
      oneTimeCodes: true,
      confirmed: true,
      recoveryCodesLeft: 10,
      sessions: [{ current: true }],
    });
    expect((await other.get(ACCOUNT)).viewer).toBeNull();
    const leader = await application.as("leadership");
    const wrong = await leader.ask('mutation { beginOneTimeCodes(password: "wrong") { secret } }');
    expect(wrong.code).toBe("BAD_USER_INPUT");
    const unconfirmed = await leader.ask('mutation { confirmOneTimeCodes(code: "123456") }');
    expect(unconfirmed.code).toBe("BAD_USER_INPUT");
    expect((await leader.get(ACCOUNT)).viewer.account.oneTimeCodes).toBe(false);
  });

  it("are asked for at sign-in, only of whoever has the password", async () => {
    const asked = await signIn();
    expect(asked.code).toBe("UNAUTHENTICATED");
    expect(asked.errors[0]?.extensions["codeRequired"]).toBe(true);
    const wrongPassword = await application
      .visitor()
      .ask(SIGN_IN, { input: { email: "manager@demo.example", password: "wrong", code: app.code() } });
    expect(wrongPassword.errors[0]?.extensions["codeRequired"]).toBeUndefined();
  });

  it("work once", async () => {
    const code = app.code();
    const first = await signIn(code);
    expect(first.data.signIn.account.confirmed).toBe(true);
    const second = await signIn(code);
    expect(second.code).toBe("UNAUTHENTICATED");
    expect(second.errors[0]?.message).toContain("used already");
    expect((await signIn("000000")).code).toBe("UNAUTHENTICATED");
  });

  it("are replaced by a recovery code, which works once, however it is typed", async () => {
    const [code = ""] = recoveryCodes;
    expect((await signIn(code.toUpperCase().replaceAll("-", " "))).data.signIn.account.confirmed).toBe(true);
    expect((await signIn(code)).code).toBe("UNAUTHENTICATED");
    expect((await visitor.get(ACCOUNT)).viewer.account.recoveryCodesLeft).toBe(9);
  });

  it("confirm a session later on", async () => {
    const { recoveryCodes: codes, visitor: leader } = await (async () => {
      const fresh = await application.as("leadership");
      return { ...(await setUpCodes(fresh, PASSWORD)), visitor: fresh };
    })();
    await application.database.transaction((transaction) =>
      transaction.execute(sql`UPDATE sessions SET confirmed_at = NULL`),
    );
    expect((await leader.get(ACCOUNT)).viewer.account.confirmed).toBe(false);
    expect((await leader.ask('mutation { confirmSession(code: "000000") { id } }')).code).toBe("BAD_USER_INPUT");
    const confirmed = await leader.get(
      "mutation($code: String!) { confirmSession(code: $code) { account { confirmed } } }",
      { code: codes[0] },
    );
    expect(confirmed.confirmSession.account.confirmed).toBe(true);
  });

  it("are no longer asked for once they are switched off, which only a code does", async () => {
    expect((await visitor.ask('mutation { switchOneTimeCodesOff(code: "000000") }')).code).toBe("BAD_USER_INPUT");
    await visitor.get("mutation($code: String!) { switchOneTimeCodesOff(code: $code) }", { code: recoveryCodes[1] });
    expect((await signIn()).data.signIn.account.confirmed).toBe(false);
    expect((await visitor.get(ACCOUNT)).viewer.account).toMatchObject({ confirmed: false, recoveryCodesLeft: 0 });
  });

  it("leave neither secret nor recovery codes readable in the database", async () => {
    const admin = await application.as("admin");
    const { recoveryCodes: codes } = await setUpCodes(admin, PASSWORD);
    const rows = JSON.stringify([
      await application.database.raw(sql`SELECT * FROM users`),
      await application.database.raw(sql`SELECT * FROM recovery_codes`),
    ]);
    for (const code of codes) expect(rows).not.toContain(code.replaceAll("-", ""));
    expect(rows).toMatch(/"codes_secret":"[0-9a-f]{16}\./);
  });
});
