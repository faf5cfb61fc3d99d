import { expect, story } from "../story.ts";

story(
  "a regional office adds a partner of its own, corrects it, deletes it and takes it back",
  async ({ person, page }) => {
    await person.signIn("REGIONAL_OFFICE");
    await page.getByRole("button", { name: "Log", exact: true }).click();
    await page.getByRole("menuitem", { name: "Partner" }).click();
    await person.fill("Name", "Cebu Women's Shelter");
    await person.fill("Short name", "CWS");
    await person.choose("Kind", "Shelter");
    await person.choose("Country", "Philippines");
    await person.choose("State or province", "Cebu");
    await person.lookUp("Part of", "pnp", /Philippine National Police/);
    await person.tick("Survivor care");
    await page.getByRole("button", { name: "Add alias" }).click();
    await person.fill("Name", "Kanlungan", page.getByRole("group", { name: "alias 1" }));
    await expect(page.getByRole("combobox", { name: "Responsible office" })).toHaveCount(0);
    await page.getByRole("button", { name: "Add the partner" }).click();

    await expect(person.heading("Cebu Women's Shelter (CWS)")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Cebu, Philippines");
    await expect(person.section("Who they are")).toContainText("Manila");

    await page.getByRole("link", { name: "Edit" }).click();
    await person.fill("Summary", "Takes in children brought to safety.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(person.section("Who they are")).toContainText("Takes in children");
    await expect(person.section("History")).toContainText("Summary: empty → Takes in children");

    await page.getByRole("searchbox", { name: "Search everything" }).fill("kanlungan");
    await page.getByRole("option", { name: /Cebu Women's Shelter/ }).click();
    await expect(person.heading("Cebu Women's Shelter (CWS)")).toBeVisible();

    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Move to the trash" }).click();
    await expect(person.heading("Partners")).toBeVisible();
    await page.goto("/trash");
    await page.getByRole("link", { name: "Cebu Women's Shelter" }).click();
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("link", { name: "Edit" })).toBeVisible();
  },
);

story("a regional office reads the partners of others, and cannot change them", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await person.open("partners", "tamil nadu", /Tamil Nadu Police/);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
});

story("what an office restricts does not show to others", async ({ person, page, browser, baseURL }) => {
  await person.signIn("REGIONAL_OFFICE");
  await page.goto("/collaborations/new");
  await person.fill("Title", "Operation Nightjar");
  await person.choose("Kind", "Joint operation");
  await person.choose("Confidentiality", "Restricted");
  await page.getByRole("button", { name: "Log the collaboration" }).click();
  await expect(person.heading("Operation Nightjar")).toBeVisible();
  const address = page.url();

  const other = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await other.goto(address);
  await expect(other.getByRole("heading", { name: "Sign in to Concord" })).toBeVisible();
  await other.getByRole("button", { name: /^Partnership manager/ }).click();
  await expect(other.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await other.goto("/collaborations?text=nightjar");
  await expect(other.getByText("No collaborations match these filters")).toBeVisible();
});
