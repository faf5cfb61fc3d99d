import type { Page } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, story, test } from "../story.ts";

/** A page is in one language as a whole: its words, its dates, its numbers, and what a screen reader is told. */

story("somebody who reads Tamil chooses it, and finds it everywhere", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("region", { name: "Language" }).getByRole("button", { name: "தமிழ்" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Concord-இல் உள்நுழை" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ta-IN");
  await page.getByRole("button", { name: /^மண்டல அலுவலகம்/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "முகப்புப் பலகை" })).toBeVisible();
  await page.goto("/partners?kind=SHELTER");
  await expect(page.getByRole("status").filter({ hasText: /^\d+ கூட்டாளர்(கள்)?$/ })).toBeVisible();
  await page.goto("/collaborations?text=brick");
  await expect(page.getByRole("table")).toContainText(/டிசம்பர் 2005/);
  await page.goto("/collaborations?measure=MESSAGES_SENT");
  await expect(page.getByRole("table")).toContainText("1,200 சட்டமன்ற உறுப்பினர்களுக்கு அனுப்பிய செய்திகள்");
  await expectNoViolations(page, "a list in Tamil");

  await page.getByRole("button", { name: /கணக்கு$/ }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Collaborations" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
});

story.describe("in a browser that asks for Spanish", () => {
  story.use({ locale: "es-GT" });

  story(
    "everything is Spanish without being chosen, dates are read as they are written, and faults are told",
    async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { level: 1, name: "Iniciar sesión en Concord" })).toBeVisible();
      await page.getByRole("button", { name: /^Gestor/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Panel" })).toBeVisible();
      await page.goto("/collaborations/new");
      const begin = page.getByRole("textbox", { name: "Inicio" });
      await begin.fill("23 jun. 2016");
      await begin.blur();
      await expect(begin).toHaveValue("23 de junio de 2016");
      await begin.fill("23 de junio de 2017");
      await begin.blur();
      await expect(begin).toHaveValue("23 de junio de 2017");

      // The rules that find it are the server's, which speaks English.
      await page.getByRole("button", { name: "Registrar la colaboración" }).click();
      await expect(page.getByRole("textbox", { name: "Título" })).toHaveAccessibleDescription(/^Título: .*200/);
    },
  );
});

/** English, drawn out and turned round; nobody is offered these. */
const TRIALS = [
  { language: "pseudo", what: "texts that are 40% longer" },
  { language: "pseudo-rtl", what: "texts that are written from right to left" },
] as const;

const PAGES = [
  "/",
  "/partners",
  "/people",
  "/collaborations",
  "/recognitions",
  "/statements",
  "/wall",
  "/duplicates",
  "/trash",
  "/account",
  "/unsent",
  "/users",
  "/offices",
  "/audit-log",
  "/partners/new",
  "/collaborations/new",
  "/recognitions/new",
  "/statements/new",
] as const;

const RECORDS = ["/partners?text=wcpc", "/collaborations?text=mavoko", "/recognitions?text=award"] as const;

async function readIn(page: Page, language: string): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("concord-language", chosen), language);
}

/** By how much the page is wider than its screen. */
function excess(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const { language, what } of TRIALS) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`on a screen ${viewport.width} wide`, { tag: LOOKS }, () => {
      story.use({ viewport });

      story(`${what} have room, and nothing is cut off or in disorder`, async ({ person, page }) => {
        await person.signIn("ADMINISTRATOR");
        await readIn(page, language);
        const wide: string[] = [];
        for (const path of PAGES) {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(page.locator("html")).toHaveAttribute("dir", language === "pseudo-rtl" ? "rtl" : "ltr");
          await expectNoViolations(page, `${path} in ${language}`);
          if ((await excess(page)) > 0) wide.push(path);
        }
        for (const path of RECORDS) {
          await page.goto(path);
          await page.getByRole("main").locator("[role=row] a, li a").first().click();
          await expect(page).toHaveURL(/[0-9a-f-]{36}$/);
          await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
          await expectNoViolations(page, `a record of ${path} in ${language}`);
          if ((await excess(page)) > 0) wide.push(`a record of ${path}`);
        }
        expect(wide).toEqual([]);
      });
    });
  }
}
