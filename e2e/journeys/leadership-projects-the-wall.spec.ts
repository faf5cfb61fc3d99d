import { request } from "@playwright/test";
import * as z from "zod";
import { ask, signInByApi } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { plaque } from "../pictures.ts";
import { cutLaterPages, expect, LOOKS, story } from "../story.ts";

/** The wall of public recognitions, and the show of it for a projector. */

const createdRule = z.object({ created: z.object({ id: z.string() }) });

interface Award {
  readonly title: string;
  readonly confidentiality: string;
  readonly date?: string;
  readonly honours?: readonly string[];
  readonly citation?: string;
  readonly picture?: boolean;
}

/** What the manager has logged: awards that a partner gave us. */
async function logged(baseURL: string, awards: readonly Award[]): Promise<void> {
  const api = await request.newContext({ baseURL });
  await signInByApi(api, "manager@demo.example");
  const { partners } = z
    .object({ partners: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }) })
    .parse(await ask(api, '{ partners(filter: { text: "tamil nadu police" }) { edges { node { id } } } }'));
  for (const { picture, ...award } of awards) {
    const input = {
      kind: "AWARD",
      givers: [{ partner: partners.edges[0]?.node.id }],
      recipients: [{ us: true }],
      ...award,
    };
    const { created } = createdRule.parse(
      await ask(api, "mutation($input: CreateRecognitionInput!) { created: createRecognition(input: $input) { id } }", {
        input,
      }),
    );
    if (picture) {
      const sent = await api.post("/files", { multipart: { record: created.id, file: await plaque() } });
      expect(sent.status()).toBe(201);
    }
  }
  await api.dispose();
}

async function meeting(baseURL: string, confidentiality: string): Promise<string> {
  const api = await request.newContext({ baseURL });
  await signInByApi(api, "manager@demo.example");
  const { created } = createdRule.parse(
    await ask(
      api,
      `mutation { created: createCollaboration(input: { title: "Operation Heron", kind: MEETING, confidentiality: ${confidentiality} }) { id } }`,
    ),
  );
  await api.dispose();
  return created.id;
}

story(
  "the wall holds what is public in both directions, and nothing that is not",
  async ({ person, page, baseURL }) => {
    const url = baseURL ?? "";
    await logged(url, [
      { title: "Wall: open award", confidentiality: "PUBLIC", date: "2019-04", picture: true },
      { title: "Wall: internal award", confidentiality: "INTERNAL" },
      { title: "Wall: restricted award", confidentiality: "RESTRICTED" },
      { title: "Wall: public, about inside", confidentiality: "PUBLIC", honours: [await meeting(url, "INTERNAL")] },
    ]);
    await person.signIn("LEADERSHIP");
    await person.goTo("The wall");
    const cards = page.getByRole("article");
    await expect(cards.filter({ hasText: "Wall: open award" })).toBeVisible();
    await expect(cards.filter({ hasText: "Award for work to end bonded labour" })).toContainText("Received by us");
    for (const hidden of ["Wall: internal award", "Wall: restricted award", "Wall: public, about inside"]) {
      await expect(cards.filter({ hasText: hidden })).toHaveCount(0);
    }
    await expect(page.getByText("Operation Heron")).toHaveCount(0);

    await page.getByRole("button", { name: "Filters" }).click();
    await person.fill("Year", "2019");
    await expect(page).toHaveURL(/from=2019&to=2019/);
    await expect(cards.filter({ hasText: "Award for work to end bonded labour" })).toHaveCount(0);
    await expect(cards.filter({ hasText: "Wall: open award" })).toBeVisible();
    await person.choose("Direction", "Given by us");
    await expect(page.getByText("Nothing on the wall matches these filters")).toBeVisible();
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(cards.filter({ hasText: "Award for work to end bonded labour" })).toBeVisible();
  },
);

story("leadership shows the wall on a projector, with the keyboard alone", async ({ person, page, baseURL }) => {
  await logged(baseURL ?? "", [
    { title: "Show: the first", confidentiality: "PUBLIC", date: "1995-03", picture: true },
    { title: "Show: the second", confidentiality: "PUBLIC", date: "1995-02" },
    { title: "Show: the third", confidentiality: "PUBLIC", date: "1995-01" },
  ]);
  await person.signIn("LEADERSHIP");
  await page.goto("/wall?from=1995&to=1995");
  const present = page.getByRole("button", { name: "Present" });
  await present.focus();
  await page.keyboard.press("Enter");
  const show = page.getByRole("dialog", { name: "The wall, one by one" });
  const shown = (title: string) => expect(show.getByRole("heading", { name: title })).toBeVisible();
  await shown("Show: the first");
  await expect(show.getByRole("img", { name: "Picture of Show: the first" })).toBeVisible();
  await expect(show.getByRole("status")).toHaveText("1 of 3");
  await page.keyboard.press("ArrowRight");
  await shown("Show: the second");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await shown("Show: the third");
  await expect(show.getByRole("status")).toHaveText("3 of 3");
  const { width } = (await show.boundingBox()) ?? {};
  expect(width, "as wide as the screen, however few the words").toBe(page.viewportSize()?.width);
  await page.keyboard.press("Home");
  await shown("Show: the first");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await shown("Show: the second");
  await page.keyboard.press("Escape");
  await expect(show).toHaveCount(0);
  await expect(present).toBeFocused();
});

