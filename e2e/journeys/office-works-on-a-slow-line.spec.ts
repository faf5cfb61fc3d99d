import { randomUUID } from "node:crypto";
import type { BrowserContext, Page, Route } from "@playwright/test";
import * as z from "zod";
import { ask } from "../api.ts";
import { cutLaterPages, expect, Person, story, test } from "../story.ts";

const save = (page: Page) => page.getByRole("button", { name: "Add the partner" }).click();

async function typePartner(person: Person, name: string): Promise<void> {
  await person.page.goto("/partners/new");
  await person.fill("Name", name);
  await person.choose("Kind", "NGO");
}

/** One that no other try of the same story has taken. */
function newName(words: string): string {
  return `${words} ${randomUUID().slice(0, 8)}`;
}

/** Waits until what is typed is kept: leaving the page would ask while it is not. */
async function untilKept(page: Page, kept: number): Promise<void> {
  await expect.poll(() => entriesOf(page).then((entries) => entries.length)).toBe(kept);
}

/** Types into a field, and waits until what is kept is another than before. */
async function fillAndKeep(page: Page, label: string, text: string): Promise<void> {
  const before = await entriesOf(page);
  await page.getByRole("textbox", { name: label }).fill(text);
  await expect.poll(() => entriesOf(page)).not.toEqual(before);
}

/** What lies in the browser's IndexedDB, as bytes that are read as text. */
function entriesOf(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("concord-kept-forms");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("forms")) return resolve([]);
          const reading = database.transaction("forms").objectStore("forms").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(
              reading.result.map(
                (entry) => `${JSON.stringify(entry)} ${new TextDecoder("latin1").decode(new Uint8Array(entry.sealed))}`,
              ),
            );
          };
        };
      }),
  );
}

async function countOf(page: Page, name: string): Promise<number> {
  const answer = await page.request.post("/graphql", {
    data: {
      query: "query($text: String) { partners(filter: { text: $text }) { totalCount } }",
      variables: { text: name },
    },
  });
  const { data } = await answer.json();
  return data.partners.totalCount;
}

const versionRule = z.object({ partner: z.object({ id: z.string(), version: z.number() }) });

/** Adds a partner by the API, and changes it so many times. */
async function createPartner({ request }: Page, name: string, changes: number): Promise<void> {
  const create = "mutation($input: CreatePartnerInput!) { partner: createPartner(input: $input) { id version } }";
  let { partner } = versionRule.parse(await ask(request, create, { input: { name, kind: "NGO" } }));
  const update =
    "mutation($id: ID!, $version: Int!, $input: UpdatePartnerInput!) { partner: updatePartner(id: $id, version: $version, input: $input) { id version } }";
  for (let change = 1; change <= changes; change++) {
    const input = { summary: `Summary ${change}` };
    ({ partner } = versionRule.parse(await ask(request, update, { ...partner, input })));
  }
}

const isOperation = (route: Route, name: string) => route.request().postDataJSON()?.operationName === name;

