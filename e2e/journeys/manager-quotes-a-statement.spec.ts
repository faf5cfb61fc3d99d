import type { Page } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, story } from "../story.ts";

/** Statements as a library of quotes, which go elsewhere with who said them, and only where they may. */

/** What lies on the clipboard, as plain text and as HTML. */
async function clipboard(page: Page): Promise<{ text: string; html: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item ? (await item.getType(type)).text() : "");
    return { text: await read("text/plain"), html: await read("text/html") };
  });
}

story.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

story("a manager finds a quote and takes it along with who said it", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/statements?text=cacayan");
  const card = page.getByRole("article").filter({ hasText: "Edgar DM Cacayan" });
  await expect(card).toContainText("International law enforcement collaboration is one of the keys");
  await expect(card.locator("blockquote")).toHaveAttribute("lang", "en");
  await expect(card).toContainText("Permission to publish");
  await card.getByRole("button", { name: "Copy with attribution" }).click();
  await expect(card.getByRole("button", { name: "Copied" })).toBeVisible();
  const { text, html } = await clipboard(page);
  expect(text).toMatch(/^“International law enforcement collaboration is one of the keys/);
  expect(text).toMatch(
    /” — Police Brigadier General Edgar DM Cacayan, Chief, Women and Children Protection Center, Public statement/,
  );
  expect(html).toContain("<blockquote");

  await card.getByRole("link", { name: "Women and Children Protection Center" }).click();
  await expect(person.section("What they said")).toContainText("International law enforcement collaboration");
});

story("what nobody permitted carries a warning, and what was refused is not copied", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/statements/new");
  await person.fill("The words", "நாங்கள் ஒன்றாக வேலை செய்தோம்.");
  await person.fill("Language", "ta");
  await person.fill("Translation", "We worked side by side.");
  await person.lookUp("For", "tamil nadu", /Tamil Nadu Police/);
  await person.fill("Speaker's name then", "Inspector Selvi");
  await person.fill("Speaker's title then", "Station House Officer");
  await page.getByRole("button", { name: "Record the statement" }).click();
  await expect(person.heading("Statement by Inspector Selvi")).toBeVisible();
  await page.getByRole("button", { name: "Copy, marked “not for publication”" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const { text, html } = await clipboard(page);
  expect(text).toBe(
    "[Not for publication] “நாங்கள் ஒன்றாக வேலை செய்தோம்.” (Translated: “We worked side by side.”) — Inspector Selvi, Station House Officer, Tamil Nadu Police",
  );
  expect(html).toContain('<blockquote lang="ta">');

  await page.getByRole("link", { name: "Edit" }).click();
  await person.choose("Permission to publish", "Refused");
  await person.fill("Refused by", "Inspector Selvi");
  await person.fill("Refused on", "2024-05-02");
  await person.fill("How, and on which conditions", "By telephone");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(person.heading("Statement by Inspector Selvi")).toBeVisible();
  await expect(person.section("May we publish it?")).toContainText("2 May 2024");
  await expect(page.getByText("The speaker refused publication: not to be copied.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);

  await page.goto("/statements?permission=REFUSED&language=ta");
  const card = page.getByRole("article").filter({ hasText: "Inspector Selvi" });
  await expect(card).toHaveCount(1);
  await expect(card).toContainText("Publication refused");
  await expect(card).toContainText("Tamil");
  await page.goto("/statements?permission=GRANTED&language=ta");
  await expect(page.getByText("No statements match these filters")).toBeVisible();
});

story("a permission does not make public what is not", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/statements/new");
  await person.fill("The words", "We thank them.");
  await person.lookUp("For", "tamil nadu", /Tamil Nadu Police/);
  await person.fill("Speaker's name then", "Inspector Arul");
  await person.choose("Permission to publish", "Granted");
  await page.getByRole("button", { name: "Record the statement" }).click();
  await expect(person.heading("Statement by Inspector Arul")).toBeVisible();
  await expect(person.section("May we publish it?")).toContainText("It stays inside, since it is not public");
  await page.getByRole("link", { name: "Edit" }).click();
  await person.choose("Confidentiality", "Public");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(person.section("May we publish it?")).toContainText("It may be told outside.");
  await expect(page.getByRole("button", { name: "Copy with attribution" })).toBeVisible();
});

story("the quotes are a table for whoever wants one", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await page.goto("/statements");
  await page.getByRole("button", { name: "As a table" }).click();
  await expect(page.getByRole("table", { name: "Statements" })).toContainText("Permission to publish");
  await expect(page).toHaveURL(/view=table/);
  await page.getByRole("button", { name: "As quotes" }).click();
  await expect(page.getByRole("list", { name: "Quotes" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story("axe finds nothing in the library, wide and on a phone", async ({ person, page }) => {
      await person.signIn("PARTNERSHIP_MANAGER");
      await page.goto("/statements");
      await expect(page.getByRole("list", { name: "Quotes" })).toBeVisible();
      await expectNoViolations(page, "quotes");
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoViolations(page, "quotes on a phone");
    });
  });
}
