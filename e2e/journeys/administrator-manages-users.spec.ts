import { comeIn, inviteByForm, PASSWORD, signInWithPassword } from "../accounts.ts";
import { setUpCodes } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, story } from "../story.ts";

story.describe("an administrator", () => {
  story.use({ permissions: ["clipboard-read", "clipboard-write"] });

  story(
    "invites somebody, who comes in, is moved, and is out as soon as they are deactivated",
    async ({ person, page, elsewhere }) => {
      await person.signIn("ADMINISTRATOR");
      await person.goTo("Users");
      await page.getByRole("link", { name: "Invite a user" }).click();
      const email = "amara.okafor@example.org";
      const link = await inviteByForm(person, {
        name: "Amara Okafor",
        email,
        role: "REGIONAL_OFFICE",
        office: "Nairobi",
      });
      expect(link).toMatch(/\/set-password#[\w-]+$/);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectNoViolations(page, `a link to hand over, ${colorScheme}`);
      }
      await page.getByRole("button", { name: "Copy" }).click();
      await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
      await page.getByRole("link", { name: "To their page" }).click();
      await expect(person.heading("Amara Okafor")).toBeVisible();
      await expect(page.getByText("Invited", { exact: true })).toBeVisible();
      await page.goBack();
      await expect(page.getByRole("textbox", { name: "Link" })).toHaveCount(0);

      await comeIn(elsewhere, link, email);
      await page.goto("/users?text=amara");
      const row = page.getByRole("row").filter({ hasText: email });
      for (const text of ["Regional office", "Nairobi", "Active", "Off"]) await expect(row).toContainText(text);
      await expect(row).not.toContainText("Never");

      await row.getByRole("link", { name: "Amara Okafor" }).click();
      await page.getByRole("link", { name: "Edit" }).click();
      await person.choose("Role", "Leadership");
      await person.choose("Office", "Washington");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Leadership, Washington")).toBeVisible();
      await elsewhere.page.reload();
      await elsewhere.goTo("Audit log");
      await expect(elsewhere.heading("Audit log")).toBeVisible();

      await page.getByRole("button", { name: "Deactivate" }).click();
      const question = page.getByRole("dialog", { name: "Deactivate Amara Okafor?" });
      await expect(question).toContainText("signed out everywhere at once");
      await question.getByRole("button", { name: "Deactivate" }).click();
      await expect(page.getByText("Deactivated", { exact: true })).toBeVisible();
      await elsewhere.goTo("Partners");
      await expect(elsewhere.heading("Sign in to Concord")).toBeVisible();
      await signInWithPassword(elsewhere, email);
      await expect(elsewhere.page.getByRole("alert")).toContainText("do not belong together");

      await page.goto("/users?text=amara");
      await expect(page.getByText("No users match these filters")).toBeVisible();
      await page.getByRole("button", { name: "Filters" }).click();
      await person.choose("Status", "Deactivated");
      await page.getByRole("link", { name: "Amara Okafor" }).click();
      await page.getByRole("button", { name: "Reactivate" }).click();
      await expect(page.getByText("Amara Okafor may sign in again.")).toBeVisible();
      await signInWithPassword(elsewhere, email);
      await expect(elsewhere.heading("Dashboard")).toBeVisible();
    },
  );
});

story(
  "an administrator helps those who lost their password, or their one-time codes",
  async ({ person, page, elsewhere }) => {
    await person.signIn("ADMINISTRATOR");
    const email = "binta@example.org";
    const first = await inviteByForm(person, { name: "Binta Sow", email, role: "LEADERSHIP", office: "Bucharest" });
    await page.getByRole("link", { name: "To their page" }).click();
    await page.getByRole("button", { name: "Make a new invitation link" }).click();
    const dialog = page.getByRole("dialog", { name: "A link for Binta Sow" });
    const second = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
    expect(second).not.toBe(first);
    await comeIn(elsewhere, second, email);
    await setUpCodes(elsewhere.page.request, PASSWORD);

    await page.reload();
    await expect(person.section("How they sign in")).toContainText("One-time codesOn");
    await page.getByRole("button", { name: "Reset one-time codes" }).click();
    const question = page.getByRole("dialog", { name: "Reset the one-time codes of Binta Sow?" });
    await question.getByRole("button", { name: "Reset" }).click();
    await expect(person.section("How they sign in")).toContainText("One-time codesOff");
    await elsewhere.goTo("Partners");
    await expect(elsewhere.heading("Sign in to Concord")).toBeVisible();

    await page.getByRole("button", { name: "Make a link for a new password" }).click();
    const third = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
    await comeIn(elsewhere, third, email);
  },
);

