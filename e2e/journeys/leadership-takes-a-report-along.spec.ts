import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { pdfText } from "../../server/src/testing/pdf-text.ts";
import { expectNoViolations } from "../axe.ts";
import { portalStory } from "../portal.ts";
import { expect, story } from "../story.ts";

/** What a link downloads, and what the file is called. */
async function taken(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer; text: string }> {
  const download = page.waitForEvent("download");
  await link.click();
  const file = await download;
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  return { name: file.suggestedFilename(), bytes, text: await pdfText(bytes) };
}

story("leadership takes the dashboard along as it is filtered", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await person.choose("Country", "India");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/country=IN/);
  const link = page.getByRole("link", { name: "Take along as PDF" });
  await expect(link).toHaveAttribute("href", /country=IN/);
  const { name, text } = await taken(page, link);
  expect(name).toMatch(/^dashboard-\d{4}-\d\d-\d\d\.pdf$/);
  expect(text).toContain("All time · all offices · India · all focus areas");
  expect(text).toContain("Karnataka State Police");
  expect(text).not.toContain("Kenya");
});

story("leadership takes a year with a partner into a meeting", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await person.open("partners", "tamil nadu police", /Tamil Nadu Police/);
  const year = new Date().getFullYear();
  const now = await taken(page, page.getByRole("link", { name: `Report for ${year}`, exact: true }));
  expect(now.text).toContain(`What there was between us in ${year}`);

  await page.getByRole("button", { name: "Report for another year" }).click();
  const { name, text, bytes } = await taken(page, page.getByRole("menuitem", { name: "Report for 2022" }));
  expect(name).toBe("tn-police-2022.pdf");
  expect(text).toContain("Tamil Nadu Police (TN Police)");
  expect(text).toContain("Restricted records are not in this report");
  expect(bytes.toString("latin1")).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansTamil/);
});

story("leadership keeps a dashboard under a name", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await page.goto("/saved-dashboards");
  await expect(page.getByText("You have saved none yet.")).toBeVisible();
  await page.goto("/?country=KE");
  await person.choose("Period", /^Last year/);
  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("menuitem", { name: "Save this dashboard" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this dashboard" });
  await expect(dialog).toContainText("Last year · all offices · Kenya · all focus areas");
  await expect(dialog.getByRole("checkbox")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("The name is empty.");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Kenya, last year");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("“Kenya, last year” is saved.")).toBeVisible();

  await page.goto("/");
  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("menuitem", { name: "Kenya, last year" }).click();
  const last = new Date().getUTCFullYear() - 1;
  await expect(page).toHaveURL(new RegExp(`from=${last}&to=${last}&country=KE`));

  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("menuitem", { name: "Saved dashboards" }).click();
  await expect(person.heading("Saved dashboards")).toBeVisible();
  await expectNoViolations(page, "the saved dashboards");
  await page.getByRole("button", { name: "Rename “Kenya, last year”" }).click();
  const renaming = page.getByRole("dialog", { name: "Rename “Kenya, last year”" });
  await renaming.getByRole("textbox", { name: "Name" }).fill("Nairobi");
  await renaming.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Delete “Nairobi”" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("You have saved none yet.")).toBeVisible();
});

portalStory("leadership has a dashboard mailed each month, and ends it", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("menuitem", { name: "Save this dashboard" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this dashboard" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Everything");
  await dialog.getByRole("checkbox", { name: "Mail me each month" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("“Everything” is saved.")).toBeVisible();

  // The link of the message leads here.
  await page.goto("/saved-dashboards");
  const monthly = page.getByRole("switch", { name: "Mail me each month: “Everything”" });
  await expect(monthly).toBeChecked();
  await expectNoViolations(page, "the saved dashboards that are mailed");
  await monthly.uncheck();
  await expect(page.getByText("“Everything” is mailed no more.")).toBeVisible();
  await page.reload();
  await expect(monthly).not.toBeChecked();
});
