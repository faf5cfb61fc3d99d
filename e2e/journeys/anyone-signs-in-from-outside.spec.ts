import { expectNoViolations } from "../axe.ts";
import { Owner } from "../owner.ts";
import { portalStory } from "../portal.ts";
import { Script } from "../script.ts";
import { expect, LOOKS } from "../story.ts";

/** Where Concord sends e-mail, and the organisation has an OpenID provider. */

// One after the other, at one portal.
portalStory.describe.configure({ mode: "default" });

portalStory("an invitation and a forgotten password come by e-mail", async ({ page, portal }) => {
  const owner = new Owner(page);
  const administrator = await Script.asAdministrator(portal.url);
  expect(await administrator.invite(owner.name, owner.email)).toBeNull();
  await administrator.close();
  await owner.accept(await portal.linkTo(owner.email));

  const ask = async (email: string) => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    // The page before it asks for an e-mail, too.
    await expect(page.getByRole("heading", { level: 1, name: "A new password" })).toBeVisible();
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    const answer = page.getByText(`If ${email} is a user's address, a message is on its way.`);
    await expect(answer).toBeFocused();
  };
  await ask("nobody@example.org");
  await ask(owner.email);
  await page.goto(await portal.linkTo(owner.email));
  owner.password = "saddle monsoon quilt beacon";
  await owner.choosePassword(owner.password);
  await owner.enterPassword();
  await owner.expectDashboard();
});

portalStory("the organisation's provider signs in whom an administrator has invited", async ({ page, person }) => {
  const goThere = async (login: string) => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Sign in with the organisation" }).click();
    await page.getByRole("textbox", { name: "Enter any login" }).fill(login);
    await page.getByRole("textbox", { name: "and password" }).fill("of the provider");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  };
  await goThere("stranger");
  await expect(page).toHaveURL(/\/sign-in\?failure=no-account$/);
  await expect(page.getByRole("alert")).toContainText("Nobody is known here by the address that the organisation gave");
  await page.goto("/auth/oidc/callback?error=access_denied");
  await expect(page.getByRole("alert")).toContainText("did not come to its end");

  await page.context().clearCookies();
  await goThere("meera");
  await expect(person.heading("Dashboard")).toBeVisible();
  await expect(page.getByRole("button", { name: "account of Meera Nair" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  portalStory.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    portalStory.use({ colorScheme });

    portalStory("axe finds nothing outside", async ({ page }) => {
      await page.goto("/sign-in?failure=failed");
      await expect(page.getByRole("link", { name: "Sign in with the organisation" })).toBeVisible();
      await expectNoViolations(page, "sign-in, with a failure");
      await page.getByRole("link", { name: "Forgot your password?" }).click();
      await page.getByRole("button", { name: "Send the link" }).click();
      await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
      await expectNoViolations(page, "a forgotten password, with a fault");
      await page.getByRole("textbox", { name: "E-mail" }).fill("nobody@example.org");
      await page.getByRole("button", { name: "Send the link" }).click();
      await expect(page.getByText("a message is on its way")).toBeFocused();
      await expectNoViolations(page, "the answer");
    });
  });
}
