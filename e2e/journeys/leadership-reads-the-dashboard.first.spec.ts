import { expect, story } from "../story.ts";

story("leadership reads the dashboard and goes to what is behind a number", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: /^94\s*people rescued$/ })).toBeVisible();
  await expect(main.getByRole("link", { name: /^15\s*partners$/ })).toBeVisible();
  await expect(main.getByRole("img", { name: /World map: .*India/ })).toBeVisible();
  await expect(main.getByText("Recognitions received", { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 1000 });
  // The picture of the README is of this page; it is renewed on purpose only.
  const picture = process.env["CONCORD_PICTURES"] ? "docs/images/dashboard.png" : "test-results/dashboard.png";
  await page.screenshot({ path: picture });

  await main.getByRole("link", { name: "94 people rescued in 2005" }).click();
  await expect(person.heading("Collaborations")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 collaboration" })).toBeVisible();
  await expect(page.getByRole("table")).toContainText("Rescue from a brick kiln near Bengaluru");

  await page.goto("/");
  await main.getByRole("link", { name: "3 partners in Kenya" }).click();
  await expect(page.getByRole("status").filter({ hasText: "3 partners" })).toBeVisible();
});

story("leadership narrows the dashboard, and the address keeps it", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await person.choose("Country", "India");
  await expect(page).toHaveURL(/country=IN/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /^3\s*partners$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: /^3\s*partners$/ })).toBeVisible();
});

story("leadership reads, and is offered nothing to change", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await expect(page.getByRole("button", { name: "Log", exact: true })).toHaveCount(0);
  await person.open("partners", "interpol", /INTERPOL/);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await page.goto("/partners");
  await expect(page.getByRole("link", { name: "New partner" })).toHaveCount(0);
});
