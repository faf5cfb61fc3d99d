import { Secret, TOTP } from "otpauth";
import type { Visitor } from "./application.ts";

/** An authenticator app: knows the secret, shows codes. */
export class Authenticator {
  private readonly totp: TOTP;

  constructor(secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** The code of now, or of so many steps of thirty seconds later; a code works once, so that tests ask for later ones. */
  code(stepsLater = 0): string {
    return this.totp.generate({ timestamp: Date.now() + stepsLater * 30_000 });
  }
}

/** Sets up one-time codes for a visitor who is signed in with the demo password, which confirms their session. */
export async function setUpCodes(
  visitor: Visitor,
  password: string,
): Promise<{ app: Authenticator; recoveryCodes: string[] }> {
  const { beginOneTimeCodes } = await visitor.get(
    "mutation($password: String) { beginOneTimeCodes(password: $password) { secret uri } }",
    { password },
  );
  const app = new Authenticator(beginOneTimeCodes.secret);
  const { confirmOneTimeCodes } = await visitor.get("mutation($code: String!) { confirmOneTimeCodes(code: $code) }", {
    code: app.code(-1),
  });
  return { app, recoveryCodes: confirmOneTimeCodes };
}
