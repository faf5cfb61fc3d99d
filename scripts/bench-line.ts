import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "./chromium.ts";

/** How long people on a slow line wait for a list, in a real Chromium on a line that Chromium slows down. */

interface Line {
  readonly name: string;
  /** Each way, in kbit a second. */
  readonly kbits: number;
  /** From the request to the first byte of the answer, in milliseconds. */
  readonly latency: number;
}

const OFFICE: Line = { name: "1.6 Mbit/s, 150 ms", kbits: 1600, latency: 150 };
const FIELD: Line = { name: "400 kbit/s, 400 ms", kbits: 400, latency: 400 };
const ROUNDS = 3;

async function slowDown(page: Page, { kbits, latency }: Line): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const bytesPerSecond = (kbits * 1000) / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** Opens the list of partners. @returns the seconds until its first row is there to be clicked */
async function secondsToList(page: Page, origin: string): Promise<number> {
  const begun = performance.now();
  await page.goto(`${origin}/partners`, { waitUntil: "commit" });
  await page.getByRole("table").getByRole("link").first().waitFor();
  return (performance.now() - begun) / 1000;
}

async function firstVisit(context: BrowserContext, origin: string, line: Line): Promise<number> {
  const page = await context.newPage();
  await slowDown(page, line);
  return secondsToList(page, origin);
}

/** The visit before it, on a fast line, is where the service worker takes the portal in. */
async function laterVisit(context: BrowserContext, origin: string, line: Line): Promise<number> {
  const before = await context.newPage();
  await secondsToList(before, origin);
  await before.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await before.waitForLoadState("networkidle");
  await before.close();
  return firstVisit(context, origin, line);
}

/** The median of visits, each in a browser that knows nothing but the session. */
async function report(
  name: string,
  bar: number,
  browser: Browser,
  session: Parameters<BrowserContext["addCookies"]>[0],
  visit: (context: BrowserContext) => Promise<number>,
): Promise<void> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies(session);
    seconds.push(await visit(context));
    await context.close();
  }
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  process.stdout.write(
    `${name.padEnd(40)} ${median.toFixed(1)} s of ${bar.toFixed(1)} s   ratio ${(median / bar).toFixed(2)}\n`,
  );
}

/** Prints how long the list takes on slow lines, beside the time that it may take. @param cookie `name=value` */
export async function measureLines(origin: string, cookie: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const [name = "", value = ""] = cookie.split("=");
  const session = [{ name, value, url: origin }];
  try {
    await report(`first list, ${OFFICE.name}`, 3, browser, session, (context) => firstVisit(context, origin, OFFICE));
    await report(`first list, ${FIELD.name}`, 8, browser, session, (context) => firstVisit(context, origin, FIELD));
    await report(`later list, ${FIELD.name}`, 2, browser, session, (context) => laterVisit(context, origin, FIELD));
  } finally {
    await browser.close();
  }
}
