import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "../axe.ts";
import { expectNothingKept, ownerStory } from "../owner.ts";
import { Script } from "../script.ts";
import { expect, LOOKS } from "../story.ts";

ownerStory("recovery codes are shown once, to be copied or downloaded", async ({ owner, page, context }) => {
  await owner.openAccount();
  const section = owner.section("One-time codes");
  const { recoveryCodes } = await owner.setUpCodes();
  await expect(section).toContainText("They are shown only now");

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await section.getByRole("button", { name: "Copy them" }).click();
  await expect(section.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const downloading = page.waitForEvent("download");
  await section.getByRole("button", { name: "Download them" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("concord-recovery-codes.txt");
  expect(await readFile(await download.path(), "utf8")).toBe(copied);
  for (const code of recoveryCodes) expect(copied).toContain(code);

  await section.getByRole("button", { name: "I have kept them" }).click();
  await expect(section).toContainText("10 recovery codes are left");
  await expect(page.getByText(recoveryCodes[0] ?? "")).toHaveCount(0);
  await expectNothingKept(page, [...recoveryCodes, owner.password]);
});

ownerStory("sign-in asks for a one-time code, which works once, as a recovery code does", async ({ owner, page }) => {
  await owner.openAccount();
  const { app, recoveryCodes } = await owner.setUpCodes();
  await owner.signOut();
  await owner.startSignIn();
  await owner.enterCode("000000");
  await expect(page.getByRole("alert")).toContainText("This one-time code is not right");
  await page.getByRole("textbox", { name: "One-time code" }).fill(app.code(1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await owner.expectDashboard();

  const [recoveryCode = ""] = recoveryCodes;
  await owner.startSignIn();
  await owner.enterCode(recoveryCode.toUpperCase().replaceAll("-", " "));
  await owner.expectDashboard();
  await owner.startSignIn();
  await owner.enterCode(recoveryCode);
  await expect(page.getByRole("alert")).toContainText("used already");
});

ownerStory("whoever leaves the code finds what they typed", async ({ owner, page }) => {
  await owner.openAccount();
  await owner.setUpCodes();
  await owner.startSignIn();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(owner.email);
  await expect(page.getByRole("textbox", { name: "Password", exact: true })).toHaveValue(owner.password);
});

ownerStory("few recovery codes are told of, renewed, and codes are switched off", async ({ owner, page, baseURL }) => {
  await owner.openAccount();
  const section = owner.section("One-time codes");
  const { recoveryCodes } = await owner.setUpCodes();
  for (const code of recoveryCodes.slice(0, 7)) {
    const script = await Script.signedIn(baseURL ?? "", { ...owner.credentials, code });
    await script.close();
  }
  await owner.openAccount();
  await expect(section.getByRole("alert")).toContainText("3 recovery codes are left");

  const dialog = page.getByRole("dialog");
  const code = dialog.getByRole("textbox", { name: "One-time code" });
  await section.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(code).toBeFocused();
  await dialog.getByRole("button", { name: "Make new ones" }).click();
  await expect(dialog).toContainText("The code is missing");
  await code.fill(recoveryCodes[0] ?? "");
  await dialog.getByRole("button", { name: "Make new ones" }).click();
  await expect(dialog).toContainText("used already");
  await code.fill(recoveryCodes[7] ?? "");
  await dialog.getByRole("button", { name: "Make new ones" }).click();
  const renewed = await owner.takeRecoveryCodes();
  expect(renewed).not.toContain(recoveryCodes[8]);
  await section.getByRole("button", { name: "I have kept them" }).click();
  await expect(section).toContainText("10 recovery codes are left");

  await section.getByRole("button", { name: "Switch one-time codes off" }).click();
  await code.fill(renewed[0] ?? "");
  await dialog.getByRole("button", { name: "Switch them off" }).click();
  await expect(section.getByRole("button", { name: "Set up one-time codes" })).toBeFocused();
  await owner.startSignIn();
  await owner.expectDashboard();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

ownerStory("the keyboard alone sets one-time codes up", async ({ owner, page, person }) => {
  await page.goto("/account");
  await expect(person.heading("Your account")).toBeFocused();
  const section = owner.section("One-time codes");
  await tabTo(page, section.getByRole("button", { name: "Set up one-time codes" }));
  await page.keyboard.press("Enter");
  await expect(section.getByRole("heading", { name: /First step/ })).toBeFocused();
  await tabTo(page, section.getByRole("textbox", { name: "Your password" }));
  await page.keyboard.type("not my password");
  await page.keyboard.press("Enter");
  await expect(section).toContainText("This is not your present password");
  await expect(section.getByRole("textbox", { name: "Your password" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(owner.password);
  await page.keyboard.press("Enter");
  await expect(section.getByRole("heading", { name: /Second step/ })).toBeFocused();
  const app = await owner.takeSecret();
  await tabTo(page, section.getByRole("textbox", { name: "Code that the app shows now" }));
  await page.keyboard.type(app.code());
  await page.keyboard.press("Enter");
  await expect(section.getByRole("heading", { name: "Keep these recovery codes" })).toBeFocused();
  await tabTo(page, section.getByRole("button", { name: "I have kept them" }));
  await page.keyboard.press("Enter");
  await expect(section.getByRole("button", { name: "Make new recovery codes" })).toBeFocused();
});

const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

ownerStory("sessions are listed, ended one by one, and all at once", async ({ owner, page, browser, person }) => {
  const elsewhere = await browser.newContext({ userAgent: PHONE });
  const phone = await elsewhere.newPage();
  await new Script(phone.request).signIn(owner.credentials);

  await owner.openAccount();
  const sessions = owner.section("Where you are signed in");
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").filter({ hasText: "This one" })).toContainText("Chrome on");
  const other = sessions.getByRole("listitem").filter({ hasText: "Safari on iPhone" });
  await expect(other).toContainText("From");
  await other.getByRole("button", { name: "End it" }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await phone.goto("/account");
  await expect(phone.getByRole("heading", { name: "Sign in to Concord" })).toBeVisible();

  await new Script(phone.request).signIn(owner.credentials);
  await phone.goto("/account");
  await phone.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(phone.getByRole("heading", { name: "Sign in to Concord" })).toBeVisible();

  // Here the page is still open; what is done next leads to the sign-in, and from there back.
  await owner.section("API tokens").getByRole("button", { name: "New token" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "What it is for" }).fill("Too late");
  await page.getByRole("dialog").getByRole("button", { name: "Make the token" }).click();
  await expect(person.heading("Sign in to Concord")).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).fill(owner.email);
  await owner.enterPassword();
  await expect(person.heading("Your account")).toBeVisible();
  await elsewhere.close();
});

ownerStory("an API token lets a script in until it is revoked", async ({ owner, page, baseURL }) => {
  await owner.openAccount();
  const section = owner.section("API tokens");
  await expect(section).toContainText("No script has a token of yours");
  await section.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog");
  const name = dialog.getByRole("textbox", { name: "What it is for" });
  await expect(name).toBeFocused();
  await dialog.getByRole("textbox", { name: "For how many days" }).fill("366");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog).toContainText("The name of a token is empty");
  await expect(dialog).toContainText("A token lasts 1 to 365 days");
  await expect(name).toBeFocused();
  await name.fill("Nightly export");
  await dialog.getByRole("textbox", { name: "For how many days" }).fill("30");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(section.getByRole("heading", { name: "The token for Nightly export" })).toBeFocused();
  const token = await section.getByLabel("Token", { exact: true }).innerText();
  await section.getByRole("button", { name: "I have kept it" }).click();
  await expect(section.getByRole("button", { name: "New token" })).toBeFocused();
  await expect(page.getByText(token)).toHaveCount(0);
  await expectNothingKept(page, [token]);

  const script = await Script.withToken(baseURL ?? "", token);
  expect((await script.ask("{ viewer { email } }")).data.viewer.email).toBe(owner.email);
  const writing = await script.ask('mutation { createPerson(input: { name: "By a script" }) { id } }');
  expect(writing.errors[0].extensions.code).toBe("FORBIDDEN");
  await page.reload();
  await expect(section.getByRole("listitem")).toContainText("last used");

  await section.getByRole("button", { name: "Revoke" }).click();
  await dialog.getByRole("button", { name: "Revoke it" }).click();
  await expect(section).toContainText("No script has a token of yours");
  expect((await script.ask("{ viewer { email } }")).data.viewer).toBeNull();
  await script.close();
});

ownerStory("a new password replaces the old one, and ends other sessions", async ({ owner, page, baseURL }) => {
  const other = await Script.signedIn(baseURL ?? "", owner.credentials);
  await owner.openAccount();
  await owner.section("Password").getByRole("button", { name: "Change the password" }).click();
  const dialog = page.getByRole("dialog");
  const present = dialog.getByRole("textbox", { name: "Present password" });
  const chosen = dialog.getByRole("textbox", { name: "New password" });
  await expect(present).toBeFocused();
  await present.fill("not my password");
  await chosen.fill("too short");
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(dialog).toContainText("fewer than 15 characters");
  const changed = "saddle monsoon quilt beacon";
  await chosen.fill(changed);
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(dialog).toContainText("This is not your present password");
  await expect(present).toBeFocused();
  await present.fill(owner.password);
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expectNothingKept(page, [owner.password, changed]);

  await expect(owner.section("Where you are signed in").getByRole("listitem")).toHaveCount(1);
  expect((await other.get("{ viewer { id } }")).viewer).toBeNull();
  await expect(other.signIn(owner.credentials)).rejects.toThrow("do not belong together");
  await other.signIn({ email: owner.email, password: changed });
  await other.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  ownerStory.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    ownerStory.use({ colorScheme });

    ownerStory("axe finds nothing in any step of setting codes up", async ({ owner, page }) => {
      await owner.openAccount();
      const codes = owner.section("One-time codes");
      await codes.getByRole("button", { name: "Set up one-time codes" }).click();
      await expectNoViolations(page, "first step");
      await codes.getByRole("textbox", { name: "Your password" }).fill(owner.password);
      await codes.getByRole("button", { name: "Go on" }).click();
      const app = await owner.takeSecret();
      const code = codes.getByRole("textbox", { name: "Code that the app shows now" });
      await code.fill("000000");
      await codes.getByRole("button", { name: "Switch codes on" }).click();
      await expect(codes).toContainText("It is not right");
      await expectNoViolations(page, "second step, with a fault");
      await code.fill(app.code());
      await codes.getByRole("button", { name: "Switch codes on" }).click();
      await owner.takeRecoveryCodes();
      await expectNoViolations(page, "recovery codes");
      await codes.getByRole("button", { name: "I have kept them" }).click();
      await codes.getByRole("button", { name: "Switch one-time codes off" }).click();
      await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
      await expectNoViolations(page, "a dialog that asks for a code");
      await owner.startSignIn();
      await expect(page.getByRole("textbox", { name: "One-time code" })).toBeFocused();
      await expectNoViolations(page, "the one-time code at sign-in");
    });

    ownerStory("axe finds nothing where passwords and tokens are made", async ({ owner, page }) => {
      await owner.openAccount();
      const dialog = page.getByRole("dialog");
      await owner.section("Password").getByRole("button").click();
      await expect(dialog.getByRole("textbox", { name: "Present password" })).toBeFocused();
      await expectNoViolations(page, "the dialog for a new password");
      await page.keyboard.press("Escape");
      await owner.section("API tokens").getByRole("button", { name: "New token" }).click();
      const name = dialog.getByRole("textbox", { name: "What it is for" });
      await expect(name).toBeFocused();
      await expectNoViolations(page, "the dialog for a token");
      await name.fill("Nightly export");
      await dialog.getByRole("button", { name: "Make the token" }).click();
      await expect(owner.section("API tokens").getByRole("listitem")).toHaveCount(1);
      await expect(dialog).toHaveCount(0);
      await expectNoViolations(page, "a token that was made");
    });
  });
}
