import { expect, Person, story } from "../story.ts";

story(
  "two people change one partner: the second sees both versions and keeps what is right of each",
  async ({ person, page, browser, baseURL }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    await page.goto("/partners/new");
    await person.fill("Name", "Institute of two editors");
    await person.choose("Kind", "University");
    await page.getByRole("button", { name: "Add the partner" }).click();
    await expect(person.heading("Institute of two editors")).toBeVisible();
    await page.getByRole("link", { name: "Edit" }).click();
    await person.fill("Short name", "ITE");

    const second = new Person(await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage());
    await second.signIn("ADMINISTRATOR");
    await second.page.goto(page.url());
    await second.fill("Summary", "A summary by the administrator.");
    await second.fill("Short name", "Inst");
    await second.page.getByRole("button", { name: "Save" }).click();
    await expect(second.heading(/Institute of two editors/)).toBeVisible();

    await page.getByRole("button", { name: "Save" }).click();
    const dialog = page.getByRole("dialog", { name: "Somebody else changed this in the meantime" });
    await expect(dialog).toContainText("ITE");
    await expect(dialog).toContainText("Inst");
    await expect(dialog).toContainText("A summary by the administrator.");
    await dialog.getByRole("button", { name: "Save what is chosen" }).click();

    await expect(person.heading("Institute of two editors (ITE)")).toBeVisible();
    await expect(person.section("Who they are")).toContainText("A summary by the administrator.");
  },
);
