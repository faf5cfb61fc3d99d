import type { Page } from "@playwright/test";
import { ask } from "../api.ts";
import { everyTable, forgetConfirmations } from "../database.ts";
import { expect, Person } from "../story.ts";
import { filesBelow, tracesOf } from "../traces.ts";
import { LATIN_NAME, type Member, TAMIL_NAME, trueNameStory } from "../true-name-story.ts";

/** Who looks at a true name, why, for how long; and that the name is left nowhere else. */

trueNameStory.describe.configure({ mode: "default", timeout: 180_000 });

const NAMES = [LATIN_NAME, TAMIL_NAME];
const TELLS = "This tells the true name of a protected person. Write the pseudonym with its asterisk instead.";

trueNameStory(
  "a member sees it for a minute, with a reason and a code, and it is left nowhere",
  async ({ member, own, administrator, browser }) => {
    await member.page.clock.install();
    await member.logCase();
    const address = member.page.url();
    await member.keepTrueName("Olena*", LATIN_NAME);
    await member.keepTrueName("Malar*", TAMIL_NAME);

    await revealsWithCodes(member, own.databaseUrl);
    await seesItForAMinute(member);
    await hidesItAtOnce(member);
    await isRefusedWhereItIsTyped(member, address);
    await othersAreOfferedNothing(await browser.newPage(), address);

    const { auditLog } = await ask(
      administrator,
      "{ auditLog(filter: { action: [REVEAL] }) { edges { node { remark by { name } subject { name } } } } }",
    );
    expect(JSON.stringify(auditLog)).toContain("Olena*: The court asks for the witness by name.");
    expect(JSON.stringify(auditLog)).toContain(`"by":{"name":"${member.name}"}`);

    const answers = await member.allAnswers();
    expect(answers.size).toBeGreaterThan(30);
    await member.context.close();
    const places = new Map([
      ...filesBelow(member.profile),
      ...filesBelow(own.folder),
      ...(await everyTable(own.databaseUrl)),
      ...answers,
      ["the server's log", Buffer.from(own.log())],
      ["the audit log", Buffer.from(JSON.stringify(auditLog))],
    ]);
    // What is there is found, in the browser's history as in the database: the search itself works.
    const found = tracesOf(["brick"], places).join("\n");
    for (const place of ["UTF-8 in collaborations", `UTF-8 in ${member.profile}`]) expect(found).toContain(place);
    expect(own.log()).toContain("/graphql");
    expect(tracesOf(NAMES, places)).toEqual([]);
  },
);

/** Without one-time codes nothing is revealed; with them, once one was typed in this session. */
async function revealsWithCodes(member: Member, databaseUrl: string): Promise<void> {
  const { page } = member;
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await member.askFor("Olena*");
  await expect(dialog).toContainText("You have no one-time codes yet");
  await expect(dialog.getByRole("link", { name: "Your account" })).toHaveAttribute("href", "/account");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Escape");

  const app = await member.setUpCodes();
  await forgetConfirmations(databaseUrl);
  await member.askFor("Olena*");
  await member.fill("One-time code", "000000", dialog);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toContainText("It is not right, or was used already.");
  await member.fill("One-time code", app.code(), dialog);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(LATIN_NAME)).toBeVisible();
  await page.getByRole("button", { name: "Hide now" }).click();
  await expect(page.getByText(LATIN_NAME)).toHaveCount(0);
}

async function seesItForAMinute(member: Member): Promise<void> {
  const { page } = member;
  await member.askFor("Malar*");
  const dialog = page.getByRole("dialog", { name: "The true name of Malar*" });
  await expect(dialog.getByText(TAMIL_NAME)).toBeFocused();
  await expect(dialog).toContainText(/Hidden in \d\d seconds/);
  await page.clock.runFor(35_000);
  await expect(dialog.getByText(TAMIL_NAME)).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("Hidden in 30 seconds.");
  await page.clock.runFor(26_000);
  await expect(dialog).toContainText("The true name is hidden again.");
  expect(await page.content()).not.toContain(TAMIL_NAME);
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(dialog).toBeHidden();
}

