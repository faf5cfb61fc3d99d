import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { ask } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { windowsFile } from "../spreadsheets.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

/** A spreadsheet as offices have them goes from its file to its report, and back. */

const HEADINGS = ["Nr", "Organisation", "Art", "Land", "Fecha", "Correo", "Notas"];
/** What stands in the file whatever the story; `mark` keeps the stories apart, in the numbers, too: they are external ids. */
function messyFile(mark: string, shelters: number): Buffer {
  return windowsFile([
    HEADINGS,
    [
      `${mark}1`,
      `Policía de Cañada ${mark}`,
      "Policía",
      "México",
      "Dec-05",
      `canada-${mark}@example.org`,
      "Taller; marzo",
    ],
    [`${mark}2`, `Casa Luz – Refugio ${mark}`, "Refugio", "Filipinas", "12/2005", "", "“Siempre abierto”"],
    [`${mark}3`, "Philippine National Police", "Police", "Philippines", "2004", "", ""],
    [`${mark}4`, `Ministerstvo Práce ${mark}`, "Ministry", "Tschechien", "38687", "", ""],
    [`${mark}5`, `Agency without a date ${mark}`, "NGO", "Kenya", "someday", "", ""],
    ...Array.from({ length: shelters }, (_, index) => [
      `${mark}${index + 6}`,
      `${WORDS[index % 7]} ${WORDS[Math.floor(index / 7) % 7]} ${WORDS[Math.floor(index / 49) % 7]} ${mark} ${index}`,
      "NGO",
      "Indien",
      "2019",
      `${mark}-${index}@example.org`,
      "",
    ]),
  ]);
}
const WORDS = ["Harbour", "Lantern", "Valley", "Cedar", "Orchard", "Willow", "Granite"];
const SHELTERS = 120;

async function begin({ page }: Person, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/imports");
  await page.getByRole("link", { name: "New import" }).click();
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { name: "What the columns hold" })).toBeVisible();
}

async function check({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.getByRole("heading", { name: "What would become of the rows" })).toBeVisible();
}

const rowOf = (page: Page, name: string | RegExp) => page.getByRole("table").getByRole("row").filter({ hasText: name });

async function linesOf(download: Promise<Download>): Promise<string[]> {
  return readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
}

