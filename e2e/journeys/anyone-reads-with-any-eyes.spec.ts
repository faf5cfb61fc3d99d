import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, story } from "../story.ts";

/** axe finds nothing on any page, in either colour scheme. */

const PAGES = [
  "/",
  "/partners",
  "/people",
  "/collaborations",
  "/recognitions",
  "/statements",
  "/wall",
  "/trash",
  "/account",
  "/nowhere",
  "/partners/new",
  "/people/new",
  "/collaborations/new",
  "/recognitions/new",
  "/statements/new",
  "/partners?kind=COURT&text=nothing",
] as const;

const ADMINISTRATION = ["/users", "/users/new", "/offices", "/offices/new", "/audit-log"] as const;

const RECORDS = [
  ["partners", "wcpc", /Women and Children/],
  ["people", "cacayan", /Cacayan/],
  ["collaborations", "mavoko", /Mavoko/],
  ["recognitions", "award", /Award for work/],
  ["statements", "colleague", /A colleague/],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story("the sign-in page", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { name: "Look around as" })).toBeVisible();
      await expectNoViolations(page, "sign-in");
    });

    story("lists and forms", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoViolations(page, path);
      }
    });

    story("records, and the forms that edit them", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      for (const [list, words, name] of RECORDS) {
        await person.open(list, words, name);
        await expectNoViolations(page, `${list} page`);
        await page.getByRole("link", { name: "Edit" }).click();
        await expect(person.heading(/^Edit/)).toBeVisible();
        await expectNoViolations(page, `${list} form`);
      }
    });

    for (const path of ADMINISTRATION) {
      story(path, async ({ person, page }) => {
        await person.signIn("ADMINISTRATOR");
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoViolations(page, path);
      });
    }

    story("a user, what is asked before they are changed, and an office", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      await page.goto("/users?text=grace");
      await page.getByRole("table").getByRole("link", { name: "Grace Walker" }).click();
      await expectNoViolations(page, "user");
      await page.getByRole("button", { name: "Deactivate" }).click();
      await expect(page.getByRole("dialog", { name: "Deactivate Grace Walker?" })).toBeVisible();
      await expectNoViolations(page, "question");
      await page.getByRole("button", { name: "Keep them active" }).click();
      await page.getByRole("link", { name: "Edit" }).click();
      await expect(person.heading("Edit Grace Walker")).toBeVisible();
      await expectNoViolations(page, "user form");
      await page.goto("/offices?text=manila");
      await page.getByRole("table").getByRole("link", { name: "Manila", exact: true }).click();
      await expect(person.heading("Edit the office Manila")).toBeVisible();
      await expectNoViolations(page, "office form");
    });

    story("a form full of faults, and an open menu", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      await page.goto("/collaborations/new");
      await page.getByRole("button", { name: "Log the collaboration" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await expectNoViolations(page, "faults");
      await page.getByRole("button", { name: /account of/ }).click();
      await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
      await expectNoViolations(page, "menu");
    });
  });
}
