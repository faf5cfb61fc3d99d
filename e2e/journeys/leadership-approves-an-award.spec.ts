import { readFile } from "node:fs/promises";
import * as z from "zod";
import { ask, signInByApi } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, LOOKS, type Person, story } from "../story.ts";

const MANAGER = "manager@demo.example";
const LEADERSHIP = "leadership@demo.example";
const OFFICER = "Police Brigadier General Edgar DM Cacayan";
const partnersRule = z.object({
  partners: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }),
});
const proposedRule = z.object({ made: z.object({ id: z.string() }) });

/** A proposal for the police of Tamil Nadu, by a manager; answers its id. */
async function propose(manager: Person, title: string): Promise<string> {
  const { request } = manager.page;
  await signInByApi(request, MANAGER);
  const found = partnersRule.parse(
    await ask(request, `{ partners(first: 1, filter: { text: "Tamil Nadu" }) { edges { node { id } } } }`),
  );
  const input = {
    kind: "AWARD",
    title,
    citation: "For eleven operations against bonded labour.",
    givers: [{ us: true }],
    recipients: [{ partner: found.partners.edges[0]?.node.id }],
  };
  const query = "mutation($input: CreateRecognitionInput!) { made: proposeRecognition(input: $input) { id } }";
  return proposedRule.parse(await ask(request, query, { input })).made.id;
}

story(
  "an award goes from a manager's proposal over leadership to a certificate that whoever holds it can check",
  async ({ person, elsewhere, page, browser }) => {
    const title = "Award for the third of May";
    await signInByApi(page.request, MANAGER);
    await page.goto("/recognitions/propose");
    await expect(person.heading("Propose a recognition")).toBeVisible();
    await person.choose(/^Kind/, "Award");
    await page.getByRole("button", { name: "Begin with a template" }).click();
    await expect(page.getByRole("textbox", { name: /^Title/ })).toHaveValue("Award for outstanding partnership");
    await expect(page.getByRole("button", { name: "Begin with a template" })).toBeDisabled();
    await person.fill(/^Title/, title);
    await person.fill(/^Citation/, "For eleven operations against bonded labour.");
    const recipients = page.getByRole("group", { name: "Received by" });
    await recipients
      .getByRole("combobox", { name: "Who the recipient is" })
      .or(recipients.getByText("Person", { exact: true }))
      .first()
      .click();
    await page
      .getByRole("option", { name: "A person" })
      .or(recipients.getByRole("radio", { name: "Person" }))
      .first()
      .click();
    await person.choose("Person", OFFICER);
    await page.getByRole("button", { name: "Propose it" }).click();
    await expect(person.heading(title)).toBeVisible();
    const steps = person.section("From the proposal to the handing over");
    await expect(steps).toContainText("Leadership decides on it.");
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
    const address = new URL(page.url()).pathname;

    const leader = elsewhere.page;
    await signInByApi(leader.request, LEADERSHIP);
    await leader.goto("/recognitions?stage=PROPOSED");
    await leader.getByRole("link", { name: title }).click();
    await leader.getByRole("button", { name: "Approve" }).click();
    await expect(leader.getByText("It can be issued now")).toBeVisible();

    await page.goto(address);
    await page.getByRole("button", { name: "Issue it" }).click();
    const dialog = page.getByRole("dialog", { name: "Issue this recognition" });
    await dialog.getByRole("textbox", { name: "Date" }).fill("2026-05-03");
    await dialog.getByRole("group", { name: "Signature 2" }).getByLabel("Name").fill("A. Kumar");
    await dialog.getByRole("button", { name: "Issue it" }).click();
    await expect(steps).toContainText("It is to be handed over.");

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Certificate as PDF" }).click();
    const pdf = await readFile(await (await download).path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const credential = page.waitForEvent("download");
    await steps.getByRole("link", { name: OFFICER }).click();
    const badge = JSON.parse(await readFile(await (await credential).path(), "utf8"));
    expect(badge.type).toContain("OpenBadgeCredential");

    await page.getByRole("button", { name: "Note that it was handed over" }).click();
    const handing = page.getByRole("dialog", { name: "How was it handed over?" });
    await handing.getByRole("textbox", { name: "Handed over by" }).fill("A. Kumar");
    await handing.getByRole("button", { name: "Note it" }).click();
    await expect(page.getByText("Handed over", { exact: true }).first()).toBeVisible();
    await expect(handing).toBeHidden();

    const outside = await browser.newContext();
    const holder = await outside.newPage();
    const { pathname } = new URL(badge.evidence[0].id);
    await holder.goto(pathname);
    await expect(holder.getByRole("status")).toContainText("It is genuine");
    await expect(holder.getByText(OFFICER).first()).toBeVisible();
    await expect(holder.getByText("For eleven operations against bonded labour.")).toBeVisible();

    await page.getByRole("button", { name: "Withdraw the certificate" }).click();
    const withdrawing = page.getByRole("dialog", { name: "Withdraw this certificate?" });
    await withdrawing.getByRole("textbox", { name: "Reason" }).fill("The rank is wrong.");
    await withdrawing.getByRole("button", { name: "Withdraw it" }).click();
    await expect(steps).toContainText("The rank is wrong.");
    await holder.reload();
    await expect(holder.getByRole("status")).toContainText("No certificate in force has this code");
    await outside.close();
  },
);

story(
  "leadership declines a proposal with a reason, which whoever proposed it reads",
  async ({ person, elsewhere, page }) => {
    const id = await propose(elsewhere, "Award too early");
    await signInByApi(page.request, LEADERSHIP);
    await page.goto(`/recognitions/${id}`);
    await page.getByRole("button", { name: "Decline" }).click();
    const dialog = page.getByRole("dialog", { name: "Decline this proposal?" });
    await dialog.getByRole("button", { name: "Decline it" }).click();
    await expect(dialog.getByText("The reason is empty", { exact: false })).toBeVisible();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The case is not closed yet.");
    await dialog.getByRole("button", { name: "Decline it" }).click();
    await expect(person.section("From the proposal to the handing over")).toContainText("The case is not closed yet.");
    await elsewhere.page.goto(`/recognitions/${id}`);
    await expect(elsewhere.page.getByText("The case is not closed yet.").first()).toBeVisible();
  },
);

for (const look of ["light", "dark"] as const) {
  story(
    `a proposal and the page that checks a certificate are readable: ${look}`,
    { tag: LOOKS },
    async ({ person, elsewhere, page }) => {
      await page.emulateMedia({ colorScheme: look });
      const id = await propose(elsewhere, `Award to be looked at: ${look}`);
      await signInByApi(page.request, LEADERSHIP);
      await page.goto(`/recognitions/${id}`);
      await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
      await expectNoViolations(page, "a proposal");
      await page.goto("/recognitions/propose");
      await expect(person.heading("Propose a recognition")).toBeVisible();
      await expectNoViolations(page, "the form of a proposal");
      await page.goto("/check/00000000000000000000000000");
      await expect(page.getByRole("status")).toContainText("No certificate in force has this code");
      await expectNoViolations(page, "a code that is none");
    },
  );
}
