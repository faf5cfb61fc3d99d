import * as z from "zod";
import { ask } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

const PANEL = "Is it one of these?";

const createdRule = z.object({ createPartner: z.object({ id: z.string() }) });

/** Adds a partner as a script would, under the session of the browser, and answers the id. */
async function add(person: Person, name: string, kind: "SHELTER" | "POLICE" = "SHELTER"): Promise<string> {
  const made = await ask(
    person.page.request,
    "mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }",
    { input: { name, kind, country: "PH" } },
  );
  return createdRule.parse(made).createPartner.id;
}

for (const typed of ["P.N.P.", "Pambansang Pulisya", "police national philippine"]) {
  story(
    `typing "${typed}" shows the Philippine National Police, and keeps nobody from saving`,
    async ({ person, page }) => {
      await person.signIn("REGIONAL_OFFICE");
      await page.goto("/partners/new");
      await expect(person.section(PANEL)).toHaveCount(0);
      await person.fill("Name", typed);
      const link = person.section(PANEL).getByRole("link", { name: /Philippine National Police \(PNP\)/ });
      await expect(link).toHaveAttribute("target", "_blank");
      await expect(page.getByRole("status").filter({ hasText: /may be the same/ })).toHaveCount(1);
      await expect(page.getByRole("button", { name: "Add the partner" })).toBeEnabled();
      await person.fill("Name", "Nobody has this name yet");
      await expect(person.section(PANEL)).toHaveCount(0);
    },
  );
}

story("a person is met by family name and initial, at the partner where they are", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await page.goto("/people/new");
  await person.fill("Name", "Cacayan, E.");
  await page.getByRole("button", { name: "Add position" }).click();
  await person.lookUp("Partner", "wcpc", /Women and Children/);
  const panel = person.section(PANEL);
  await expect(panel.getByRole("link", { name: /Edgar DM Cacayan/ })).toBeVisible();
  await expect(panel).toContainText("The same name with initials");
  await expect(panel).toContainText("At the same partner");
});

story("a record that is edited is asked about only once its name changes", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await page.goto(`/partners/${await add(person, "Quiet Town Constabulary", "POLICE")}/edit`);
  await expect(person.heading(/^Edit/)).toBeVisible();
  await person.fill("Summary", "Known by another name.");
  await expect(person.section(PANEL)).toHaveCount(0);
  await person.fill("Name", "Pambansang Pulisya");
  await expect(person.section(PANEL).getByRole("link", { name: /Philippine National Police/ })).toBeVisible();
  await person.fill("Name", "Quiet Town Constabulary");
  await expect(person.section(PANEL)).toHaveCount(0);
});

story(
  "the page of the whole register shows pairs with their reasons, and two may be said to be two",
  async ({ person, page }) => {
    await person.signIn("PARTNERSHIP_MANAGER");
    await add(person, "Tahanan ng Pagasa");
    // Nothing keeps anybody from adding it all the same.
    await page.goto("/partners/new");
    await person.fill("Name", "Pagasa, Tahanan ng");
    await expect(person.section(PANEL).getByRole("link", { name: /Tahanan ng Pagasa/ })).toBeVisible();
    await person.choose("Kind", "Shelter");
    await person.choose("Country", "Philippines");
    await page.getByRole("button", { name: "Add the partner" }).click();
    await expect(person.heading("Pagasa, Tahanan ng")).toBeVisible();

    await person.goTo("Likely duplicates");
    await expect(person.heading("Likely duplicates")).toBeVisible();
    const pair = page.getByRole("article", { name: /Tahanan ng Pagasa/ });
    await expect(pair).toContainText("The same words in another order");

    // With the keyboard alone: said to be two, and taken back at the same place.
    await pair.getByRole("button", { name: "They are two" }).press("Enter");
    const back = pair.getByRole("button", { name: "Take that back" });
    await expect(back).toBeFocused();
    await expect(pair).toContainText("Meera Nair said that they are two");
    await back.press("Enter");
    await expect(pair.getByRole("button", { name: "They are two" })).toBeFocused();

    await pair.getByRole("button", { name: "They are two" }).press("Enter");
    await expect(back).toBeVisible();
    await page.reload();
    await expect(page.getByRole("status").filter({ hasText: /pair/ })).toBeVisible();
    await expect(pair).toHaveCount(0);
    await page.getByText("Said to be two", { exact: true }).click();
    await expect(pair).toBeVisible();
    await expect(page).toHaveURL(/dismissed=true/);
  },
);

story("leadership reads the pairs, and is offered nothing that it may not do", async ({ person, elsewhere }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await add(person, "Silungan Liwayway");
  await add(person, "Liwayway Silungan");
  await elsewhere.signIn("LEADERSHIP");
  await elsewhere.page.goto("/duplicates?kind=PARTNER");
  const pair = elsewhere.page.getByRole("article", { name: /Liwayway/ });
  await expect(pair).toContainText("Almost certainly one");
  await expect(pair.getByRole("button")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story(
      "axe finds nothing in the panel, nor on the page, and neither is wider than a phone",
      async ({ person, page }) => {
        await person.signIn("PARTNERSHIP_MANAGER");
        await add(person, `Kublihan ${colorScheme}`);
        await add(person, `Kublihan ${colorScheme}`);
        await page.goto("/partners/new");
        await person.fill("Name", "Pambansang Pulisya");
        await expect(person.section(PANEL)).toBeVisible();
        await expectNoViolations(page, "panel");
        await page.goto("/duplicates");
        await expect(page.getByRole("article", { name: new RegExp(`Kublihan ${colorScheme}`) })).toBeVisible();
        await expectNoViolations(page, "page");
        await page.setViewportSize({ width: 390, height: 844 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        await expectNoViolations(page, "page on a phone");
        await page.goto("/duplicates?office=019ab3c0-0000-7000-8000-000000000000");
        await expect(page.getByText("No pairs match these filters")).toBeVisible();
        await expectNoViolations(page, "empty page");
      },
    );
  });
}
