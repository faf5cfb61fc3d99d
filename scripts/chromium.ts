import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { installPackages } from "./apt.ts";
import { findProgram } from "./mysql-server.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Finds a Chromium: `CHROMIUM_PATH`; else the machine's; else Playwright's own; else it is installed, as root on Debian
 * or Ubuntu, with fonts for other scripts.
 * @throws an Error whose one sentence says what to install
 */
export function findChromium(): string {
  const given = process.env["CHROMIUM_PATH"];
  if (given) return given;
  const own = chromium.executablePath();
  const found = findProgram(NAMES) ?? (existsSync(own) ? own : undefined);
  if (found) return found;
  const installed = installPackages(["chromium", "fonts-noto-core"]) ? findProgram(NAMES) : undefined;
  if (installed) return installed;
  throw new Error(
    "There is no Chromium: set CHROMIUM_PATH to one, or install it (on Debian or Ubuntu: apt-get install chromium; elsewhere: npx playwright install chromium).",
  );
}
