import { expect, type Person, story } from "../story.ts";

/** Each form sent empty, with a wrong date, with 10,000 characters, and with markup. */

interface Form {
  readonly path: string;
  readonly save: string;
  /** What is said of the form when it is sent empty. */
  readonly empty: readonly string[];
  /** The field that takes the long text and the markup. */
  readonly field: string;
  readonly date: string;
  /** What it takes, besides that field, to be saved. */
  readonly complete: (person: Person) => Promise<void>;
}

const FORMS: readonly Form[] = [
  {
    path: "/partners/new",
    save: "Add the partner",
    empty: ["The name is empty", "The kind is missing"],
    field: "Name",
    date: "Status since",
    complete: (person) => person.choose("Kind", "NGO"),
  },
  {
    path: "/people/new",
    save: "Add the person",
    empty: ["The name is empty"],
    field: "Name",
    date: "From",
    complete: async (person) => {
      await person.fill("Title", "Chief");
      await person.lookUp("Partner", "interpol", /INTERPOL/);
    },
  },
  {
    path: "/collaborations/new",
    save: "Log the collaboration",
    empty: ["The title is empty", "The kind is missing"],
    field: "Title",
    date: "Begin",
    complete: (person) => person.choose("Kind", "Meeting"),
  },
  {
    path: "/recognitions/new",
    save: "Record the recognition",
    empty: ["The title is empty", "The kind is missing", "Choose exactly one"],
    field: "Title",
    date: "Date",
    complete: async (person) => {
      await person.choose("Kind", "Medal");
      await person.lookUp("Partner", "unicef", /UNICEF/);
    },
  },
  {
    path: "/statements/new",
    save: "Record the statement",
    empty: ["The statement is empty", "Nobody says it"],
    field: "The words",
    date: "Date",
    complete: async (person) => {
      await person.page.getByRole("checkbox", { name: "Somebody of IJM says it" }).check();
      await person.fill("Speaker's name then", "A colleague");
    },
  },
];

for (const form of FORMS) {
  story(
    `${form.path} says what is wrong beside the field, loses nothing, and keeps markup as text`,
    async ({ person, page }) => {
      page.on("dialog", () => expect(true, "a script of a text was run").toBe(false));
      await person.signIn("PARTNERSHIP_MANAGER");
      await page.goto(form.path);
      const save = page.getByRole("button", { name: form.save });

      await save.click();
      const alert = page.getByRole("alert").filter({ hasText: "Not saved yet" });
      for (const message of form.empty) await expect(alert).toContainText(message);
      await expect(page.locator("main [aria-invalid='true']").first()).toBeFocused();

      if (form.path === "/people/new") await page.getByRole("button", { name: "Add position" }).click();
      await person.fill(form.field, "x".repeat(10_001));
      await person.fill(form.date, "2005-13");
      await save.click();
      await expect(alert).toContainText("has 10001 characters. Shorten it to at most");
      await expect(alert).toContainText('"2005-13" is not a date');
      await expect(page.getByRole("textbox", { name: form.field, exact: true })).toHaveValue("x".repeat(10_001));

      const markup = '<script>alert(1)</script><img src=x onerror="alert(2)">';
      await person.fill(form.field, markup);
      await person.fill(form.date, "2005");
      await form.complete(person);
      await save.click();
      await expect(page).toHaveURL(/[0-9a-f-]{36}$/);
      await expect(page.getByRole("main")).toContainText(markup);
    },
  );
}

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