/** When nobody looks at the tab any more, and when the page is left. */
async function hidesItAtOnce(member: Member): Promise<void> {
  const { page } = member;
  const name = page.getByText(LATIN_NAME);
  await member.askFor("Olena*");
  await expect(name).toBeVisible();
  await hideTab(page);
  expect(await page.content()).not.toContain(LATIN_NAME);
  await showTab(page);
  await expect(page.getByRole("dialog")).toContainText("The true name is hidden again.");
  await page.keyboard.press("Escape");

  await member.askFor("Olena*");
  await expect(name).toBeVisible();
  await page.goBack();
  await expect(name).toHaveCount(0);
  await page.goForward();
  await expect(member.section("People who appear in it")).toContainText("Olena*");
  await expect(name).toHaveCount(0);
}

async function hideTab(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

async function showTab(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(document, "visibilityState");
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

/** In every text that belongs to the case it is caught before it is saved, and the field is marked. */
async function isRefusedWhereItIsTyped(member: Member, address: string): Promise<void> {
  const { page } = member;
  await member.visit(`${address}/edit`);
  await member.fill("Summary", `She is ${LATIN_NAME}.`);
  await page.getByRole("button", { name: "Add milestone" }).click();
  await page.getByRole("button", { name: "Add milestone" }).click();
  const [first, second] = [1, 2].map((number) => page.getByRole("group", { name: `milestone ${number}` }));
  if (!first || !second) throw new Error("There are two milestones.");
  await member.fill("Date", "2026", first);
  await member.fill("What happened", `${TAMIL_NAME} speaks`, first);
  await member.fill("Date", "2025", second);
  await member.fill("What happened", "The court is asked", second);
  await page.getByRole("button", { name: "Save" }).click();
  await expectMarked(member, "Summary");
  await member.fill("Summary", "She is Olena*.");
  await page.getByRole("button", { name: "Save" }).click();
  await expectMarked(member, "What happened", first);
  await expect(second.getByRole("textbox", { name: "What happened" })).not.toHaveAttribute("aria-invalid", "true");

  await member.visit(address);
  await page.getByRole("link", { name: "Honour it" }).click();
  await member.fill("Title", "Medal for courage");
  await member.choose("Kind", "Medal");
  await member.lookUp("Partner", "unicef", /UNICEF/);
  await member.fill("Citation", `To ${LATIN_NAME.toUpperCase()}`);
  await page.getByRole("button", { name: "Record the recognition" }).click();
  await expectMarked(member, "Citation");

  await member.visit("/statements/new");
  await member.fill("The words", `I thank ${TAMIL_NAME}`);
  await page.getByRole("checkbox", { name: /^Somebody of/ }).check();
  await member.fill("Speaker's name then", "A colleague");
  await member.lookUp("About", "brick field", /brick field/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Record the statement" }).click();
  await expectMarked(member, "The words");

  await member.visit(address);
  const buffer = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  const files = member.section("Files");
  await files
    .locator("input[type=file]")
    .setInputFiles({ name: `${LATIN_NAME}.pdf`, mimeType: "application/pdf", buffer });
  await expect(files.getByRole("alert")).toHaveText(TELLS);
  await expect(files).toContainText("No file is attached.");
}

async function expectMarked(member: Member, label: string, within = member.page.locator("main")): Promise<void> {
  const field = within.getByRole("textbox", { name: label, exact: true });
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(TELLS));
  await expect(member.page.getByRole("alert").filter({ hasText: "Not saved yet" })).toContainText(TELLS);
}

/** Somebody of the same office reads the case, and is no member of it. */
async function othersAreOfferedNothing(page: Page, address: string): Promise<void> {
  const other = new Person(page);
  await page.goto(new URL("/sign-in", address).href);
  await page.getByRole("button", { name: /^Partnership manager/ }).click();
  await expect(other.heading("Dashboard")).toBeVisible();
  await page.goto(address);
  const people = other.section("People who appear in it");
  await expect(people).toContainText("Olena*");
  await expect(people.getByText("True name kept, sealed")).toHaveCount(2);
  await expect(people.getByRole("button")).toHaveCount(0);
  await page.close();
}
