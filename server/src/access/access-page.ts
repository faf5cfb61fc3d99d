import {
  CONFIDENTIALITY_LABELS,
  codesOf,
  RECORD_KIND_LABELS,
  ROLE_LABELS,
  type Role,
} from "@concord/shared/vocabularies";
import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { type Asking, type Gate, gates } from "./gates.ts";
import { type Policy, policies, trueNames } from "./policies.ts";
import type { AccessFacts, Rule } from "./rule.ts";
import { gateOf } from "./table.ts";

/** The page docs/access.md: the table "Who may do what", written from the rules themselves. */

const ROLES = codesOf(ROLE_LABELS);
const OWN = "own";
const ME = "me";

/** Of the own office or not, with the viewer as a named member or not: what a rule can tell apart. */
const SITUATIONS = [
  { officeId: OWN, memberIds: [ME] },
  { officeId: OWN, memberIds: [] },
  { officeId: "other", memberIds: [ME] },
  { officeId: "other", memberIds: [] },
] as const;

const WORDS: Readonly<Record<string, string>> = {
  "yes yes yes yes": "all",
  "yes yes no no": "own office's",
  "yes no yes no": "as named member",
  "yes yes yes no": "own office's, or as named member",
  "yes no no no": "own office's, as named member",
  "no no no no": "–",
};

/** Which records a rule leaves to a role, in words. @throws where there are no words for it: then add some */
export function inWords(rule: Rule, role: Role, confidentiality: AccessFacts["confidentiality"]): string {
  const viewer = { id: ME, role, officeId: OWN };
  const answers = SITUATIONS.map((facts) => (rule.allows(viewer, { ...facts, confidentiality }) ? "yes" : "no"));
  const words = WORDS[answers.join(" ")];
  if (words === undefined) throw new Error(`There are no words for a rule that answers ${answers.join(", ")}.`);
  return words;
}

/** The whole page, in Markdown. */
export function accessPage(schema: GraphQLSchema): string {
  const groups = Map.groupBy(Object.entries(policies), ([, { policy }]) => policy);
  return [
    INTRODUCTION,
    "## Records",
    ...[...groups].map(([policy, entries]) =>
      recordsSection(
        policy,
        entries.map(([kind]) => kind),
      ),
    ),
    TRUE_NAMES,
    table(
      ["", ...ROLES.map((role) => ROLE_LABELS[role])],
      [
        ["reveal", ...wordsOfRoles(trueNames.reveal, "RESTRICTED")],
        ["keep, remove", ...wordsOfRoles(trueNames.keep, "RESTRICTED")],
      ],
    ),
    GATES,
    table(["gate", ...ASKERS.map(([label]) => label)], Object.values(gates).map(gateRow)),
    "## Queries",
    requestTable(schema.getQueryType()?.getFields() ?? {}, "Query"),
    "## Mutations",
    MUTATIONS,
    requestTable(schema.getMutationType()?.getFields() ?? {}, "Mutation"),
    FIELDS,
    table(["type or field", "for"], guardedFields(schema)),
  ]
    .join("\n\n")
    .concat("\n");
}

const INTRODUCTION = `# Who may do what

Written from \`server/src/access\` by a test, which fails when this page is stale; \`npx vitest run access-page -u\` writes it
anew. The same rules answer every request: there is no second place where somebody may or may not.

A request passes two questions. A **gate** asks who may send it at all, by their role and by what they ask with: a
session in a browser, or an API token that reads or also writes. A **policy** then asks which records it reaches, by the
viewer's role, the responsible office and the named members. What a policy does not let somebody read is answered as what
does not exist.`;

const TRUE_NAMES = `## True names of protected persons

Of a collaboration that the viewer reads, whatever its confidentiality; in a browser only, with a reason, in a session that
a one-time code confirmed, and noted in the audit log.`;

const GATES = `## Gates

Who may ask at all: by the role of whoever is signed in to a browser, and by API tokens, which act as their user.`;

const MUTATIONS = `Which records a mutation reaches, the tables above say. To merge a partner with another, both are changed; to attach or to
remove a file, its record is.`;

const FIELDS = `## Types and fields with a gate of their own

All others are for whoever may read what they stand in. A field that may be empty is so for whom it is not for.`;

function recordsSection(policy: Policy, kinds: readonly string[]): string {
  const names = kinds.map((kind) => Object.entries(RECORD_KIND_LABELS).find(([code]) => code === kind)?.[1] ?? kind);
  const actions = [
    ["read", policy.read],
    ["add, change, delete, restore", policy.edit],
  ] as const;
  const levels = codesOf(CONFIDENTIALITY_LABELS);
  const rows = actions.flatMap(([action, rule]) => {
    const byLevel = Map.groupBy(levels, (level) => wordsOfRoles(rule, level).join("|"));
    return [...byLevel.values()].map((same) => {
      const which =
        same.length === levels.length
          ? ""
          : ` ${same.map((level) => CONFIDENTIALITY_LABELS[level].toLowerCase()).join(" and ")}`;
      return [`${action}${which}`, ...wordsOfRoles(rule, same[0] ?? "INTERNAL")];
    });
  });
  return [
    `### ${names.join(", ")}`,
    actions.map(([action, rule]) => `- **${action}**: ${rule.sentence}`).join("\n"),
    table(["", ...ROLES.map((role) => ROLE_LABELS[role])], rows),
  ].join("\n\n");
}

function wordsOfRoles(rule: Rule, confidentiality: AccessFacts["confidentiality"]): string[] {
  return ROLES.map((role) => inWords(rule, role, confidentiality));
}

const asker = (role: Role, by: Asking["by"]): Asking => ({ viewer: { id: ME, role, officeId: OWN }, by });
const ASKERS: readonly (readonly [string, readonly (Asking | null)[]])[] = [
  ["signed out", [null]],
  ...ROLES.map((role) => [ROLE_LABELS[role], [asker(role, "SESSION")]] as const),
  ["token that writes", ROLES.map((role) => asker(role, "WRITE"))],
  ["token that reads", ROLES.map((role) => asker(role, "READ"))],
];

function gateRow(gate: Gate): string[] {
  const answers = ASKERS.map(([, askings]) => {
    const allowed = askings.filter((asking) => gate.allows(asking));
    if (allowed.length === askings.length) return "yes";
    return allowed.map((asking) => ROLE_LABELS[asking?.viewer.role ?? "LEADERSHIP"]).join(", ") || "–";
  });
  return [gate.sentence, ...answers];
}

function requestTable(fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>, type: string): string {
  const rows = Object.values(fields)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, description }) => [`\`${name}\``, sentenceOf(type, name), oneLine(description ?? "")]);
  return table([type.toLowerCase(), "for", "what it is or does"], rows);
}

function guardedFields(schema: GraphQLSchema): string[][] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !["Query", "Mutation"].includes(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) => {
      const fields = Object.values(type.getFields()).map(({ name }) => ({ name, gate: gateOf(type.name, name) }));
      const guarded = fields.filter(({ gate }) => gate !== undefined && gate !== gates.holders);
      const isWhole = guarded.length === fields.length && new Set(guarded.map(({ gate }) => gate)).size === 1;
      return isWhole
        ? [[`\`${type.name}\``, guarded[0]?.gate?.sentence ?? ""]]
        : guarded.map(({ name, gate }) => [`\`${type.name}.${name}\``, gate?.sentence ?? ""]);
    });
}

function sentenceOf(type: string, field: string): string {
  return gateOf(type, field)?.sentence ?? "nobody: the table does not know it";
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
