import type { Role } from "@concord/shared/vocabularies";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { signInByApi } from "./api.ts";

const DEMO_USERS: Readonly<Record<Role, string>> = {
  PARTNERSHIP_MANAGER: "manager@demo.example",
  REGIONAL_OFFICE: "office@demo.example",
  LEADERSHIP: "leadership@demo.example",
  ADMINISTRATOR: "admin@demo.example",
};

/** Of stories about how pages are drawn, which no kind of database changes: npm test tells them once. */
export const LOOKS = "@looks";

/** Lets through the first page of whatever goes on, and cuts the line when a later one is asked for. */
export async function cutLaterPages(page: Page): Promise<void> {
  await page.route("**/graphql", (route) =>
    route.request().postDataJSON()?.variables?.after ? route.abort("connectionreset") : route.continue(),
  );
}

/** What people do in every story, by what they see. */
export class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in as a demo user, and begins at the dashboard; the page of the sign-in has stories of its own. */
  async signIn(role: Role): Promise<void> {
    await signInByApi(this.page.request, DEMO_USERS[role]);
    await this.page.goto("/");
    await expect(this.page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
  }

  /** Opens a record of a list by the words by which one looks for it. */
  async open(
    list: "partners" | "people" | "collaborations" | "recognitions" | "statements",
    words: string,
    name: string | RegExp,
  ): Promise<void> {
    await this.page.goto(`/${list}?text=${encodeURIComponent(words)}`);
    await this.page.getByRole("main").getByRole("link", { name }).first().click();
    await expect(this.page).toHaveURL(new RegExp(`/${list}/[0-9a-f-]{36}$`));
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  section(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name });
  }

  /** Chooses from a list by its label. */
  async choose(label: string | RegExp, option: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole("combobox", { name: label, exact: typeof label === "string" }).click();
    await this.page
      .getByRole("option", { name: option, exact: typeof option === "string" })
      .first()
      .click();
  }

  /** Looks a record up by typing, and chooses it. */
  async lookUp(
    label: string | RegExp,
    words: string,
    option: string | RegExp,
    within: Page | Locator = this.page,
  ): Promise<void> {
    const field = within.getByRole("combobox", { name: label, exact: typeof label === "string" });
    await field.click();
    await field.fill(words);
    await this.page
      .getByRole("option", { name: option, exact: typeof option === "string" })
      .first()
      .click();
  }

  /** Ticks a focus area, by its words as people do. */
  async tick(focusArea: string): Promise<void> {
    await this.page.getByRole("group", { name: "Focus areas" }).getByText(focusArea, { exact: true }).click();
  }

  /** Goes somewhere by the navigation. */
  async goTo(place: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
  }

  async fill(label: string | RegExp, text: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole("textbox", { name: label, exact: typeof label === "string" }).fill(text);
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }
}

/** A story with one person at one browser, and where it needs them another one elsewhere; nothing that a page logs as an error goes by unseen. */
export const story = test.extend<{ person: Person; elsewhere: Person; quiet: undefined }>({
  person: async ({ page }, use) => {
    await use(new Person(page));
  },
  elsewhere: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "" });
    await use(new Person(await context.newPage()));
    await context.close();
  },
  quiet: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      // From now on the browser leaves choosing files to the story; told only when one waits for it, it may be too late.
      page.on("filechooser", () => undefined);
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, test };
