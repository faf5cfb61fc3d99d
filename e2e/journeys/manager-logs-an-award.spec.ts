import type { Page } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { plaque } from "../pictures.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

/** An award that we received is logged with a photo of its plaque, and is seen with it wherever it stands. */

const PARTNER = "Tamil Nadu Police";

/** Opens the form from the partner's page, where giver and recipient are filled in. */
async function beginAward(person: Person, title: string): Promise<void> {
  const { page } = person;
  await person.signIn("PARTNERSHIP_MANAGER");
  await person.open("partners", "tamil nadu police", new RegExp(PARTNER));
  await page.getByRole("button", { name: "Log with them" }).click();
  await page.getByRole("menuitem", { name: "Recognition that they gave us" }).click();
  await expect(person.heading("Record a recognition")).toBeVisible();
  await person.fill("Title", title);
  await person.choose("Kind", "Award");
  await person.fill("Date", "2024-03");
}

async function choose(page: Page, files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("region", { name: "Photos and scans" }).getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles(files);
}

const save = (page: Page) => page.getByRole("button", { name: "Record the recognition" }).click();

/** Whether a picture was really drawn, and in which version. */
async function drawnIn(page: Page, within: string): Promise<string> {
  const picture = page.locator(`${within} img`).first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
  return picture.evaluate((img: HTMLImageElement) => img.currentSrc);
}

story("a manager logs an award with its plaque; the partner's page and the wall show it", async ({ person, page }) => {
  const title = "Plaque of honour for work in Vellore";
  await beginAward(person, title);
  await person.fill("Citation", "For bringing families out of bonded labour, year after year.");
  await person.lookUp("Honours", "brick kiln near", /Rescue from a brick kiln/);
  await choose(page, [
    await plaque(),
    { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("no film") },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("words") },
  ]);
  const chosen = page.getByRole("list", { name: "Chosen files" }).getByRole("listitem");
  await expect(chosen).toHaveCount(3);
  await expect(chosen.filter({ hasText: "The plaque.jpeg" }).locator("img")).toBeVisible();
  await expect(chosen.filter({ hasText: "film.mp4" }).getByRole("alert")).toContainText("will not be attached");
  await page.getByRole("button", { name: "Take notes.txt out" }).click();
  await expect(chosen).toHaveCount(2);
  await person.choose("Confidentiality", "Public");
  await save(page);

  await expect(person.heading(title)).toBeVisible();
  const files = person.section("Files");
  await expect(files.getByRole("button", { name: "The plaque.jpg", exact: true })).toBeVisible();
  await expect(files.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText("It is on the wall")).toBeVisible();

  await person.open("partners", "tamil nadu police", new RegExp(PARTNER));
  const entry = page.getByRole("listitem").filter({ hasText: title });
  await expect(entry).toBeVisible();
  expect(await drawnIn(page, `li:has-text("${title}")`)).toMatch(/\?size=(small|medium)$/);

  await person.goTo("The wall");
  await expect(person.heading("The wall")).toBeVisible();
  const card = page.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText(`${PARTNER} to IJM`);
  await expect(card).toContainText("March 2024");
  expect(await drawnIn(page, `article:has-text("${title}")`)).toMatch(/\?size=(small|medium)$/);
});

story(
  "a photo that a bad line does not let through is missed by name, and sent again without choosing anew",
  async ({ person, page }) => {
    const title = "Shield of the district";
    await beginAward(person, title);
    await choose(page, [await plaque("The shield.jpeg")]);
    let aborted = 0;
    await page.route("**/files", (route) => {
      aborted += 1;
      return aborted === 1 ? route.abort() : route.continue();
    });
    await save(page);
    await expect(person.heading(title)).toBeVisible();
    const missing = page.getByRole("alert").filter({ hasText: "Not everything is attached" });
    await expect(missing).toContainText("What you wrote is saved. Missing: The shield.jpeg");

    // It is still missed, and still at hand, after looking elsewhere.
    await person.goTo("Recognitions");
    await page.getByRole("table").getByRole("link", { name: title }).click();
    await missing.getByRole("button", { name: "Try again" }).click();
    await expect(person.section("Files").getByRole("button", { name: "The shield.jpg", exact: true })).toBeVisible();
    await expect(missing).toHaveCount(0);
    expect(aborted).toBe(2);
  },
);

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story("axe finds nothing in chosen files, nor in what is said of missing ones", async ({ person, page }) => {
      const title = `Medal by ${colorScheme}`;
      await beginAward(person, title);
      await choose(page, [await plaque(), { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("no film") }]);
      await expect(page.getByRole("alert")).toBeVisible();
      await expectNoViolations(page, "chosen files");
      await page.route("**/files", (route) => route.abort());
      await save(page);
      await expect(person.heading(title)).toBeVisible();
      await expect(page.getByText("Not everything is attached")).toBeVisible();
      await expectNoViolations(page, "missing files");
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoViolations(page, "missing files on a phone");
    });
  });
}
