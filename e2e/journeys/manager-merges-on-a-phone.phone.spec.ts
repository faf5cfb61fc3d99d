import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, story } from "../story.ts";

story(
  "on a phone, two records lie one below the other, no wider than the screen",
  { tag: LOOKS },
  async ({ person, page }) => {
    await person.signIn("ADMINISTRATOR");
    await person.open("partners", "wcpc", /Women and Children/);
    const address = page.url();
    await person.open("partners", "philippine", /^Philippine National Police/);
    for (const path of [`${address}/merge`, `${address}/merge/${page.url().split("/").pop()}`]) {
      await page.goto(path);
      await expect(person.heading("Merge two records of one partner")).toBeVisible();
      await page.waitForLoadState("networkidle");
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
      await expectNoViolations(page, path);
    }
  },
);
