import { expectNoViolations } from "../axe.ts";
import { forgetConfirmations } from "../database.ts";
import { expect, LOOKS } from "../story.ts";
import { LATIN_NAME, TAMIL_NAME, trueNameStory } from "../true-name-story.ts";

/** How true names are kept, replaced, asked for and removed: by keyboard, on a phone, and while the case is edited. */

trueNameStory.describe.configure({ mode: "default", timeout: 120_000 });

trueNameStory("the keyboard alone asks for a true name and hides it", async ({ member, own }) => {
  const { page } = member;
  await member.logCase();
  await member.keepTrueName("Olena*", LATIN_NAME);
  const app = await member.setUpCodes();
  await forgetConfirmations(own.databaseUrl);
  const ask = member.trueNameOf("Olena*").getByRole("button", { name: "Show the true name…" });
  await ask.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await page.keyboard.type("why");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveAccessibleDescription(/shorter than 10 characters/);
  await page.keyboard.type(" the court asks for her");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "One-time code" })).toBeFocused();
  await page.keyboard.type(app.code());
  await page.keyboard.press("Enter");
  await expect(page.getByText(LATIN_NAME)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Hide now" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByText(LATIN_NAME)).toHaveCount(0);
  await expect(ask).toBeFocused();
});

trueNameStory("a name is replaced and removed, and none is kept that the case itself tells", async ({ member }) => {
  const { page } = member;
  await member.logCase();
  const keep = member.trueNameOf("Olena*").getByRole("button", { name: "Keep a true name…" });
  await keep.click();
  await member.fill("True name", "The Brick Field");
  await page.getByRole("button", { name: "Seal and keep it" }).click();
  await expect(page.getByRole("alert")).toContainText("It stands in: Title. Write the pseudonym there first.");
  await member.fill("True name", LATIN_NAME);
  await page.getByRole("button", { name: "Seal and keep it" }).click();
  await expect(member.section("People who appear in it")).toContainText("True name kept, sealed");

  await page.getByRole("link", { name: "Edit" }).click();
  const first = page.getByRole("group", { name: "person 1" });
  const second = page.getByRole("group", { name: "person 2" });
  await first.getByRole("checkbox", { name: /^Protected/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(first).toContainText("Remove it before Olena* is no longer protected.");
  await first.getByRole("checkbox", { name: /^Protected/ }).check();
  await member.fill("Pseudonym", "Oksamyt", first);
  await page.getByRole("button", { name: "Remove person 2" }).click();
  await page.getByRole("button", { name: "Add person" }).click();
  await member.fill("Name or description", "Police officers", second);
  await page.getByRole("button", { name: "Save" }).click();
  const people = member.section("People who appear in it").getByRole("listitem");
  await expect(people.filter({ hasText: "Oksamyt*" })).toContainText("True name kept, sealed");
  await expect(people.filter({ hasText: "Police officers" })).not.toContainText("True name kept, sealed");

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Remove person 1" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("group", { name: "People who appear in it" }).getByRole("alert")).toHaveText(
    "The true name of Oksamyt* is kept. Remove it before Oksamyt* is taken out.",
  );
  await page.getByRole("button", { name: "Add person" }).click();
  await second.getByRole("checkbox", { name: /^Protected/ }).check();
  await member.fill("Pseudonym", "Oksamyt", second);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(people).toHaveText([/^Police officers/, /^Oksamyt\*.*True name kept, sealed/]);

  const oksamyt = member.trueNameOf("Oksamyt*");
  await oksamyt.getByRole("button", { name: "Replace it…" }).click();
  await member.fill("True name", TAMIL_NAME);
  await page.getByRole("button", { name: "Seal the new one" }).click();
  await member.setUpCodes();
  await member.askFor("Oksamyt*");
  await expect(page.getByText(TAMIL_NAME)).toBeVisible();
  await page.getByRole("button", { name: "Hide now" }).click();
  await oksamyt.getByRole("button", { name: "Remove it…" }).click();
  await page.getByRole("button", { name: "Remove it for good" }).click();
  await expect(oksamyt.getByRole("button")).toHaveText(["Keep a true name…"]);
});

for (const colorScheme of ["light", "dark"] as const) {
  trueNameStory.describe(`on a phone in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    trueNameStory.use({ colorScheme, viewport: { width: 390, height: 844 } });

    trueNameStory("axe finds nothing in what is about true names", async ({ member, own }) => {
      const { page } = member;
      await member.logCase();
      await member.keepTrueName("Olena*", LATIN_NAME);
      await expectNoViolations(page, "people");
      await member.askFor("Olena*");
      await expect(page.getByRole("dialog", { name: "Confirm that it is you" })).toContainText("no one-time codes");
      await expectNoViolations(page, "no codes");
      await page.keyboard.press("Escape");
      await expectNoViolations(page, "reason");
      await page.keyboard.press("Escape");
      const app = await member.setUpCodes();
      await forgetConfirmations(own.databaseUrl);
      await member.askFor("Olena*");
      await expect(page.getByRole("textbox", { name: "One-time code" })).toBeFocused();
      await expectNoViolations(page, "code");
      await member.fill("One-time code", app.code());
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page.getByText(LATIN_NAME)).toBeVisible();
      await expectNoViolations(page, "name");
      await page.getByRole("button", { name: "Hide now" }).click();
      await member.trueNameOf("Malar*").getByRole("button", { name: "Keep a true name…" }).click();
      await member.fill("True name", "The Brick Field");
      await page.getByRole("button", { name: "Seal and keep it" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await expectNoViolations(page, "telling");
    });
  });
}
