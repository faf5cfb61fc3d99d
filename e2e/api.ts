import { type APIRequestContext, expect } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import * as z from "zod";

export const DEMO_PASSWORD = "concord-demo";

const answerRule = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.unknown()).default([]),
});

/** Sends an operation under the session of a browser or of a request context, as a script would. */
export async function ask(api: APIRequestContext, query: string, variables: object = {}) {
  const answer = answerRule.parse(await (await api.post("/graphql", { data: { query, variables } })).json());
  expect(answer.errors, query).toEqual([]);
  return answer.data ?? {};
}

export async function signInByApi(api: APIRequestContext, email: string, password = DEMO_PASSWORD): Promise<void> {
  await ask(api, "mutation($input: SignInInput!) { signIn(input: $input) { id } }", { input: { email, password } });
}

const officesRule = z.object({
  offices: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string(), name: z.string() }) })) }),
});
const invitationRule = z.object({ inviteUser: z.object({ link: z.string() }) });

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: string;
  /** The office by its name. */
  readonly office: string;
}

/** An administrator invites somebody, who chooses a password. */
export async function invite(administrator: APIRequestContext, { office, password, ...user }: Invited): Promise<void> {
  const { offices } = officesRule.parse(
    await ask(administrator, "{ offices(first: 50) { edges { node { id name } } } }"),
  );
  const found = offices.edges.find(({ node }) => node.name === office);
  const { inviteUser } = invitationRule.parse(
    await ask(administrator, "mutation($input: InviteUserInput!) { inviteUser(input: $input) { link } }", {
      input: { ...user, office: found?.node.id },
    }),
  );
  const token = new URL(inviteUser.link).hash.slice(1);
  await ask(administrator, "mutation($input: SetPasswordInput!) { setPassword(input: $input) }", {
    input: { token, password },
  });
}

const setupRule = z.object({ beginOneTimeCodes: z.object({ secret: z.string() }) });

/** An authenticator app: knows the secret, shows codes. */
export class Authenticator {
  private readonly totp: TOTP;

  constructor(secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** The code of now, or of so many steps of thirty seconds later; a code works once. */
  code(stepsLater = 0): string {
    return this.totp.generate({ timestamp: Date.now() + stepsLater * 30_000 });
  }
}

/** Sets up one-time codes under a session, which they confirm. */
export async function setUpCodes(api: APIRequestContext, password: string): Promise<Authenticator> {
  const { beginOneTimeCodes } = setupRule.parse(
    await ask(api, "mutation($password: String) { beginOneTimeCodes(password: $password) { secret } }", { password }),
  );
  const app = new Authenticator(beginOneTimeCodes.secret);
  await ask(api, "mutation($code: String!) { confirmOneTimeCodes(code: $code) }", { code: app.code(-1) });
  return app;
}
