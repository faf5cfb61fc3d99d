import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "../scripts/mysql-server.ts";
import { MailServer, tokenIn } from "../server/src/testing/mail-server.ts";
import { CLIENT, OpenIdProvider } from "../server/src/testing/openid-provider.ts";
import { story } from "./story.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** A Concord of the story's own, which sends e-mail and knows an OpenID provider. */
interface Portal {
  readonly url: string;
  /** The path with the link that the next message to an address holds. */
  readonly linkTo: (address: string) => Promise<string>;
}

/** Whom the provider knows; one of them is a demo user here, too. */
const PEOPLE = [
  { sub: "meera", email: "manager@demo.example", email_verified: true },
  { sub: "stranger", email: "stranger@example.org", email_verified: true },
] as const;

async function openPortal(): Promise<Portal & { close: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const mail = await MailServer.open();
  const provider = await OpenIdProvider.open(PEOPLE, `${url}/auth/oidc/callback`);
  const concord = spawn(process.execPath, ["e2e/start-server.ts"], {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"],
      E2E_PORT: String(port),
      SMTP_URL: mail.url,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: "the organisation",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await Promise.race([
    once(concord.stdout, "data"),
    once(concord, "exit").then(() => Promise.reject(new Error("Concord did not start."))),
  ]);
  return {
    url,
    linkTo: async (address) => `/set-password#${tokenIn((await mail.messageTo(address)).text)}`,
    close: async () => {
      concord.kill();
      await once(concord, "exit");
      await Promise.all([mail.close(), provider.close()]);
    },
  };
}

/** A story at such a portal; its paths lead there. */
export const portalStory = story.extend<object, { readonly portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that it needs nothing else
    async ({}, use) => {
      const portal = await openPortal();
      await use(portal);
      await portal.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
});