story("a long citation is shown whole, or read on by the keyboard alone", async ({ person, page, baseURL }) => {
  await logged(baseURL ?? "", [
    { title: "Long: one screen", confidentiality: "PUBLIC", date: "1988-02", citation: "For their work. ".repeat(70) },
    { title: "Long: many screens", confidentiality: "PUBLIC", date: "1988-01", citation: "And more. ".repeat(450) },
  ]);
  await person.signIn("LEADERSHIP");
  await page.goto("/wall?from=1988&to=1988");
  await page.getByRole("button", { name: "Present" }).click();
  const show = page.getByRole("dialog", { name: "The wall, one by one" });
  const [title, end] = [show.getByRole("heading"), show.getByText("Award · ")];
  await expect(title).toHaveText("Long: one screen");
  await expect(title).toBeInViewport({ ratio: 0.9 });
  await expect(end).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press("ArrowRight");
  await expect(title).toHaveText("Long: many screens");
  await expect(title).toBeInViewport({ ratio: 0.9 });
  await expect(end).not.toBeInViewport();
  // From the button for the next one, over the one for the one before.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("End");
  await expect(end).toBeInViewport({ ratio: 0.9 });
  await expectNoViolations(page, "show of a long citation");
  await page.keyboard.press("ArrowLeft");
  await expect(title).toHaveText("Long: one screen");
  await expect(show.getByRole("button", { name: "The next one" })).toBeFocused();
});

/** More awards than a list shows at once, all of one year. */
async function logMany(baseURL: string, year: number): Promise<void> {
  await logged(
    baseURL,
    Array.from({ length: 55 }, (_, index) => ({
      title: `Many of ${year}: number ${index + 1}`,
      confidentiality: "PUBLIC",
      date: `${year}-01`,
    })),
  );
}

story("the wall goes on as somebody scrolls", async ({ person, page, baseURL }) => {
  await logMany(baseURL ?? "", 1994);
  await person.signIn("LEADERSHIP");
  await page.goto("/wall?from=1994&to=1994");
  await expect(page.getByText("55 recognitions")).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByRole("article")).toHaveCount(55);
});

story(
  "a list of which the rest does not come says so, also while it is projected, and goes on when it is asked to",
  async ({ person, page, baseURL }) => {
    await logMany(baseURL ?? "", 1989);
    await person.signIn("LEADERSHIP");
    const lost = page.getByRole("alert").filter({ hasText: "The rest is not here yet" });

    await cutLaterPages(page);
    await page.goto("/recognitions?from=1989&to=1989");
    const table = page.getByRole("table", { name: "Recognitions" });
    await expect(table.getByRole("link").first()).toBeVisible();
    await page.keyboard.press("End");
    await expect(lost).toContainText("The server could not be reached. Check your connection and try again.");
    await page.unrouteAll();
    await lost.getByRole("button", { name: "Try again" }).click();
    await expect(lost).toHaveCount(0);
    await page.keyboard.press("End");
    await expect(table.locator('[aria-rowindex="56"]')).toBeVisible();

    await cutLaterPages(page);
    await page.goto("/wall?from=1989&to=1989");
    await page.getByRole("button", { name: "Present" }).click();
    const show = page.getByRole("dialog", { name: "The wall, one by one" });
    await expect(show.getByRole("status").filter({ hasText: "1 of 55" })).toBeVisible();
    await page.keyboard.press("End");
    await expect(show.getByRole("alert")).toContainText("The rest is not here yet");
    await page.unrouteAll();
    await show.getByRole("button", { name: "Try again" }).click();
    await expect(show.getByRole("alert")).toHaveCount(0);
    await page.keyboard.press("End");
    await expect(show.getByRole("status").filter({ hasText: "55 of 55" })).toBeVisible();
  },
);

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme });

    story("axe finds nothing on the wall and in its show, wide and on a phone", async ({ person, page, baseURL }) => {
      await logged(baseURL ?? "", [
        {
          title: `Looks: an award with a long name, as awards of ministries often have, ${colorScheme}`,
          confidentiality: "PUBLIC",
          date: "1993",
          picture: true,
        },
        { title: `Looks: without a picture, ${colorScheme}`, confidentiality: "PUBLIC", date: "1992-05-12" },
      ]);
      await person.signIn("LEADERSHIP");
      await page.goto("/wall");
      await expect(page.getByRole("article").first()).toBeVisible();
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        await expectNoViolations(page, `wall ${viewport.width}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        await page.getByRole("button", { name: "Present" }).click();
        await expect(page.getByRole("dialog", { name: "The wall, one by one" })).toBeVisible();
        await expectNoViolations(page, `show ${viewport.width}`);
        await page.getByRole("button", { name: "Close" }).click();
      }
    });
  });
}
