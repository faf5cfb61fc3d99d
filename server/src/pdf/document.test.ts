import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf } from "../testing/pdf-text.ts";
import { type DocumentOptions, openDocument } from "./document.ts";
import { missingLetters } from "./fonts.ts";
import { table } from "./table.ts";

const OPTIONS: DocumentOptions = {
  title: "Recognitions of தமிழ்நாடு காவல்துறை",
  language: "en",
  author: "Concord",
  layout: "portrait",
  createdAt: new Date("2026-01-02T03:04:05Z"),
  footer: (page, pages) => ({ left: "Internal", right: `Page ${page} of ${pages}` }),
};

const NAMES = [
  "Policía Nacional del Perú, Ñuñoa",
  "Đặng Thị Nguyễn, Bộ Công an",
  "Pambansang Pulisya ng Pilipinas, Ọyọ, Ẹgbẹ",
  "Національна поліція України, ґ Київ",
  "तमिल क्षत्रिय विद्यार्थी, शक्ति १२३।",
  "தமிழ்நாடு காவல்துறை, ஸ்ரீ கொலை",
  "ಕರ್ನಾಟಕ ಕಾರ್ಮಿಕ ಇಲಾಖೆ",
  "తెలంగాణ పోలీస్ శాఖ",
  "കേരള പോലീസ്, സ്ത്രീ",
  "পশ্চিমবঙ্গ পুলিশ",
  "ตำรวจแห่งชาติ",
  "នគរបាលជាតិកម្ពុជា ភ្នំពេញ",
  "Police · தமிழ்நாடு – “Ranger” (क्ष)",
];

test("names in every script that our partners write in have all their letters", () => {
  expect(NAMES.flatMap(missingLetters)).toEqual([]);
  expect(missingLetters("a 北 \u200e\ufe0f b")).toEqual(["北"]);
});

test("a document holds its text, and says its title, language and author", async () => {
  const document = openDocument(OPTIONS);
  document.heading(1, "Partners");
  for (const name of NAMES.slice(0, 4)) document.paragraph(name);
  const { pages, meta } = await readPdf(await document.end());
  for (const name of NAMES.slice(0, 4)) expect(pages[0]).toContain(name);
  expect(pages[0]).toContain("Page 1 of 1");
  expect(meta.info).toMatchObject({ Title: OPTIONS.title, Author: "Concord", Language: "en" });
});

test("fonts are embedded, and only the letters that are used", async () => {
  const document = openDocument(OPTIONS);
  for (const name of NAMES.slice(0, 6)) document.paragraph(name);
  const bytes = await document.end();
  const raw = bytes.toString("latin1");
  expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSans-Regular/);
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansTamil-Regular/);
  expect(bytes.length).toBeLessThan(120_000);
});

test("whatever people write can be written", () => {
  const letters = fc.constantFrom(
    ...NAMES.join(""),
    "\u0323",
    "\u0302",
    "\u0bcd",
    "\u200d",
    "北",
    "🙂",
    "\ud800",
    "\u0000",
    "x",
    " ",
  );
  const text = fc.array(letters, { maxLength: 30 }).map((all) => all.join(""));
  const document = openDocument(OPTIONS);
  fc.assert(
    fc.property(text, (content) => {
      document.text(content);
      expect(document.measure(content, {}, 60).width).toBeLessThanOrEqual(60);
    }),
    { numRuns: 300 },
  );
});

test("the same contents are the same bytes", async () => {
  const make = () => {
    const document = openDocument(OPTIONS);
    document.paragraph(NAMES.join("; "));
    table(document, [{ title: "Name", weight: 1 }], [["A"], ["B"]]);
    return document.end();
  };
  expect((await make()).equals(await make())).toBe(true);
});

test("a table over several pages repeats its head, and parts no row", async () => {
  const document = openDocument(OPTIONS);
  const columns = [
    { title: "Partner", weight: 3 },
    { title: "Operations", weight: 1, align: "right" },
  ] as const;
  const rows = Array.from({ length: 90 }, (_, index) => [
    `${index + 1}. ${"Anti-Trafficking Unit ".repeat(4)}end`,
    `${index}`,
  ]);
  table(document, columns, rows);
  const { pages } = await readPdf(await document.end());
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain("Partner Operations");
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(page.match(/\d+\. Anti/g)?.length).toBe(page.match(/end/g)?.length);
  }
});

test("a long text goes on on the next page, and no line is wider than its box", async () => {
  const document = openDocument({ ...OPTIONS, layout: "landscape" });
  const long = `${"Together we rescued people. ".repeat(600)}${"x".repeat(700)}`;
  const { width, lines } = document.measure(long, {}, 300);
  expect(width).toBeLessThanOrEqual(300);
  expect(lines).toBeGreaterThan(100);
  expect(document.measure(long, { most: 3 }, 300)).toMatchObject({ lines: 3 });
  document.paragraph(long);
  const { pages } = await readPdf(await document.end());
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.join(" ").match(/Together/g)).toHaveLength(600);
});
