import { readFileSync } from "node:fs";
import { type Locator, type Page, request } from "@playwright/test";
import sharp from "sharp";
import { signInByApi } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

/** Photos, scans and documents of a record: who attaches them, who sees them, and what is refused. */

const PDF = {
  name: "Letter of the court.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
};
const HTML = {
  name: "page.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.from("<!doctype html><script>alert(1)</script>"),
};

/** A photo on its side, as phones take it, which tells where and with what it was taken. */
async function photo(name = "The plaque.jpeg") {
  const buffer = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#a33" } })
    .withExif({ IFD0: { Make: "A camera" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "14/1 35/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

/** The office logs a meeting that nobody else may know of, and looks at its files. */
async function logMeeting(person: Person): Promise<Locator> {
  await person.signIn("REGIONAL_OFFICE");
  await person.page.goto("/collaborations/new");
  await person.fill("Title", "Handing over of a plaque");
  await person.choose("Kind", "Meeting");
  await person.choose("Confidentiality", "Restricted");
  await person.page.getByRole("button", { name: "Log the collaboration" }).click();
  await expect(person.heading("Handing over of a plaque")).toBeVisible();
  return person.section("Files");
}

const inputOf = (files: Locator) => files.locator("input[type=file]");

/** Chooses files as people do, in the dialog of the browser. */
async function attach(page: Page, files: Locator, chosen: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await files.getByRole("button", { name: "Attach files" }).click();
  await (await chooser).setFiles(chosen);
}

story("an office attaches a photo and a letter, looks at them, and removes them", async ({ person, page, baseURL }) => {
  const files = await logMeeting(person);
  const taken = await photo();
  expect((await sharp(taken.buffer).metadata()).exif?.toString("latin1")).toContain("A camera");
  await attach(page, files, [taken, PDF]);

  const thumbnail = files.getByRole("img", { name: "The plaque.jpg" });
  await expect(thumbnail).toBeVisible();
  await expect(files.getByRole("listitem").filter({ hasText: "The plaque.jpg" })).toContainText(/JPEG picture, \d+ /);
  const letter = files.getByRole("listitem").filter({ hasText: "Letter of the court.pdf" });
  await expect(letter).toContainText("PDF, 45 bytes");
  await expect(letter).toContainText(/Paolo Reyes, \d+ \w+ \d{4}/);

  const download = page.waitForEvent("download");
  await letter.getByRole("link").click();
  expect((await download).suggestedFilename()).toBe("Letter of the court.pdf");
  expect(readFileSync(await (await download).path())).toEqual(PDF.buffer);

  await thumbnail.click();
  const large = page.getByRole("dialog", { name: "The plaque.jpg" });
  await expect(large.getByRole("img", { name: "The plaque.jpg" })).toBeVisible();
  const picture = page.waitForEvent("download");
  await large.getByRole("link", { name: "Download" }).click();
  const kept = await sharp(readFileSync(await (await picture).path())).metadata();
  expect(kept).toMatchObject({ format: "jpeg", width: 200, height: 400 });
  expect([kept.exif, kept.xmp, kept.orientation]).toEqual([undefined, undefined, undefined]);
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();

  const address = (await thumbnail.getAttribute("src")) ?? "";
  expect((await page.request.get(address)).status()).toBe(200);
  const stranger = await request.newContext({ baseURL: baseURL ?? "" });
  expect((await stranger.get(address)).status()).toBe(401);
  await signInByApi(stranger, "manager@demo.example");
  expect((await stranger.get(address)).status()).toBe(404);
  await stranger.dispose();

  await files.getByRole("button", { name: "Remove The plaque.jpg" }).click();
  const question = page.getByRole("dialog", { name: "Remove The plaque.jpg?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(question).toBeHidden();
  await expect(thumbnail).toBeVisible();
  await files.getByRole("button", { name: "Remove The plaque.jpg" }).click();
  await question.getByRole("button", { name: "Remove it for good" }).click();
  await expect(thumbnail).toHaveCount(0);
  await expect(letter).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

story("what is none of the files that may be attached is refused with a sentence", async ({ person, page }) => {
  const files = await logMeeting(person);
  const tooLarge = { name: "film.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(21 * 1_048_576, 1) };
  await inputOf(files).setInputFiles([HTML, tooLarge, PDF]);
  const refused = files.getByRole("list", { name: "Files on their way" }).getByRole("listitem");
  await expect(refused).toHaveCount(2);
  await expect(refused.filter({ hasText: "page.jpg" }).getByRole("alert")).toContainText(
    '"page.jpg" is of no type that could be found from its content. Attach a JPEG, PNG or WebP picture, a PDF',
  );
  await expect(refused.filter({ hasText: "film.pdf" }).getByRole("alert")).toHaveText(
    "The file is larger than 20 MB. Attach a smaller one.",
  );
  await expect(files.getByRole("link", { name: PDF.name })).toBeVisible();
  await files.getByRole("button", { name: "Dismiss page.jpg" }).click();
  await expect(refused).toHaveCount(1);

  await page.route("**/files", (route) => route.abort());
  await inputOf(files).setInputFiles({ ...PDF, name: "In the tunnel.pdf" });
  const unsent = refused.filter({ hasText: "In the tunnel.pdf" });
  await expect(unsent.getByRole("alert")).toContainText("It could not be sent.");
  await page.unroute("**/files");
  await unsent.getByRole("button", { name: "Try again with In the tunnel.pdf" }).click();
  await expect(files.getByRole("link", { name: "In the tunnel.pdf" })).toBeVisible();
});

story("a file on a slow line shows how far it has got, and is stopped", async ({ person, page }) => {
  const files = await logMeeting(person);
  const network = await page.context().newCDPSession(page);
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 100_000,
  });
  const long = Buffer.concat([PDF.buffer, Buffer.alloc(8_000_000)]);
  await inputOf(files).setInputFiles([
    { ...PDF, name: "long.pdf", buffer: long },
    { ...PDF, name: "next.pdf" },
  ]);
  const way = files.getByRole("list", { name: "Files on their way" });
  await expect(way).toContainText(/[1-9]\d?% sent/);
  await expect(way.getByRole("progressbar", { name: "How much of long.pdf is sent" })).toBeVisible();
  await expect(way.getByRole("listitem").filter({ hasText: "next.pdf" })).toContainText("Waits for those before it");

  await files.getByRole("button", { name: "Stop long.pdf" }).click();
  await expect(files.getByRole("link", { name: "next.pdf" })).toBeVisible();
  await expect(way).toHaveCount(0);
  await expect(files.getByRole("link")).toHaveCount(1);
});

story("files are attached by dropping them, and with the keyboard alone", async ({ person, page }) => {
  const files = await logMeeting(person);
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.pdf", { type: "application/pdf" }));
    return transfer;
  }, PDF.buffer.toString("latin1"));
  const area = files.getByRole("group", { name: "Attaching files" });
  await area.dispatchEvent("dragover", { dataTransfer: dropped });
  await area.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(files.getByRole("link", { name: "dropped.pdf" })).toBeVisible();

  await inputOf(files).setInputFiles(await photo());
  const thumbnail = files.getByRole("button", { name: "The plaque.jpg", exact: true });
  await expect(thumbnail).toBeVisible();
  await thumbnail.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "The plaque.jpg" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(thumbnail).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(files.getByRole("button", { name: "Remove The plaque.jpg" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove it for good" }).focus();
  await page.keyboard.press("Enter");
  await expect(thumbnail).toHaveCount(0);
  await files.getByRole("button", { name: "Attach files" }).focus();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ ...PDF, name: "by keyboard.pdf" });
  await expect(files.getByRole("link", { name: "by keyboard.pdf" })).toBeVisible();
});

story("every kind of record has files, and who only reads it attaches none", async ({ person }) => {
  await person.signIn("LEADERSHIP");
  for (const [list, words, name] of [
    ["partners", "wcpc", /Women and Children/],
    ["people", "cacayan", /Cacayan/],
    ["collaborations", "mavoko", /Mavoko/],
    ["recognitions", "award", /Award for work/],
    ["statements", "colleague", /A colleague/],
  ] as const) {
    await person.open(list, words, name);
    await expect(person.section("Files")).toContainText("No file is attached.");
    await expect(person.section("Files").getByRole("button")).toHaveCount(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  story.describe(`on a phone in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    story.use({ colorScheme, viewport: { width: 390, height: 844 } });

    story("axe finds nothing in files and their dialogs", async ({ person, page }) => {
      const files = await logMeeting(person);
      await inputOf(files).setInputFiles([await photo(), await photo(`${"A long name ".repeat(9)}.jpeg`), PDF, HTML]);
      await expect(files.getByRole("alert")).toBeVisible();
      await expectNoViolations(page, "files");
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await files.getByRole("img", { name: "The plaque.jpg" }).click();
      await expect(page.getByRole("dialog").getByRole("link", { name: "Download" })).toBeVisible();
      await expectNoViolations(page, "picture");
      await page.keyboard.press("Escape");
      await files.getByRole("button", { name: "Remove The plaque.jpg" }).click();
      await expect(page.getByRole("button", { name: "Remove it for good" })).toBeVisible();
      await expectNoViolations(page, "question");
    });
  });
}
