import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** What the provider tells of somebody. */
export interface Person {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly amr?: string[];
}

export const CLIENT = { id: "concord", secret: "a secret between the two" } as const;

/**
 * A real OpenID provider on a free port of this machine. Who signs in there is who the `login_hint` of its sign-in page
 * says: what people type at their provider is not Concord's.
 */
export class OpenIdProvider {
  readonly issuer: string;
  private readonly server: Server;

  private constructor(server: Server, issuer: string) {
    this.server = server;
    this.issuer = issuer;
  }

  static async open(people: readonly Person[], redirectUri: string): Promise<OpenIdProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === "string") throw new Error("The provider does not listen.");
    const issuer = `http://127.0.0.1:${address.port}`;
    const provider = new Provider(issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      pkce: { required: () => true },
      cookies: { keys: ["a key of the provider"] },
      findAccount: (_context, id) => {
        const person = people.find(({ sub }) => sub === id);
        return person && { accountId: id, claims: async () => ({ ...person }) };
      },
    });
    server.on("request", provider.callback());
    return new OpenIdProvider(server, issuer);
  }

  /** Goes the way of a browser from the first redirect until the provider sends it back, and answers where to. */
  async signIn(begin: string, sub: string): Promise<string> {
    const cookies = new Map<string, string>();
    let address = begin;
    let form: URLSearchParams | null = null;
    for (let step = 0; step < 10; step += 1) {
      const response: Response = await fetch(address, {
        redirect: "manual",
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        ...(form ? { method: "POST", body: form } : {}),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
        cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (location && !new URL(location, address).href.startsWith(this.issuer)) return location;
      form = null;
      if (location) address = new URL(location, address).href;
      else {
        const page = await response.text();
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
        form = new URLSearchParams({ prompt, login: sub, password: "of the provider" });
        address = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? "", address).href;
      }
    }
    throw new Error("The provider did not send the browser back.");
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
