import { expect, story } from "../story.ts";

story("the keyboard alone finds a partner, sorts a list, and signs out", async ({ person, page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).focus();
  await page.keyboard.type("manager@demo.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type("concord-demo");
  await page.keyboard.press("Enter");
  await expect(person.heading("Dashboard")).toBeFocused();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search everything" })).toBeFocused();
  await page.keyboard.type("interpol");
  await expect(page.getByRole("option", { name: /INTERPOL/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(person.heading(/INTERPOL/)).toBeFocused();

  await page.goto("/partners");
  await page.keyboard.press("Tab");
  const name = page.getByRole("columnheader", { name: "Name" });
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await name.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(name).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/sort=-NAME/);

  await page.goto("/partners");
  await expect(person.heading("Partners")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content/);

  await page.getByRole("button", { name: /account of/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Sign out" }).focus();
  await page.keyboard.press("Enter");
  await expect(person.heading("Sign in to Concord")).toBeVisible();
  await page.goto("/partners");
  await expect(person.heading("Sign in to Concord")).toBeVisible();
});
