import { type APIRequestContext, request } from "@playwright/test";

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code?: string;
}

/** Asks the API as a script does: with a token, or with the cookie of a session. */
export class Script {
  private readonly http: APIRequestContext;

  /** `page.request` makes it share its session with that page. */
  constructor(http: APIRequestContext) {
    this.http = http;
  }

  static async withToken(baseURL: string, token: string): Promise<Script> {
    return new Script(await request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${token}` } }));
  }

  static async signedIn(baseURL: string, credentials: Credentials): Promise<Script> {
    const script = new Script(await request.newContext({ baseURL }));
    await script.signIn(credentials);
    return script;
  }

  static asAdministrator(baseURL: string): Promise<Script> {
    return Script.signedIn(baseURL, { email: "admin@demo.example", password: "concord-demo" });
  }

  /** What the API answers to a request, faults included. */
  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const response = await this.http.post("/graphql", { data: { query, variables } });
    return response.json();
  }

  /** What the API answers to a request that it must not refuse. */
  async get(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const { data, errors } = await this.ask(query, variables);
    if (errors) throw new Error(`The API refused: ${errors[0].message}`);
    return data;
  }

  async signIn(input: Credentials): Promise<void> {
    await this.get("mutation($input: SignInInput!) { signIn(input: $input) { id } }", { input });
  }

  /** Invites somebody, and answers the link that they are handed; null where it goes out by e-mail. */
  async invite(name: string, email: string): Promise<string | null> {
    const { offices } = await this.get("{ offices(first: 1) { edges { node { id } } } }");
    const { inviteUser } = await this.get("mutation($input: InviteUserInput!) { inviteUser(input: $input) { link } }", {
      input: { name, email, role: "PARTNERSHIP_MANAGER", office: offices.edges[0].node.id },
    });
    return inviteUser.link;
  }

  /** A link with which a user chooses a new password. */
  async passwordLink(email: string): Promise<string> {
    const { users } = await this.get(
      "query($text: String!) { users(filter: { text: $text }) { edges { node { id } } } }",
      { text: email },
    );
    const { sendPasswordLink } = await this.get("mutation($id: ID!) { sendPasswordLink(id: $id) { link } }", {
      id: users.edges[0].node.id,
    });
    return sendPasswordLink.link;
  }

  close(): Promise<void> {
    return this.http.dispose();
  }
}