story("two administrators change one user: the second sees both versions", async ({ person, page, elsewhere }) => {
  await person.signIn("ADMINISTRATOR");
  await inviteByForm(person, { name: "Chidi Eze", email: "chidi@example.org", role: "LEADERSHIP", office: "Chennai" });
  await page.getByRole("link", { name: "To their page" }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await person.fill("Name", "Chidi A. Eze");
  await elsewhere.signIn("ADMINISTRATOR");
  await elsewhere.page.goto(page.url());
  await elsewhere.choose("Office", "Manila");
  await elsewhere.page.getByRole("button", { name: "Save" }).click();
  await expect(elsewhere.page.getByText("Leadership, Manila")).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else changed this in the meantime" });
  await expect(dialog.getByRole("radiogroup", { name: "Office" })).toContainText("Manila");
  await dialog.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(person.heading("Chidi A. Eze")).toBeVisible();
  await expect(page.getByText("Leadership, Manila")).toBeVisible();
});

story("the last administrator stays one, and is told why", async ({ person, page }) => {
  const sentence = "This is the last administrator who can sign in. Make somebody else an administrator first.";
  await person.signIn("ADMINISTRATOR");
  await page.goto("/users?text=admin@demo.example");
  await page.getByRole("link", { name: "Daniel Brooks" }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  const question = page.getByRole("dialog", { name: "Deactivate Daniel Brooks?" });
  await question.getByRole("button", { name: "Deactivate" }).click();
  await expect(question.getByRole("alert")).toContainText(sentence);
  await question.getByRole("button", { name: "Keep them active" }).click();

  await page.getByRole("link", { name: "Edit" }).click();
  await person.choose("Role", "Leadership");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("combobox", { name: "Role" })).toHaveAccessibleDescription(sentence);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Administrator, Washington")).toBeVisible();
});

story("an invitation is told every fault beside its field, and loses nothing", async ({ person, page }) => {
  await person.signIn("ADMINISTRATOR");
  await page.goto("/users/new");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Not saved yet" });
  for (const fault of ["The name is empty", "The role is missing", "The office is missing"]) {
    await expect(alert).toContainText(fault);
  }
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await person.fill("Name", "Another Meera");
  await person.fill("E-mail", "Manager@demo.example");
  await person.choose("Role", "Leadership");
  await person.choose("Office", "Chennai");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(alert).toContainText('Another user has the address "manager@demo.example" already.');
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Another Meera");
});

story("the keyboard alone finds a user by name, and invites another", async ({ person, page }) => {
  await person.signIn("ADMINISTRATOR");
  await page.goto("/users?role=REGIONAL_OFFICE&role=PARTNERSHIP_MANAGER&office=");
  const name = page.getByRole("columnheader", { name: "Name" });
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await name.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(name).toHaveAttribute("aria-sort", "descending");
  const names = page.getByRole("table").getByRole("link");
  await expect(names.last()).toContainText("Meera Nair");
  await page.keyboard.press("Enter");
  await expect(name).toHaveAttribute("aria-sort", "ascending");

  await page.getByRole("link", { name: "Invite a user" }).focus();
  await page.keyboard.press("Enter");
  await expect(person.heading("Invite a user")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Dayo Ade");
  await page.keyboard.press("Tab");
  await page.keyboard.type("dayo@example.org");
  for (const label of ["Role", "Office"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("combobox", { name: label })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(person.heading("Dayo Ade is invited")).toBeFocused();
});

story("an administrator adds an office and corrects it, and users can belong to it", async ({ person, page }) => {
  await person.signIn("ADMINISTRATOR");
  await person.goTo("Offices");
  await page.getByRole("link", { name: "New office" }).click();
  await person.fill("Name", "Nairobi");
  await page.getByRole("button", { name: "Add the office" }).click();
  await expect(page.getByRole("alert")).toContainText("The country is missing. Choose one.");
  await person.choose("Country", "Uganda");
  await page.getByRole("button", { name: "Add the office" }).click();
  await expect(page.getByRole("alert")).toContainText('There is an office called "Nairobi" already.');
  await person.fill("Name", "Kampala");
  await page.getByRole("button", { name: "Add the office" }).click();
  const row = page.getByRole("row").filter({ hasText: "Kampala" });
  await expect(row).toContainText("Uganda");

  await row.getByRole("link", { name: "Kampala", exact: true }).click();
  await person.fill("City", "Entebbe");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Entebbe");
  await page.goto("/users/new");
  await page.getByRole("combobox", { name: "Office" }).click();
  await expect(page.getByRole("option", { name: "Kampala" })).toBeVisible();
});

for (const [role, places] of [
  ["PARTNERSHIP_MANAGER", 0],
  ["REGIONAL_OFFICE", 0],
  ["LEADERSHIP", 1],
] as const) {
  story(`for ${role} there are no pages of users and offices`, async ({ person, page }) => {
    await person.signIn(role);
    const group = page.getByRole("group", { name: "Administration" });
    await expect(group.getByRole("link")).toHaveCount(places);
    for (const path of ["/users", "/users/new", "/offices", "/offices/new", ...(places === 0 ? ["/audit-log"] : [])]) {
      await page.goto(path);
      await expect(person.heading("There is nothing here")).toBeVisible();
    }
  });
}
