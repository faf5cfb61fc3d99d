import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import * as z from "zod";
import { PASSWORD } from "../accounts.ts";
import { ask, invite, setUpCodes, signInByApi } from "../api.ts";
import { expectNoViolations } from "../axe.ts";
import { expect, story } from "../story.ts";

const madeRule = z.object({ made: z.object({ id: z.string() }) });

async function make(api: APIRequestContext, what: "Partner" | "Collaboration", input: object): Promise<string> {
  const create = `mutation($input: Create${what}Input!) { made: create${what}(input: $input) { id } }`;
  return madeRule.parse(await ask(api, create, { input })).made.id;
}

/** The rows of the file that the page offers; a field may have several lines, a row ends as CSV has it. */
async function exported(page: Page): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("audit-log.csv");
  return (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
}

story(
  "leadership follows what happened to a partner, and takes it along as a file",
  async ({ person, page, elsewhere }) => {
    await elsewhere.signIn("PARTNERSHIP_MANAGER");
    const id = await make(elsewhere.page.request, "Partner", { name: "Followed in the log", kind: "NGO" });
    await elsewhere.page.goto(`/partners/${id}/edit`);
    await elsewhere.fill("Short name", "FITL");
    await elsewhere.choose("Status", "Dormant");
    await elsewhere.page.getByRole("button", { name: "Save" }).click();
    await expect(elsewhere.heading("Followed in the log (FITL)")).toBeVisible();
    await expect(elsewhere.page.getByRole("link", { name: "Everything about this in the audit log" })).toHaveCount(0);

    await person.signIn("LEADERSHIP");
    await page.goto(`/partners/${id}`);
    await page.getByRole("link", { name: "Everything about this in the audit log" }).click();
    await expect(person.heading("Audit log")).toBeVisible();
    await expect(page.getByText("2 entries", { exact: true })).toBeVisible();
    const changed = page.getByRole("row").nth(1);
    for (const text of ["Meera Nair", "Changed", "Followed in the log", "Short name: empty → FITL", "127.0.0.1"]) {
      await expect(changed).toContainText(text);
    }
    await expect(changed).toContainText("Prospect → Dormant");
    const added = page.getByRole("row").nth(2);
    await expect(added).toContainText("Added");
    await added.getByRole("button", { name: /Show all \d+ fields/ }).click();
    await expect(added).toContainText("Office: empty → Chennai");
    await changed.getByRole("link", { name: "Followed in the log" }).click();
    await expect(person.heading("Followed in the log (FITL)")).toBeVisible();
    await page.goBack();

    await person.choose("Action", "Changed");
    await page.keyboard.press("Escape");
    await expect(page.getByText("1 entry", { exact: true })).toBeVisible();
    const [head, row, ...others] = await exported(page);
    expect(head).toContain("at,who,action,about,name,id,changes,remark,address,agent");
    expect(row).toContain("Meera Nair <manager@demo.example>,Changed,Partner,Followed in the log");
    expect(others).toEqual([]);

    await page.getByRole("button", { name: "Clear all" }).click();
    await person.lookUp("Who", "grace", /Grace Walker/);
    await page.keyboard.press("Escape");
    await person.choose("Action", "Exported");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row").nth(1)).toContainText("Grace Walker");
    await person.fill("To", "2020");
    await expect(page.getByText("No entries match these filters")).toBeVisible();
  },
);

story("the log is narrowed by looking up what it is about", async ({ person, page, elsewhere }) => {
  await signInByApi(elsewhere.page.request, "manager@demo.example");
  await make(elsewhere.page.request, "Partner", { name: "Looked up in the log", kind: "NGO" });
  await person.signIn("LEADERSHIP");
  await person.goTo("Audit log");
  await page.getByRole("button", { name: "Filters" }).click();
  await person.lookUp("About", "looked up", "Looked up in the log (Partner)");
  await page.keyboard.press("Escape");
  await expect(page.getByText("1 entry", { exact: true })).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText("Looked up in the log");
});

