import { expect, story } from "../story.ts";

/** The seven facts of the domain, each found on screen by somebody who looks for it. */

story.beforeEach(async ({ person }) => person.signIn("LEADERSHIP"));

story("1. the chief of the Philippine police's unit and the statement", async ({ person, page }) => {
  await person.open("partners", "WCPC", /Women and Children Protection Center/);
  await expect(page.getByRole("link", { name: "Philippine National Police" })).toBeVisible();
  await expect(person.section("People")).toContainText("Police Brigadier General, Chief");
  const between = person.section(/Everything between/);
  await expect(between).toContainText("International law enforcement collaboration is one of the keys");
  await between.getByRole("link", { name: "Police Brigadier General Edgar DM Cacayan" }).click();
  await expect(page.getByRole("main")).toContainText("Trafficking in persons");
  await expect(page.getByRole("main")).toContainText("Online sexual exploitation of children");
});

story("2. the compacts, and the campaign that asks for their money", async ({ person, page }) => {
  await person.open("collaborations", "ask congress", /Ask Congress/);
  await expect(page.getByRole("main")).toContainText("E-mail your members of Congress");
  await expect(page.getByRole("main")).toContainText("1,200");
  await expect(page.getByRole("main")).toContainText("messages sent to legislators");
  await person.section("Follows").getByRole("link", { name: "Child Protection Compacts" }).click();
  await expect(person.section("Who took part")).toContainText("Office to Monitor and Combat Trafficking in Persons");
  await expect(person.section("Who took part")).toContainText("United States Congress");
});

story("3. 94 people, December 2005, and the visit years later", async ({ person, page }) => {
  await person.open("collaborations", "brick kiln bengaluru", /Rescue from a brick kiln/);
  await expect(page.getByRole("main")).toContainText("December 2005");
  await expect(person.section("What was done")).toContainText("94");
  for (const name of ["Sujina", "Starlin", "Seemon", "Thenmozhi", "Manikandan"]) {
    await expect(person.section("People who appear in it")).toContainText(name);
  }
  await expect(person.section("What was said about it")).toContainText("A colleague who was at the rescue");
  await person
    .section("Followed by")
    .getByRole("link", { name: /Visit to the families/ })
    .click();
  await expect(person.section("Follows")).toContainText("December 2005");
});

story("4. Larysa* and the shelter that was trained", async ({ person }) => {
  await person.open("collaborations", "larysa", /Larysa\*/);
  await expect(person.section("People who appear in it")).toContainText("Larysa*");
  await expect(person.section("People who appear in it")).toContainText("Protected; this is a pseudonym");
  await person
    .section("Follows")
    .getByRole("link", { name: /Training of shelter staff/ })
    .click();
  await expect(person.section("Who took part")).toContainText("Shelter near the Romanian border");
});

story("5. the Mavoko 3 trial", async ({ person, page }) => {
  await person.open("collaborations", "mavoko", /Mavoko 3/);
  await expect(person.section("Milestones")).toContainText("23 June 2016");
  await expect(person.section("Who took part")).toContainText("High Court of Kenya");
  await expect(person.section("People who appear in it")).toContainText("4 Police officers");
  await expect(person.section("People who appear in it")).toContainText("Employed by Kenya Police Service");
  await expect(page.getByRole("main")).toContainText("Police abuse of power");
  await person.open("partners", "kenya police", /Kenya Police Service/);
  await expect(person.section(/Everything between/)).toContainText("They employed somebody who appears in it.");
});

story("6. the award of the Tamil Nadu police", async ({ person }) => {
  await person.open("partners", "தமிழ்நாடு", /Tamil Nadu Police/);
  await expect(person.section("Balance of recognition")).toContainText("They have recognised IJM more often");
  await person
    .section(/Everything between/)
    .getByRole("link", { name: /Award for work to end bonded labour/ })
    .click();
  await expect(person.section("Who honoured whom")).toContainText("Tamil Nadu Police");
  await expect(person.section("Evidence").getByRole("link")).toHaveAttribute("href", /^https:/);
});

story("7. one commendation on three partners' pages", async ({ person, page }) => {
  for (const [words, name] of [
    ["ecpat", /ECPAT/],
    ["interpol", /INTERPOL/],
    ["unicef", /UNICEF/],
  ] as const) {
    await person.open("partners", words, name);
    const between = person.section(/Everything between/);
    await expect(between.getByRole("link", { name: /Commendation of the study/ })).toHaveCount(1);
    await expect(between).toContainText("Disrupting Harm");
  }
  await page.getByRole("link", { name: /Commendation of the study/ }).click();
  await expect(person.section("Who honoured whom")).toContainText("International Criminal Police Organization");
});