story("an office brings in a messy list, sees every row accounted for, and takes it back", async ({ person, page }) => {
  await person.signIn("PARTNERSHIP_MANAGER");
  await begin(person, "lista.csv", messyFile("A", SHELTERS));

  await story.step("the columns are found, and one is matched by hand", async () => {
    await expect(page.getByRole("combobox", { name: "Characters" })).toHaveValue("Windows (Western Europe)");
    await expect(page.getByRole("combobox", { name: "Between the columns" })).toHaveValue("Semicolon");
    await expect(page.getByRole("combobox", { name: "What Organisation holds" })).toHaveValue("Name");
    await expect(page.getByRole("combobox", { name: "What Land holds" })).toHaveValue("Country");
    await expect(page.getByText("Policía de Cañada A · Casa Luz – Refugio A")).toBeVisible();
    await person.choose("What Fecha holds", "Status since");
    await check(person);
  });

  await story.step("the dry run says of each row what would become of it, and why", async () => {
    const known = rowOf(page, "Philippine National Police");
    await expect(known).toContainText("Likely duplicate");
    await expect(known.getByRole("combobox", { name: "Decision for row 4" })).toHaveValue("SKIP");
    const unread = rowOf(page, "Agency without a date A");
    await expect(unread).toContainText("Cannot be read");
    await expect(unread).toContainText(/Fecha: .*someday/);
    await expect(
      page.getByText("123 rows will be added, 0 rows will change a record, 2 rows will be left out."),
    ).toBeVisible();
    await known.getByRole("combobox", { name: "Decision for row 4" }).selectOption("UPDATE");
    await expect(
      page.getByText("123 rows will be added, 1 row will change a record, 1 row will be left out."),
    ).toBeVisible();
  });

  await story.step("it goes on while the page is loaded anew", async () => {
    await page.getByRole("button", { name: "Run the import" }).click();
    await page.reload();
    await expect(page.getByRole("heading", { name: "What became of the rows" })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("123 added, 1 changed, 1 skipped")).toBeVisible();
  });

  await story.step("the report has every row of the file", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Report" }).click();
    const lines = await linesOf(download);
    expect(lines).toHaveLength(SHELTERS + 5 + 1);
    expect(lines.filter((line) => line.includes("Added"))).toHaveLength(SHELTERS + 3);
    expect(lines.find((line) => line.includes("Agency without a date A"))).toMatch(/Cannot be read.*someday/);
    const rejected = page.waitForEvent("download");
    await page.getByRole("link", { name: "Rows left out, to be corrected" }).click();
    expect(await linesOf(rejected)).toHaveLength(2);
  });
  const { partners } = await ask(
    page.request,
    '{ partners(filter: { text: "Cañada A" }) { edges { node { name country statusHistory { status since } } } } }',
  );
  expect(partners).toEqual({
    edges: [
      {
        node: {
          name: "Policía de Cañada A",
          country: "MX",
          statusHistory: [{ status: "PROSPECT", since: "2005-12" }],
        },
      },
    ],
  });
  const first = page.url();

  await story.step("the same file again changes nothing", async () => {
    await begin(person, "lista.csv", messyFile("A", SHELTERS));
    await person.choose("What Fecha holds", "Status since");
    await check(person);
    await expect(
      page.getByText("0 rows will be added, 0 rows will change a record, 125 rows will be left out."),
    ).toBeVisible();
    await page.getByRole("button", { name: "Give the import up" }).click();
    await expect(page.getByText("This import was given up.")).toBeVisible();
  });

  await story.step("it is undone as one", async () => {
    await page.goto(first);
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo it" }).click();
    await expect(page.getByText("124 taken back, 1 skipped")).toBeVisible({ timeout: 60_000 });
    const gone = await ask(page.request, '{ partners(filter: { text: "Cañada A" }) { totalCount } }');
    expect(gone).toEqual({ partners: { totalCount: 0 } });
  });
});

story("it goes by the keyboard alone, and what failed says so", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  await page.goto("/imports/new");
  await page.getByRole("radio", { name: "Partners" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "People" })).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "Partners" })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "none.csv", mimeType: "text/csv", buffer: Buffer.from("Name;Kind\r\n") });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("There are no rows below the headings.")).toBeVisible();

  await page.goto("/imports/new");
  await page.locator("input[type=file]").setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: windowsFile([
      ["Name", "Kind"],
      ["Partner by keyboard", "NGO"],
    ]),
  });
  await page.getByRole("button", { name: "Read the file" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Check every row" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Decision for row 2" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(
    page.getByText("0 rows will be added, 0 rows will change a record, 1 row will be left out."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Run the import" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 skipped")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`on a phone in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme, viewport: { width: 390, height: 844 } });

    story("axe finds nothing in the steps of an import", async ({ person, page }) => {
      const mark = colorScheme === "light" ? "B" : "C";
      await person.signIn("PARTNERSHIP_MANAGER");
      await page.goto("/imports/new");
      await expectNoViolations(page, "new import");
      await begin(person, "lista.csv", messyFile(mark, 5));
      await expectNoViolations(page, "columns");
      await person.choose("What Fecha holds", "Status since");
      await check(person);
      await expectNoViolations(page, "check");
      await page.getByRole("button", { name: "Run the import" }).click();
      await expect(page.getByRole("heading", { name: "What became of the rows" })).toBeVisible();
      await expectNoViolations(page, "result");
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await page.getByRole("button", { name: "Undo the import" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Undo it" }).click();
      await expect(page.getByText(/taken back/)).toBeVisible();
      await page.goto("/imports");
      await expectNoViolations(page, "list");
    });
  });
}
