import { fileURLToPath } from "node:url";
import type { Role } from "@concord/shared/vocabularies";
import { expect, it } from "vitest";
import { resolvers } from "../features/resolvers.ts";
import { buildSchema } from "../graphql/schema.ts";
import { accessPage, inWords } from "./access-page.ts";
import { type Policy, policies, trueNames } from "./policies.ts";
import type { AccessFacts, Rule } from "./rule.ts";

it("docs/access.md says what the rules say; `npx vitest run access-page -u` writes it anew", async () => {
  const page = accessPage(buildSchema(resolvers));
  await expect(page).toMatchFileSnapshot(fileURLToPath(new URL("../../../docs/access.md", import.meta.url)));
});

const OPEN = [policies.PARTNER.policy, policies.PERSON.policy];
const CONFIDENTIAL = [policies.COLLABORATION.policy, policies.RECOGNITION.policy, policies.STATEMENT.policy];
const ROLES: readonly Role[] = ["PARTNERSHIP_MANAGER", "REGIONAL_OFFICE", "LEADERSHIP", "ADMINISTRATOR"];
const NONE = "–";
const OWN = "own office's";
const OWN_OR_MEMBER = "own office's, or as named member";
const MEMBER = "as named member";

const reads = ({ read }: Policy) => read;
const edits = ({ edit }: Policy) => edit;

/** The table of the domain, cell by cell, typed and not computed. */
it.each<[string, readonly Rule[], AccessFacts["confidentiality"], readonly [string, string, string, string]]>([
  ["read public partners and people", OPEN.map(reads), "PUBLIC", ["all", "all", "all", "all"]],
  ["read public records", CONFIDENTIAL.map(reads), "PUBLIC", ["all", "all", "all", "all"]],
  ["read internal records", CONFIDENTIAL.map(reads), "INTERNAL", ["all", "all", "all", "all"]],
  ["read restricted records", CONFIDENTIAL.map(reads), "RESTRICTED", [OWN_OR_MEMBER, OWN_OR_MEMBER, MEMBER, "all"]],
  ["add, edit, merge, delete and restore partners", OPEN.map(edits), "INTERNAL", ["all", OWN, NONE, "all"]],
  ["log, edit, delete and restore public ones", CONFIDENTIAL.map(edits), "PUBLIC", ["all", OWN, NONE, "all"]],
  ["log, edit, delete and restore internal ones", CONFIDENTIAL.map(edits), "INTERNAL", ["all", OWN, NONE, "all"]],
  // Managers edit all that they read.
  ["edit restricted ones", CONFIDENTIAL.map(edits), "RESTRICTED", [OWN_OR_MEMBER, OWN, NONE, "all"]],
  ["reveal a true name", [trueNames.reveal], "RESTRICTED", [MEMBER, MEMBER, NONE, MEMBER]],
])("%s", (_action, rules, confidentiality, words) => {
  for (const rule of rules) {
    expect(ROLES.map((role) => inWords(rule, role, confidentiality))).toEqual(words);
  }
});
