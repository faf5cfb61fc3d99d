import * as z from "zod";
import { ask, signInByApi } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

const MANAGER = "manager@demo.example";
const LEADERSHIP = "leadership@demo.example";
const madeRule = z.record(z.string(), z.object({ id: z.string() }));

/** A manager writes something, elsewhere; answers its id. */
async function write(elsewhere: Person, mutation: string, type: string, input: object): Promise<string> {
  const query = `mutation($input: ${type}!) { made: ${mutation}(input: $input) { id } }`;
  return madeRule.parse(await ask(elsewhere.page.request, query, { input }))["made"]?.id ?? "";
}

const addPartner = (elsewhere: Person, name: string) =>
  write(elsewhere, "createPartner", "CreatePartnerInput", { name, kind: "POLICE", country: "NP", status: "ACTIVE" });

async function addCollaborations(elsewhere: Person, partner: string, kind: string, begins: readonly string[]) {
  for (const begin of begins) {
    const input = { title: `Work of ${begin}`, kind, stage: "COMPLETED", begin, participants: [{ partner }] };
    await write(elsewhere, "createCollaboration", "CreateCollaborationInput", input);
  }
}

async function addRecognition(elsewhere: Person, direction: "RECEIVED" | "GIVEN", them: object, date: string) {
  const [us, other] = [[{ us: true }], [them]];
  const sides = direction === "GIVEN" ? { givers: us, recipients: other } : { givers: other, recipients: us };
  const input = { kind: "AWARD", title: `Award of ${date}`, date, ...sides };
  await write(elsewhere, "createRecognition", "CreateRecognitionInput", input);
}

const SINCE_2019 = ["2020-02", "2021", "2022-03-04", "2023"];

/** A partner whom we recognised in 2019 and have worked with since; names differ, since stories run side by side. */
async function addDuePartner(elsewhere: Person, name: string): Promise<string> {
  await signInByApi(elsewhere.page.request, MANAGER);
  const partner = await addPartner(elsewhere, name);
  await addRecognition(elsewhere, "GIVEN", { partner }, "2019");
  await addRecognition(elsewhere, "RECEIVED", { partner }, "2021-06-01");
  await addCollaborations(elsewhere, partner, "JOINT_OPERATION", ["2018", "2019-11", ...SINCE_2019]);
  return partner;
}

const row = (person: Person, name: string) =>
  person.page.getByRole("row").filter({ has: person.page.getByRole("link", { name, exact: true }) });
const counted = (person: Person, words: string) => person.page.getByRole("status").filter({ hasText: words });

story(
  "leadership sees to whom recognition is due, why, and what it is due for",
  async ({ person, elsewhere, page }) => {
    await addDuePartner(elsewhere, "Kathmandu Valley Police");
    await person.signIn("LEADERSHIP");
    await person.goTo("Recognition due");
    await expect(person.heading("Recognition due")).toBeVisible();
    const due = row(person, "Kathmandu Valley Police");
    const reason = due.getByRole("link", { name: "4 joint operations since the last recognition, in 2019" });
    await expect(reason).toBeVisible();
    // Leadership logs nothing.
    await expect(due.getByRole("link", { name: /Log a recognition/ })).toHaveCount(0);
    await reason.click();
    await expect(person.heading("Collaborations")).toBeVisible();
    await expect(counted(person, "4 collaborations")).toBeVisible();
    await expect(page.getByRole("table")).not.toContainText("Work of 2019-11");

    await page.goBack();
    await row(person, "Kathmandu Valley Police").getByRole("link", { name: "Kathmandu Valley Police" }).click();
    await expect(person.heading("Kathmandu Valley Police")).toBeVisible();
  },
);

