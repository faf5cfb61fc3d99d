import { expectNoViolations } from "../axe.ts";
import { expectNothingKept, Owner, ownerStory, tokenOf } from "../owner.ts";
import { expect, LOOKS } from "../story.ts";

ownerStory("an invitation leads to a password, and in", async ({ administrator, page }) => {
  const invited = new Owner(page);
  await invited.accept((await administrator.invite(invited.name, invited.email)) ?? "");
  await page.getByRole("button", { name: "account of Amara Okafor" }).click();
  await page.getByRole("menuitem", { name: "Your account" }).click();
  await expect(page.getByRole("main")).toContainText(invited.email);
});

ownerStory("an administrator's link lets one choose a new password, once", async ({ owner, page, administrator }) => {
  const link = await administrator.passwordLink(owner.email);
  await page.goto(link);
  await expect(page).toHaveURL(/\/set-password$/);
  await expectNothingKept(page, [tokenOf(link)]);

  await owner.choosePassword("too short");
  await expect(page.getByRole("main")).toContainText("fewer than 15 characters");
  await expect(page.getByRole("textbox", { name: "New password" })).toBeFocused();
  await owner.choosePassword("amaraamaraokafor");
  await expect(page.getByRole("main")).toContainText("among those that are guessed first");
  const before = owner.password;
  owner.password = "saddle monsoon quilt beacon";
  await owner.choosePassword(owner.password);
  await expect(page.getByRole("status")).toContainText("Your password is set");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(owner.email);
  await owner.enterPassword();
  await owner.expectDashboard();
  await expectNothingKept(page, [tokenOf(link), owner.password]);

  await page.goto(link);
  await owner.choosePassword("another saddle and a quilt");
  await expect(page.getByRole("alert")).toContainText("This link was used already");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("This address is not whole");
  owner.password = before;
  await owner.startSignIn();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
});

ownerStory("a second link in the same window counts", async ({ owner, page, administrator }) => {
  const first = await administrator.passwordLink(owner.email);
  await page.goto(first);
  await expect(page).toHaveURL(/\/set-password$/);
  await page.goto(await administrator.passwordLink(owner.email));
  await expect(page).toHaveURL(/\/set-password$/);
  await owner.choosePassword("saddle monsoon quilt beacon");
  await expect(page.getByRole("status")).toContainText("Your password is set");
});

for (const colorScheme of ["light", "dark"] as const) {
  ownerStory.describe(`in the ${colorScheme} scheme`, { tag: LOOKS }, () => {
    ownerStory.use({ colorScheme });

    ownerStory("axe finds nothing where a password is chosen", async ({ owner, page, administrator }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("main")).toContainText("An administrator gives you a link");
      await page.goto("/set-password");
      await expect(page.getByRole("main")).toContainText("This address is not whole");
      await expectNoViolations(page, "without a link");
      await page.goto("/forgot-password");
      await expect(page.getByRole("main")).toContainText("No e-mail is sent from here");
      await expectNoViolations(page, "where no e-mail is sent");
      await page.goto(await administrator.passwordLink(owner.email));
      await owner.choosePassword("too short");
      await expect(page.getByRole("textbox", { name: "New password" })).toBeFocused();
      await expectNoViolations(page, "with a fault");
      await owner.choosePassword("saddle monsoon quilt beacon");
      await expect(page.getByRole("status")).toBeVisible();
      await expectNoViolations(page, "the sign-in afterwards");
    });
  });
}