/** Lets the server do what is asked, once, and cuts the line before it can answer. */
async function cutBeforeAnswer(page: Page, operation: string): Promise<void> {
  let isCut = false;
  await page.route("**/graphql", async (route) => {
    if (isCut || !isOperation(route, operation)) return route.continue();
    isCut = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
}

async function signOutByTime(context: BrowserContext): Promise<void> {
  await context.clearCookies();
}

story(
  "what is typed comes back after going away, a reload, a crash, and the end of the session",
  async ({ person, page, context }) => {
    await person.signIn("REGIONAL_OFFICE");
    await typePartner(person, "Half a partner");
    await person.goTo("People");
    await expect(person.heading("People")).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("status").filter({ hasText: "Your draft is back" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Half a partner");

    await untilKept(page, 1);
    await fillAndKeep(page, "Short name", "HAP");
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Short name" })).toHaveValue("HAP");

    const afterCrash = await context.newPage();
    await page.close();
    await afterCrash.goto("/partners/new");
    await expect(afterCrash.getByRole("textbox", { name: "Short name" })).toHaveValue("HAP");

    await signOutByTime(context);
    await fillAndKeep(afterCrash, "Short name", "HAPA");
    await save(afterCrash);
    await expect(afterCrash.getByRole("heading", { name: "Sign in to Concord" })).toBeVisible();
    await afterCrash.getByRole("button", { name: /^Regional office/ }).click();
    await expect(afterCrash.getByRole("textbox", { name: "Short name" })).toHaveValue("HAPA");
    await save(afterCrash);
    await expect(afterCrash.getByRole("heading", { level: 1, name: "Half a partner (HAPA)" })).toBeVisible();
    await untilKept(afterCrash, 0);
  },
);

story("what is kept can be read by nobody who is not signed in as its owner", async ({ person, page, context }) => {
  await person.signIn("REGIONAL_OFFICE");
  await typePartner(person, "Operation Kingfisher");
  await untilKept(page, 1);
  expect((await entriesOf(page)).join("\n")).not.toContain("Kingfisher");
  await signOutByTime(context);
  await person.signIn("PARTNERSHIP_MANAGER");
  await page.goto("/partners/new");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("");
  await page.goto("/unsent");
  await expect(page.getByText("There is no draft.")).toBeVisible();
});

story(
  "a save without a line waits where one sees it, and goes out by itself, once",
  async ({ person, page, context }) => {
    await person.signIn("REGIONAL_OFFICE");
    const name = newName("Beyond the tunnel");
    await typePartner(person, name);
    await context.setOffline(true);
    await save(page);
    await expect(person.heading("Not sent yet")).toBeVisible();
    await expect(person.section("Saves that wait for the line")).toContainText(`New partner: ${name}`);
    await expect(page.getByRole("banner")).toContainText("1 waiting");
    await context.setOffline(false);
    await expect(page.getByText("Saved, now that there is a line")).toBeVisible();
    await expect(page.getByText("No save is waiting.")).toBeVisible();
    expect(await countOf(page, name)).toBe(1);
  },
);

story("a line that is cut after the server has saved makes no second record", async ({ person, page }) => {
  await person.signIn("REGIONAL_OFFICE");
  const name = newName("Cut in the middle");
  await typePartner(person, name);
  await cutBeforeAnswer(page, "CreatePartner");
  await save(page);
  await expect(page.getByText("Saved, now that there is a line")).toBeVisible();
  expect(await countOf(page, name)).toBe(1);
  await page.unrouteAll();

  await person.open("partners", name, name);
  await page.getByRole("link", { name: "Edit" }).click();
  await person.fill("Summary", "Saved once, too.");
  await cutBeforeAnswer(page, "UpdatePartner");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("No save is waiting.")).toBeVisible();
  await page.unrouteAll();
  await person.open("partners", name, name);
  await expect(person.section("History").getByText("Summary: empty")).toHaveCount(1);
});

story(
  "a save that waited while somebody else changed the record shows both versions",
  async ({ person, page, context, browser, baseURL }) => {
    await person.signIn("REGIONAL_OFFICE");
    await typePartner(person, "Changed by two");
    await save(page);
    await expect(person.heading("Changed by two")).toBeVisible();
    const address = page.url();
    await page.getByRole("link", { name: "Edit" }).click();
    await person.fill("Summary", "Mine.");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(person.heading("Not sent yet")).toBeVisible();

    const other = new Person(await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage());
    await other.signIn("PARTNERSHIP_MANAGER");
    await other.page.goto(`${address}/edit`);
    await other.fill("Summary", "Theirs.");
    await other.page.getByRole("button", { name: "Save" }).click();
    await expect(other.section("Who they are")).toContainText("Theirs.");

    await context.setOffline(false);
    const dialog = page.getByRole("dialog", { name: "Somebody else changed this in the meantime" });
    await expect(dialog).toContainText("Mine.");
    await expect(dialog).toContainText("Theirs.");
    await dialog.getByRole("button", { name: "Save what is chosen" }).click();
    await expect(person.section("Who they are")).toContainText("Mine.");
  },
);

story(
  "earlier changes that do not come are missed aloud, and come when they are asked for again",
  async ({ person, page }) => {
    await person.signIn("REGIONAL_OFFICE");
    const name = newName("Changed ten times");
    await createPartner(page, name, 10);
    await person.open("partners", name, name);
    await cutLaterPages(page);
    const history = person.section("History");
    await history.getByRole("button", { name: "Show earlier changes" }).click();
    await expect(history.getByRole("alert")).toContainText("The rest is not here yet");
    await expect(history.getByText("Added")).toHaveCount(0);
    await page.unrouteAll();
    await history.getByRole("button", { name: "Try again" }).click();
    await expect(history.getByText("Added")).toBeVisible();
    await expect(history.getByRole("alert")).toHaveCount(0);
  },
);

story("a first visit that is cut before its code has come says so", async ({ page }) => {
  await page.route("**/assets/index-*.js", (route) => route.abort("connectionreset"));
  await page.goto("/partners");
  await expect(
    page.getByText("Concord could not be loaded. Check your connection and reload this page."),
  ).toBeVisible();
});

test.describe("over a slow line", () => {
  test.use({ serviceWorkers: "allow" });

  story(
    "the first list comes with at most 180 kB of code in few files, and the next visit brings none",
    async ({ person, page }) => {
      await person.signIn("REGIONAL_OFFICE");
      const context = await page
        .context()
        .browser()
        ?.newContext({
          baseURL: new URL(page.url()).origin,
          storageState: await page.context().storageState(),
          serviceWorkers: "allow",
        });
      if (!context) throw new Error("There is no browser.");
      const fresh = await context.newPage();
      const sizes: Promise<number>[] = [];
      fresh.on("requestfinished", (request) => {
        if (/\.js$/.test(new URL(request.url()).pathname) && !request.serviceWorker()) {
          sizes.push(request.sizes().then((size) => size.responseBodySize));
        }
      });
      await fresh.goto("/partners");
      await expect(fresh.getByRole("table").getByRole("link").first()).toBeVisible();
      await fresh.waitForLoadState("networkidle");
      // Each costs a slow line a round trip.
      expect(sizes.length).toBeLessThanOrEqual(8);
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(100_000);
      expect(total).toBeLessThanOrEqual(180_000);

      await fresh.evaluate(() => navigator.serviceWorker.ready);
      await fresh.reload();
      await expect(fresh.getByRole("table").getByRole("link").first()).toBeVisible();
      const later: string[] = [];
      fresh.on("response", (response) => {
        if (/^\/(assets|partners)/.test(new URL(response.url()).pathname) && !response.fromServiceWorker()) {
          later.push(response.url());
        }
      });
      await fresh.reload();
      await expect(fresh.getByRole("table").getByRole("link").first()).toBeVisible();
      expect(later).toEqual([]);
      await context.close();
    },
  );
});