story("leadership asks for more, and the address keeps it", async ({ person, elsewhere, page }) => {
  await addDuePartner(elsewhere, "Pokhara Court Police");
  await signInByApi(page.request, LEADERSHIP);
  await page.goto("/recognition-due?country=NP");
  await expect(row(person, "Pokhara Court Police")).toBeVisible();
  await person.choose("Collaborations since, at least", "5 collaborations");
  await expect(row(person, "Pokhara Court Police")).toHaveCount(0);
  await expect(page).toHaveURL(/collaborations=5/);
  await expect(page.getByText("Partners with at least 5 completed collaborations")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Partners with at least 5 completed collaborations")).toBeVisible();
  await expect(row(person, "Pokhara Court Police")).toHaveCount(0);
  await page.goto("/recognition-due?country=NP&collaborations=4&months=24");
  await expect(row(person, "Pokhara Court Police")).toBeVisible();
});

story("a manager logs the recognition that is due, and it is due no more", async ({ person, elsewhere, page }) => {
  await addDuePartner(elsewhere, "Biratnagar Police Office");
  await signInByApi(page.request, MANAGER);
  await page.goto("/recognition-due?country=NP");
  await page.getByRole("link", { name: "Log a recognition: Biratnagar Police Office" }).click();
  await expect(person.heading("Record a recognition")).toBeVisible();
  const recipients = page.getByRole("group", { name: "Received by" });
  await expect(recipients.getByRole("combobox", { name: "Partner" })).toHaveValue("Biratnagar Police Office");
  await person.choose(/^Kind/, "Award");
  await person.fill(/^Title/, "Award for four joint operations");
  await person.fill(/^Date/, new Date().toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(person.heading("Award for four joint operations")).toBeVisible();
  await page.goto("/recognition-due?country=NP");
  await expect(person.heading("Recognition due")).toBeVisible();
  await expect(counted(person, "partner")).toBeVisible();
  await expect(row(person, "Biratnagar Police Office")).toHaveCount(0);
});

story(
  "a manager finds who gave something and was never thanked, by the keyboard",
  async ({ person, elsewhere, page }) => {
    await signInByApi(elsewhere.page.request, MANAGER);
    const partner = await addPartner(elsewhere, "Lalitpur Shelter Police");
    const officer = await write(elsewhere, "createPerson", "CreatePersonInput", {
      name: "Insp. Anjali Thapa",
      positions: [{ partner, title: "Inspector" }],
    });
    await addRecognition(elsewhere, "RECEIVED", { person: officer }, "2024");
    await signInByApi(page.request, MANAGER);
    await page.goto("/recognition-due?country=NP");
    await page
      .getByRole("radiogroup", { name: "Whom to show" })
      .getByRole("radio", { name: "Recognition due" })
      .focus();
    await page.keyboard.press("ArrowRight");
    await expect(person.heading("Never thanked")).toBeVisible();
    await expect(page).toHaveURL(/show=NEVER_THANKED/);
    const thapa = row(person, "Insp. Anjali Thapa");
    await expect(thapa).toContainText("never thanked");
    await thapa.getByRole("link", { name: /^1 recognition of / }).focus();
    await page.keyboard.press("Enter");
    await expect(person.heading("Recognitions")).toBeVisible();
    await expect(counted(person, "1 recognition")).toBeVisible();

    await page.goBack();
    await page.getByRole("link", { name: "Log a recognition: Insp. Anjali Thapa" }).focus();
    await page.keyboard.press("Enter");
    await expect(person.heading("Record a recognition")).toBeVisible();
    const recipients = page.getByRole("group", { name: "Received by" });
    await expect(recipients.getByRole("combobox", { name: "Person" })).toHaveValue(/Insp\. Anjali Thapa/);
  },
);

story("leadership reads what a partner and we gave each other, year by year", async ({ person, elsewhere, page }) => {
  const partner = await addDuePartner(elsewhere, "Bhaktapur Police");
  await signInByApi(page.request, LEADERSHIP);
  await page.goto(`/partners/${partner}`);
  const section = person.section("Give and take");
  await expect(section.getByRole("link", { name: "2019: 1 recognition given" })).toBeVisible();
  await section
    .getByRole("radiogroup", { name: "How to show: Give and take" })
    .getByText("Table", { exact: true })
    .click();
  const table = section.getByRole("table", { name: "Give and take" });
  await expect(table.getByRole("row", { name: /^2021/ })).toHaveText(/^2021101$/);
  await expect(table.getByRole("link", { name: "In all: 6 collaborations done together" })).toBeVisible();
  await table.getByRole("link", { name: "2019: 1 collaboration done together" }).click();
  await expect(person.heading("Collaborations")).toBeVisible();
  await expect(counted(person, "1 collaboration")).toBeVisible();
  await expect(page.getByRole("table")).toContainText("Work of 2019-11");
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story("axe finds nothing on who is due, wide and on a phone", async ({ person, elsewhere, page }) => {
      const partner = await addDuePartner(elsewhere, `Janakpur Police, ${colorScheme}`);
      await addCollaborations(elsewhere, partner, "TRAINING", ["2024"]);
      await signInByApi(page.request, MANAGER);
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        await page.goto("/recognition-due");
        await expect(page.getByRole("link", { name: /since the last recognition/ }).first()).toBeVisible();
        await page.getByRole("button", { name: "Filters" }).click();
        await expect(page.getByRole("combobox", { name: "Not recognised for" })).toBeVisible();
        await expectNoViolations(page, "recognition due");
        await page.goto("/recognition-due?show=NEVER_THANKED&who=PERSON&who=PARTNER");
        await expect(person.heading("Never thanked")).toBeVisible();
        await expect(page.getByText("never thanked").first()).toBeVisible();
        await expectNoViolations(page, "never thanked");
        await page.goto("/recognition-due?country=VA");
        await expect(page.getByText("Nobody is due under these filters")).toBeVisible();
        await expectNoViolations(page, "nobody due");
        await page.goto(`/partners/${partner}`);
        await expect(person.section("Give and take").getByRole("link").first()).toBeVisible();
        await expectNoViolations(page, "partner");
      }
    });
  });
}