story("a text that a spreadsheet would run is text in the file", async ({ person, page, elsewhere }) => {
  await signInByApi(elsewhere.page.request, "manager@demo.example");
  const id = await make(elsewhere.page.request, "Partner", { name: "=1+1", kind: "NGO" });
  await person.signIn("LEADERSHIP");
  await page.goto(`/audit-log?subject=${id}`);
  await expect(page.getByRole("table")).toContainText("=1+1");
  const [, row] = await exported(page);
  expect(row).toContain(",'=1+1,");
});

story(
  "leadership reads nothing of a restricted record, and an administrator does",
  async ({ person, page, elsewhere }) => {
    await signInByApi(elsewhere.page.request, "office@demo.example");
    const input = { title: "Operation Sandpiper", kind: "JOINT_OPERATION", confidentiality: "RESTRICTED" };
    const id = await make(elsewhere.page.request, "Collaboration", input);

    await person.signIn("LEADERSHIP");
    await page.goto(`/audit-log?subject=${id}`);
    await expect(page.getByText("No entries match these filters")).toBeVisible();
    expect(await exported(page)).toHaveLength(1);
    await page.goto("/audit-log?action=CREATE");
    await expect(page.getByRole("table")).toContainText("Added");
    await expect(page.getByRole("main")).not.toContainText("Sandpiper");
    expect((await exported(page)).join()).not.toContain("Sandpiper");

    await elsewhere.signIn("ADMINISTRATOR");
    await elsewhere.page.goto(`/audit-log?subject=${id}`);
    await elsewhere.page.getByRole("table").getByRole("link", { name: "Operation Sandpiper" }).click();
    await expect(elsewhere.heading("Operation Sandpiper")).toBeVisible();
  },
);

const caseRule = z.object({ made: z.object({ id: z.string(), appearances: z.tuple([z.object({ id: z.string() })]) }) });

story("who saw a true name, and why, stands out", async ({ person, page, elsewhere }) => {
  const { request } = elsewhere.page;
  const email = `keeper-${randomUUID()}@example.org`;
  await signInByApi(request, "admin@demo.example");
  await invite(request, {
    name: "Ngozi Keeper",
    email,
    password: PASSWORD,
    role: "PARTNERSHIP_MANAGER",
    office: "Nairobi",
  });
  await signInByApi(request, email, PASSWORD);
  await setUpCodes(request, PASSWORD);
  const { viewer } = z.object({ viewer: z.object({ id: z.string() }) }).parse(await ask(request, "{ viewer { id } }"));
  const create =
    "mutation($input: CreateCollaborationInput!) { made: createCollaboration(input: $input) { id appearances { id } } }";
  const input = {
    title: "A case with somebody at risk",
    kind: "LEGAL_CASE",
    members: [viewer.id],
    appearances: [{ name: "Alina", role: "SURVIVOR", protected: true }],
  };
  const { made } = caseRule.parse(await ask(request, create, { input }));
  const whose = { collaboration: made.id, appearance: made.appearances[0].id };
  const keep = `mutation($collaboration: ID!, $appearance: ID!) {
    keepTrueName(collaboration: $collaboration, appearance: $appearance, trueName: "Zofia Example") { id } }`;
  await ask(request, keep, whose);
  const reveal = `mutation($collaboration: ID!, $appearance: ID!) {
    revealTrueName(collaboration: $collaboration, appearance: $appearance, reason: "The court asks for her") { hideAt } }`;
  await ask(request, reveal, whose);

  await person.signIn("LEADERSHIP");
  await page.goto(`/audit-log?subject=${made.id}`);
  const revealed = page.getByRole("row").nth(1);
  for (const text of ["Ngozi Keeper", "Revealed a true name", "Alina*: The court asks for her"]) {
    await expect(revealed).toContainText(text);
  }
  await expect(revealed.locator("svg")).toHaveCount(1);
  await expect(page.getByRole("row").nth(2)).toContainText("Kept a true name");
  await expect(page.getByRole("row").nth(2).locator("svg")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Zofia");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page, `a reveal, ${colorScheme}`);
  }
});
