import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, type BrowserContext, chromium, type Page, request } from "@playwright/test";
import { type Authenticator, invite, setUpCodes, signInByApi } from "./api.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { expect, Person, story } from "./story.ts";

const PASSWORD = "seven herons cross the estuary";
const REASON = "The court asks for the witness by name.";

/** Made up, and so unusual that they stand nowhere by chance. */
export const LATIN_NAME = "Zuvlenka Obraxtimova";
export const TAMIL_NAME = "குயிழரசி வெண்முகிழன்";

/** A member of a case, at a browser that writes down all that browsers write down. */
export class Member extends Person {
  readonly context: BrowserContext;
  /** The folder in which the browser keeps what it remembers. */
  readonly profile: string;
  readonly name: string;
  /** What the server answered, but for the answers that reveal a name. */
  private readonly answers: Promise<[string, Buffer]>[] = [];

  constructor(page: Page, profile: string, name: string) {
    super(page);
    this.context = page.context();
    this.profile = profile;
    this.name = name;
    this.context.on("response", (response) => {
      if (!/\/(graphql|files)/.test(response.url())) return;
      if (response.request().postData()?.includes('"operationName":"RevealTrueName"')) return;
      const place = `answer ${this.answers.length} of ${response.url()}`;
      // What the browser has let go of, as the page was left too soon, is answered on other pages of the story, too.
      const body = response.body().catch(() => Buffer.alloc(0));
      this.answers.push(body.then((bytes) => [place, bytes]));
    });
  }

  /** Goes to an address once the page has read every answer: the browser forgets those of the page that it leaves. */
  async visit(address: string): Promise<void> {
    await this.page.waitForLoadState("networkidle");
    await Promise.all(this.answers);
    await this.page.goto(address);
  }

  async allAnswers(): Promise<ReadonlyMap<string, Buffer>> {
    await this.page.waitForLoadState("networkidle");
    return new Map(await Promise.all(this.answers));
  }

  setUpCodes(): Promise<Authenticator> {
    return setUpCodes(this.context.request, PASSWORD);
  }

  /** Logs a restricted case in which two people are protected, with oneself as its only member. */
  async logCase(): Promise<void> {
    await this.visit("/collaborations/new");
    await this.fill("Title", "Hearing about the brick field");
    await this.choose("Kind", "Legal case");
    for (const [index, pseudonym] of ["Olena", "Malar"].entries()) {
      await this.page.getByRole("button", { name: "Add person" }).click();
      const person = this.page.getByRole("group", { name: `person ${index + 1}` });
      await person.getByRole("checkbox", { name: /^Protected/ }).check();
      await this.fill("Pseudonym", pseudonym, person);
    }
    await this.choose("Confidentiality", "Restricted");
    await this.lookUp("Named members", this.name, new RegExp(this.name));
    await this.page.keyboard.press("Escape");
    await this.page.getByRole("button", { name: "Log the collaboration" }).click();
    await expect(this.heading("Hearing about the brick field")).toBeVisible();
  }

  /** What the page offers about the true name behind a pseudonym. */
  trueNameOf(pseudonym: string) {
    return this.page.getByRole("group", { name: `The true name of ${pseudonym}` });
  }

  async keepTrueName(pseudonym: string, trueName: string): Promise<void> {
    await this.trueNameOf(pseudonym).getByRole("button", { name: "Keep a true name…" }).click();
    await this.fill("True name", trueName);
    await this.page.getByRole("button", { name: "Seal and keep it" }).click();
    await expect(this.trueNameOf(pseudonym).getByRole("button", { name: "Show the true name…" })).toBeVisible();
  }

  /** Asks for a true name; whether it is shown is told by what follows. */
  async askFor(pseudonym: string): Promise<void> {
    await this.trueNameOf(pseudonym).getByRole("button", { name: "Show the true name…" }).click();
    await this.fill("Reason", REASON);
    await this.page.getByRole("button", { name: "Show the name" }).click();
  }
}

interface Cast {
  readonly administrator: APIRequestContext;
  readonly member: Member;
}

let invited = 0;

/** Stories about true names have a server of their own, and a member with a browser profile of their own. */
export const trueNameStory = story.extend<Cast, { readonly own: OwnServer }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing else is needed
    async ({}, use) => {
      const server = await startOwnServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ own }, use) => use(own.address),
  administrator: async ({ own }, use) => {
    const api = await request.newContext({ baseURL: own.address });
    await signInByApi(api, "admin@demo.example");
    await use(api);
    await api.dispose();
  },
  member: async ({ own, administrator, launchOptions, colorScheme, viewport, locale }, use) => {
    invited += 1;
    const name = `Member ${invited}`;
    const email = `member-${invited}@demo.example`;
    await invite(administrator, { name, email, password: PASSWORD, role: "PARTNERSHIP_MANAGER", office: "Chennai" });
    const profile = mkdtempSync(join(tmpdir(), "concord-profile-"));
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: own.address,
      colorScheme,
      viewport,
      locale: locale ?? "en-GB",
    });
    await signInByApi(context.request, email, PASSWORD);
    await use(new Member(context.pages()[0] ?? (await context.newPage()), profile, name));
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  },
});
