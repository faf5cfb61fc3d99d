import { AxeBuilder } from "@axe-core/playwright";
import { expect, LOOKS, story } from "../story.ts";

story("on a phone, an office finds a partner and adds one", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await page.getByRole("button", { name: "Open the navigation" }).click();
  await person.goTo("Partners");
  await expect(person.heading("Partners")).toBeVisible();
  await page.getByRole("searchbox", { name: "Look for words" }).fill("wcpc");
  await page
    .getByRole("table")
    .getByRole("link", { name: /Women and Children/ })
    .click();
  await expect(person.section(/Everything between/)).toContainText("Edgar DM Cacayan");

  await page.goto("/partners/new");
  await person.fill("Name", "Added on the road");
  await person.choose("Kind", "NGO");
  await page.getByRole("button", { name: "Add the partner" }).click();
  await expect(person.heading("Added on the road")).toBeVisible();
});

story(
  "on a phone, no page is wider than the screen, and axe finds nothing",
  { tag: LOOKS },
  async ({ person, page }) => {
    await person.signIn("ADMINISTRATOR");
    for (const path of [
      "/",
      "/partners",
      "/collaborations",
      "/recognitions",
      "/statements",
      "/wall",
      "/people",
      "/trash",
      "/account",
      "/collaborations/new",
      "/recognitions/new",
      "/users",
      "/users/new",
      "/offices",
      "/offices/new",
      "/audit-log",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
        path,
      ).toEqual([]);
    }
  },
);
