import { expect, story } from "../story.ts";

story(
  "a manager logs an operation and an award, and finds both on the partner's page and in the dashboard",
  async ({ person, page }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    await person.open("partners", "karnataka police", /Karnataka State Police/);
    const partnerPage = page.url();
    await page.getByRole("button", { name: "Log with them" }).click();
    await page.getByRole("menuitem", { name: "Collaboration" }).click();

    await person.fill("Title", "Rescue at the stone quarry");
    await person.choose("Kind", "Joint operation");
    await person.fill("Begin", "Dec 2005");
    await expect(page.getByText("Understood as December 2005")).toBeVisible();
    await person.choose("Country", "India");
    await person.tick("Bonded labour");
    await page.getByRole("button", { name: "Add participant" }).click();
    const second = page.getByRole("group", { name: "participant 2" });
    await person.lookUp("Partner", "karnataka dep", /Department of Labour/, second);
    await person.choose("Role", "Lead", second);
    await page.getByRole("button", { name: "Add outcome" }).click();
    const outcome = page.getByRole("group", { name: "outcome 1" });
    await outcome.getByRole("textbox", { name: "Count" }).fill("94");
    await person.choose("Measure", "people rescued", outcome);
    await page.getByRole("button", { name: "Log the collaboration" }).click();

    await expect(person.heading("Rescue at the stone quarry")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("December 2005");
    await expect(person.section("What was done")).toContainText("94");
    await expect(person.section("Who took part").getByRole("link")).toHaveCount(2);

    await page.goto(partnerPage);
    await page.getByRole("button", { name: "Log with them" }).click();
    await page.getByRole("menuitem", { name: "Recognition that they gave us" }).click();
    await person.fill("Title", "Award of the state police");
    await person.choose("Kind", "Award");
    await person.fill("Date", "2006");
    await person.lookUp("Honours", "stone quarry", /stone quarry/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Record the recognition" }).click();
    await expect(person.heading("Award of the state police")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Received by us");

    await page.goto(partnerPage);
    const between = person.section(/Everything between/);
    await expect(between).toContainText("Rescue at the stone quarry");
    await expect(between).toContainText("Contributed to 94 people rescued");
    await expect(between).toContainText("Award of the state police");
    await expect(person.section("Contributed to")).toContainText("188");
    await expect(person.section("Balance of recognition")).toContainText("They have recognised IJM more often");

    await page.goto("/collaborations?text=quarry");
    await expect(page.getByRole("table")).toContainText("December 2005");

    await person.signIn("LEADERSHIP");
    await page.goto("/?from=2005&to=2005");
    await expect(page.getByRole("link", { name: /^188\s*people rescued$/ })).toBeVisible();
    await expect(person.section("Recent activity")).toContainText("Rescue at the stone quarry");
  },
);
