import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { Authenticator } from "../server/src/testing/one-time-codes.ts";
import { Script } from "./script.ts";
import { story } from "./story.ts";

/** Somebody with an account of the story's own: what they do to it touches no other story. */
export class Owner {
  readonly name = "Amara Okafor";
  readonly email = `amara-${randomUUID()}@example.org`;
  password = "kettle ladder fjord velvet";
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get credentials() {
    return { email: this.email, password: this.password };
  }

  /** Chooses the password by a link, and signs in with it. */
  async accept(link: string): Promise<void> {
    await this.page.goto(link);
    await this.choosePassword(this.password);
    await expect(this.page.getByRole("textbox", { name: "E-mail" })).toHaveValue(this.email);
    await this.enterPassword();
    await this.expectDashboard();
  }

  async choosePassword(password: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "New password" }).fill(password);
    await this.page.getByRole("button", { name: "Set the password" }).click();
  }

  /** Types address and password at the sign-in page. */
  async startSignIn(): Promise<void> {
    await this.page.goto("/sign-in");
    await this.page.getByRole("textbox", { name: "E-mail" }).fill(this.email);
    await this.enterPassword();
  }

  /** Signs out, up to the page that asks who one is: until then the browser is on its way there. */
  async signOut(): Promise<void> {
    await this.page.getByRole("button", { name: /account of/ }).click();
    await this.page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: "Sign in to Concord" })).toBeVisible();
  }

  async enterPassword(): Promise<void> {
    await this.page.getByRole("textbox", { name: "Password", exact: true }).fill(this.password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  async expectDashboard(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
  }

  /** Types a code at the second step of the sign-in. */
  async enterCode(code: string): Promise<void> {
    const field = this.page.getByRole("textbox", { name: "One-time code" });
    await expect(field).toBeFocused();
    await field.fill(code);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  async openAccount(): Promise<void> {
    await this.page.goto("/account");
    await expect(this.section("One-time codes")).toBeVisible();
  }

  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** Puts the secret that is on the screen into an authenticator app. */
  async takeSecret(): Promise<Authenticator> {
    return new Authenticator(await this.section("One-time codes").getByLabel("Secret", { exact: true }).innerText());
  }

  /** The recovery codes that are on the screen. */
  async takeRecoveryCodes(): Promise<string[]> {
    const list = this.page.getByRole("list", { name: "Recovery codes" });
    await expect(list.getByRole("listitem")).toHaveCount(10);
    return list.getByRole("listitem").allInnerTexts();
  }

  /** Sets up one-time codes from the account page on, up to the recovery codes. */
  async setUpCodes(): Promise<{ app: Authenticator; recoveryCodes: string[] }> {
    const section = this.section("One-time codes");
    await section.getByRole("button", { name: "Set up one-time codes" }).click();
    await section.getByRole("textbox", { name: "Your password" }).fill(this.password);
    await section.getByRole("button", { name: "Go on" }).click();
    const app = await this.takeSecret();
    await section.getByRole("textbox", { name: "Code that the app shows now" }).fill(app.code());
    await section.getByRole("button", { name: "Switch codes on" }).click();
    return { app, recoveryCodes: await this.takeRecoveryCodes() };
  }
}

/** The token of a link to the page where a password is chosen. */
export function tokenOf(link: string): string {
  return link.slice(link.indexOf("#") + 1);
}

/** Nothing of what must stay secret is in the address or in the browser's storage. */
export async function expectNothingKept(page: Page, secrets: readonly string[]): Promise<void> {
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]),
  );
  for (const secret of secrets) expect(kept).not.toContain(secret);
}

interface OwnerFixtures {
  readonly administrator: Script;
  /** Signed in, with no page open yet. */
  readonly owner: Owner;
}

/** A story with somebody whom an administrator has invited, who has chosen a password and is signed in. */
export const ownerStory = story.extend<OwnerFixtures>({
  administrator: async ({ baseURL }, use) => {
    const administrator = await Script.asAdministrator(baseURL ?? "");
    await use(administrator);
    await administrator.close();
  },
  owner: async ({ page, administrator }, use) => {
    const owner = new Owner(page);
    const link = await administrator.invite(owner.name, owner.email);
    const browser = new Script(page.request);
    await browser.get("mutation($input: SetPasswordInput!) { setPassword(input: $input) }", {
      input: { token: tokenOf(link ?? ""), password: owner.password },
    });
    await browser.signIn(owner.credentials);
    await use(owner);
  },
});
