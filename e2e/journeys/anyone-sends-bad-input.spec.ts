import { expect, story } from "../story.ts";

/** Each form sent empty, with a wrong date, with 10,000 characters, and with markup. */

const FORMS = [
  {
    path: "/partners/new",
    save: "Add the partner",
    empty: ["The name is empty", "The kind is missing"],
    name: "Name",
    date: "Status since",
  },
  { path: "/people/new", save: "Add the person", empty: ["The name is empty"], name: "Name", date: null },
  {
    path: "/collaborations/new",
    save: "Log the collaboration",
    empty: ["The title is empty", "The kind is missing"],
    name: "Title",
    date: "Begin",
  },
  {
    path: "/recognitions/new",
    save: "Record the recognition",
    empty: ["The title is empty", "The kind is missing", "Choose exactly one"],
    name: "Title",
    date: "Date",
  },
  {
    path: "/statements/new",
    save: "Record the statement",
    empty: ["The statement is empty", "Nobody says it"],
    name: "The words",
    date: "Date",
  },
] as const;

for (const form of FORMS) {
  story(`${form.path} says what is wrong, beside the field, and loses nothing`, async ({ person, page }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    await page.goto(form.path);
    const save = page.getByRole("button", { name: form.save });

    await save.click();
    const alert = page.getByRole("alert").filter({ hasText: "Not saved yet" });
    for (const message of form.empty) await expect(alert).toContainText(message);
    await expect(page.locator("main [aria-invalid='true']").first()).toBeFocused();

    await person.fill(form.name, "x".repeat(10_001));
    if (form.date) await person.fill(form.date, "2005-13");
    await save.click();
    await expect(alert).toContainText("has 10001 characters. Shorten it to at most");
    if (form.date) await expect(alert).toContainText('"2005-13" is not a date');
    await expect(page.getByRole("textbox", { name: form.name, exact: true })).toHaveValue("x".repeat(10_001));
  });
}

story("markup is kept as the text that it is", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/partners/new");
  const name = '<script>alert(1)</script><img src=x onerror="alert(2)">';
  page.on("dialog", () => expect(true, "a script of a name was run").toBe(false));
  await person.fill("Name", name);
  await person.choose("Kind", "NGO");
  await person.fill("Summary", "<b>bold</b>");
  await page.getByRole("button", { name: "Add the partner" }).click();
  await expect(person.heading(name)).toBeVisible();
  await expect(person.section("Who they are")).toContainText("<b>bold</b>");
});

story("a wrong password is told at once, and so is an address that is none", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill("nobody");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText('"nobody" is not an e-mail address')).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).fill("somebody@demo.example");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
});

story("what is typed is not lost by leaving, unless one means to", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/partners/new");
  await person.fill("Name", "Half a partner");
  await person.goTo("People");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Half a partner");
  await person.goTo("People");
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(person.heading("People")).toBeVisible();
});

story("a server that cannot be reached loses nothing either", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/partners/new");
  await person.fill("Name", "Behind the tunnel");
  await person.choose("Kind", "NGO");
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("button", { name: "Add the partner" }).click();
  await expect(page.getByRole("alert")).toContainText("could not be reached");
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Add the partner" }).click();
  await expect(person.heading("Behind the tunnel")).toBeVisible();
});
