import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Person, story } from "../story.ts";

/** axe finds nothing on any page, in either colour scheme. */

const PAGES = [
  "/",
  "/partners",
  "/people",
  "/collaborations",
  "/recognitions",
  "/statements",
  "/trash",
  "/nowhere",
  "/partners/new",
  "/people/new",
  "/collaborations/new",
  "/recognitions/new",
  "/statements/new",
  "/partners?kind=COURT&text=nothing",
] as const;

const RECORDS = [
  ["partners", "wcpc", /Women and Children/],
  ["people", "cacayan", /Cacayan/],
  ["collaborations", "mavoko", /Mavoko/],
  ["recognitions", "award", /Award for work/],
  ["statements", "colleague", /A colleague/],
] as const;

async function expectNoViolations(person: Person, what: string): Promise<void> {
  await person.page.waitForLoadState("networkidle");
  const { violations } = await new AxeBuilder({ page: person.page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(found, what).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, () => {
    story.use({ colorScheme });

    story("the sign-in page", async ({ person, page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { name: "Look around as" })).toBeVisible();
      await expectNoViolations(person, "sign-in");
    });

    story("lists and forms", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoViolations(person, path);
      }
    });

    story("records, and the forms that edit them", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      for (const [list, words, name] of RECORDS) {
        await person.open(list, words, name);
        await expectNoViolations(person, `${list} page`);
        await page.getByRole("link", { name: "Edit" }).click();
        await expect(person.heading(/^Edit/)).toBeVisible();
        await expectNoViolations(person, `${list} form`);
      }
    });

    story("a form full of faults, and an open menu", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      await page.goto("/collaborations/new");
      await page.getByRole("button", { name: "Log the collaboration" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await expectNoViolations(person, "faults");
      await page.getByRole("button", { name: /account of/ }).click();
      await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
      await expectNoViolations(person, "menu");
    });
  });
}
