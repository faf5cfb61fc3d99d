import type { Page } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

/** Adds a partner by its form, and answers its address. */
async function addPartner(person: Person, name: string, fill: (page: Page) => Promise<void>): Promise<string> {
  const { page } = person;
  await page.goto("/partners/new");
  await person.fill("Name", name, page.getByRole("region", { name: "Who they are" }));
  await person.choose("Kind", "Police");
  await fill(page);
  await page.getByRole("button", { name: "Add the partner" }).click();
  await expect(person.heading(new RegExp(`^${name}`))).toBeVisible();
  return page.url();
}

async function addPerson(person: Person, name: string, notes: string): Promise<string> {
  const { page } = person;
  await page.goto("/people/new");
  await person.fill("Name", name);
  await person.fill("Notes", notes);
  await page.getByRole("button", { name: "Add the person" }).click();
  await expect(person.heading(name)).toBeVisible();
  return page.url();
}

story(
  "a manager merges two records of one partner field by field, old addresses lead on, and undoing it restores both",
  async ({ person, page }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    const kept = await addPartner(person, "Harbour Constabulary", async () => {
      await person.fill("Short name", "HC");
      await person.fill("Summary", "Patrols the harbour.");
    });
    const merged = await addPartner(person, "Constabulary of the Harbour", async () => {
      await person.fill("Summary", "Watches over the harbour and its ships.");
      await person.fill("Website", "https://harbour.example.org/");
    });
    await page.getByRole("button", { name: "Log with them" }).click();
    await page.getByRole("menuitem", { name: "Collaboration" }).click();
    await person.fill("Title", "Training on the quay");
    await person.choose("Kind", "Training");
    await page.getByRole("button", { name: "Log the collaboration" }).click();
    await expect(person.heading("Training on the quay")).toBeVisible();

    await page.goto(kept);
    await page.getByRole("link", { name: "Merge" }).click();
    await person.lookUp("The other partner", "constabulary of", /Constabulary of the Harbour/);
    await page.getByRole("button", { name: "Compare them" }).click();
    await expect(person.section("What happens then")).toContainText("1 collaboration");
    await page.getByRole("link", { name: "Keep the other one" }).click();
    await expect(person.section("What happens then")).toContainText(
      "Nothing that you may read has to move from Harbour Constabulary",
    );
    await page.getByRole("link", { name: "Keep the other one" }).click();
    await expect(person.section("The same in both")).toContainText("Police");

    const right = person.section(/Which is right$/);
    await expect(right.getByRole("radiogroup", { name: "Website" }).getByRole("radio").last()).toBeChecked();
    await right.getByRole("radiogroup", { name: "Summary" }).getByLabel("From the one that goes").check();
    await right.getByRole("radiogroup", { name: "Name", exact: true }).getByLabel("From the one that goes").check();
    await expect(person.section(/What is kept of both$/)).toContainText("Harbour Constabulary");
    await page.getByRole("button", { name: "Merge them" }).click();

    await expect(person.heading("Constabulary of the Harbour (HC)")).toBeVisible();
    expect(page.url()).toBe(kept);
    await expect(page.getByRole("status").filter({ hasText: "is now part of" })).toBeVisible();
    await expect(person.section("Who they are")).toContainText("Watches over the harbour and its ships.");
    await expect(person.section(/^Everything between/)).toContainText("Training on the quay");

    await page.goto(merged);
    await expect(person.heading("Constabulary of the Harbour (HC)")).toBeVisible();
    await expect(page).toHaveURL(kept);
    await page.goto(`${merged}/edit`);
    await expect(page).toHaveURL(`${kept}/edit`);
    await page.goto("/trash");
    await expect(page.getByRole("row", { name: /Constabulary of the Harbour/ })).toContainText("Merged into");

    await page.goto(kept);
    const history = person.section("History");
    await history.getByRole("button", { name: "Show the history of Constabulary of the Harbour" }).click();
    await expect(history).toContainText("Merged into: Constabulary of the Harbour");
    await history.getByRole("button", { name: "Undo this merge with Constabulary of the Harbour" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo the merge" }).click();
    await expect(person.heading("Harbour Constabulary (HC)")).toBeVisible();
    await expect(person.section("Who they are")).toContainText("Patrols the harbour.");
    await expect(person.section(/^Everything between/)).not.toContainText("Training on the quay");

    await page.goto(merged);
    await expect(person.heading("Constabulary of the Harbour")).toBeVisible();
    await expect(page).toHaveURL(merged);
    await expect(person.section(/^Everything between/)).toContainText("Training on the quay");
  },
);

story(
  "a manager merges two records of one person by the keyboard alone, and undoes it at once",
  async ({ person, page }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    const kept = await addPerson(person, "Amina Odhiambo", "Speaks Swahili.");
    const merged = await addPerson(person, "A. Odhiambo", "Speaks English, too.");
    await page.goto(`${kept}/merge`);
    const field = page.getByRole("combobox", { name: "The other person" });
    await field.focus();
    await page.keyboard.type("a. odh");
    // The first of what was found for all that was typed, and not for its first letters.
    await expect(page.getByRole("option").first()).toHaveText(/^A\. Odhiambo/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Compare them" }).focus();
    await page.keyboard.press("Enter");
    await expect(person.heading("Merge two records of one person")).toBeFocused();
    const notes = page.getByRole("radiogroup", { name: "Notes" });
    await notes.getByLabel("From the one that stays").focus();
    await page.keyboard.press("ArrowDown");
    await expect(notes.getByLabel("From the one that goes")).toBeChecked();
    await page.getByRole("checkbox", { name: "A. Odhiambo" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Merge them" }).focus();
    await page.keyboard.press("Enter");

    await expect(person.heading("Amina Odhiambo")).toBeVisible();
    await expect(person.section("More")).toContainText("Speaks English, too.");
    await expect(person.section("More")).not.toContainText("A. Odhiambo");
    const note = page.getByRole("status").filter({ hasText: "A. Odhiambo is now part of Amina Odhiambo." });
    await note.getByRole("button", { name: /^Undo this merge/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Undo the merge" }).focus();
    await page.keyboard.press("Enter");
    await expect(person.section("More")).toContainText("Speaks Swahili.");
    await expect(note).toHaveCount(0);
    await page.goto(merged);
    await expect(person.heading("A. Odhiambo")).toBeVisible();
  },
);

story("two that are likely one are made one from the page of likely duplicates", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  for (const name of ["Wombat Ridge Refuge", "Refuge Wombat Ridge"])
    await addPartner(person, name, async () => undefined);
  await page.goto("/duplicates");
  const pair = page.getByRole("article", { name: "Wombat Ridge Refuge and Refuge Wombat Ridge" });
  await pair.getByRole("link", { name: "Compare and merge" }).click();
  await expect(person.section(/Which one stays$/)).toContainText("Refuge Wombat Ridge");
  await page.getByRole("button", { name: "Merge them" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is now part of" })).toBeVisible();
  await page.goto("/duplicates");
  await expect(page.getByText(/^[\d,]+ pairs?$/)).toBeVisible();
  await expect(pair).toHaveCount(0);
});

story(
  "what somebody changed while two were compared is shown, and the choices stay",
  async ({ person, page, elsewhere }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    const kept = await addPartner(person, "Quay Watch", () => person.fill("Summary", "Watches the quay."));
    const merged = await addPartner(person, "Watch of the Quay", () => person.fill("Summary", "Walks the quay."));
    await page.goto(`${kept}/merge/${merged.split("/").pop()}`);
    await page.getByRole("radiogroup", { name: "Summary" }).getByLabel("From the one that goes").check();

    await elsewhere.signIn("ADMINISTRATOR");
    await elsewhere.page.goto(`${merged}/edit`);
    await elsewhere.fill("Summary", "Walks the quay by night.");
    await elsewhere.page.getByRole("button", { name: "Save" }).click();
    await expect(elsewhere.section("Who they are")).toContainText("by night");

    await page.getByRole("button", { name: "Merge them" }).click();
    const dialog = page.getByRole("dialog", { name: "Somebody changed one of the two in the meantime" });
    await expect(dialog).toContainText("Walks the quay.");
    await expect(dialog).toContainText("Walks the quay by night.");
    await dialog.getByRole("button", { name: "Merge them as they are now" }).click();
    await expect(person.heading("Quay Watch")).toBeVisible();
    await expect(person.section("Who they are")).toContainText("Walks the quay by night.");
  },
);

story("who may not change both is told so, and is offered no merge", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await person.open("partners", "tamil nadu", /Tamil Nadu Police/);
  await expect(page.getByRole("link", { name: "Merge" })).toHaveCount(0);
  const foreign = page.url().split("/").pop();
  await person.open("partners", "wcpc", /Women and Children/);
  await page.goto(`${page.url()}/merge/${foreign}`);
  await expect(page.getByText("You may not change this partner.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Merge them" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });
    story("axe finds nothing where two records are compared", async ({ person, page }) => {
      await person.signIn("ADMINISTRATOR");
      await person.open("partners", "wcpc", /Women and Children/);
      const address = page.url();
      await person.open("partners", "philippine", /^Philippine National Police/);
      const other = page.url().split("/").pop();
      for (const path of [`${address}/merge`, `${address}/merge/${other}`]) {
        await page.goto(path);
        await expect(person.heading("Merge two records of one partner")).toBeVisible();
        await expectNoViolations(page, path);
      }
    });
  });
}
