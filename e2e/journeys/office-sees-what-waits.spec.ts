import * as z from "zod";
import { ask } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

const partnerRule = z.object({ createPartner: z.object({ id: z.string() }) });

async function addPartner(person: Person, name: string): Promise<string> {
  const made = await ask(
    person.page.request,
    "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }",
    { input: { name, kind: "SHELTER", country: "PH", status: "ACTIVE" } },
  );
  return partnerRule.parse(made).createPartner.id;
}

async function addCollaboration(person: Person, input: object): Promise<void> {
  await ask(
    person.page.request,
    "mutation($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }",
    { input: { kind: "FOLLOW_UP_VISIT", ...input } },
  );
}

/** Follows a number of the page, and expects that the list behind it has as many. */
async function expectSameNumber(person: Person, section: string, name: RegExp): Promise<void> {
  const { page } = person;
  const link = person.section(section).getByRole("link", { name });
  const [count = ""] = /^[\d,]+/.exec((await link.textContent()) ?? "") ?? [];
  expect(count).not.toBe("");
  await link.click();
  await expect(page.getByRole("status").filter({ hasText: new RegExp(`^${count} `) })).toBeVisible();
  await page.goBack();
  await expect(person.heading("Office Manila")).toBeVisible();
}

story("an office sees what waits for it, and each number leads to as many", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  const quiet = await addPartner(person, "Quiet Bay Shelter");
  await addCollaboration(person, {
    title: "Long ago",
    stage: "COMPLETED",
    begin: "2010",
    participants: [{ partner: quiet }],
  });
  await addCollaboration(person, { title: "Visit that nobody made", stage: "PLANNED", begin: "2015-03" });
  await addCollaboration(person, { title: "Visit without a day", stage: "PLANNED" });
  await addCollaboration(person, { title: "Visit without an end", stage: "UNDER_WAY", begin: "2015", end: "2016-02" });
  await addPartner(person, "Dagat Tahanan");
  await addPartner(person, "Tahanan Dagat");

  await page.goto("/");
  await person.goTo("My office");
  await expect(person.heading("Office Manila")).toBeVisible();
  const due = person.section("What is due");
  for (const title of ["Visit that nobody made", "Visit without a day", "Visit without an end"]) {
    await expect(due.getByRole("link", { name: title })).toBeVisible();
  }
  await expect(person.section("Gone quiet")).toContainText("Last together: Long ago, 2010");
  await expect(person.section("Duplicates to decide")).toContainText("Dagat Tahanan and Tahanan Dagat");
  await expect(person.section("Partners").getByRole("link", { name: "Tahanan Dagat" })).toBeVisible();

  await expectSameNumber(person, "Partners", /^[\d,]+ partners?$/);
  await expectSameNumber(person, "Gone quiet", /gone quiet/);
  await expectSameNumber(person, "Duplicates to decide", /pairs? to decide/);
  for (const reason of [/should have begun/, /without a date/, /should be over/]) {
    await expectSameNumber(person, "What is due", reason);
  }

  await person.choose("Nothing for", "60 months");
  await expect(page).toHaveURL(/quietMonths=60/);
  await expect(person.section("Gone quiet").getByRole("link", { name: "Quiet Bay Shelter" })).toBeVisible();
});

story("what is typed and not sent is on the page of the own office", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await person.goTo("My office");
  await expect(person.section("Not sent yet")).toContainText("You have no draft in this browser.");
  await page.goto("/partners/new");
  await person.fill("Name", "Half a Shelter");
  await person.goTo("My office");
  await person
    .section("Not sent yet")
    .getByRole("link", { name: /Half a Shelter/ })
    .click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Half a Shelter");
});

story("leadership reads the page of another office, and is offered nothing to decide", async ({ person, page }) => {
  await person.signIn("LEADERSHIP");
  await page.goto("/partners?text=pnp");
  await page.getByRole("link", { name: /Philippine National Police \(PNP\)/ }).click();
  await page.getByRole("link", { name: "Manila" }).click();
  await expect(person.heading("Office Manila")).toBeVisible();
  await expect(person.section("Duplicates to decide")).toContainText("No pair waits for you.");
  await expect(person.section("Not sent yet")).toHaveCount(0);
});

story("an office that is not there is not found", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await page.goto("/offices/019ab3c0-0000-7000-8000-000000000000");
  await expect(person.heading("There is nothing here")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story("axe finds nothing on the page of an office, and it is not wider than a phone", async ({ person, page }) => {
      await person.signIn("REGIONAL_OFFICE");
      await addCollaboration(person, { title: "Visit without a day", stage: "PLANNED" });
      await person.goTo("My office");
      await expect(person.section("What is due").getByRole("link", { name: /without a date/ })).toBeVisible();
      await expectNoViolations(page, "page of an office");
      await page.setViewportSize({ width: 390, height: 844 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await expectNoViolations(page, "page of an office on a phone");
    });
  });
}
