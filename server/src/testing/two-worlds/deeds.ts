import type { RecordKind } from "@concord/shared/vocabularies";
import type { RecognitionStep } from "../../generated/schema.ts";
import type { Answer } from "../application.ts";
import { NOTHING, NOUNS } from "../kinds.ts";
import { PDF, sendFile } from "../uploads.ts";
import type { Who, World } from "./world.ts";

/**
 * What somebody does in a world, whole: the same deed can be done in another world. A new mutation of records is written
 * here and into `deedMutations`, and comes by chance where `deed-arbitraries.ts` makes it.
 */
export type Deed = { readonly who: Who } & (
  | { readonly what: "create"; readonly kind: RecordKind; readonly id: string; readonly input: object }
  | {
      readonly what: "update";
      readonly kind: RecordKind;
      readonly id: string;
      readonly input: object;
      /** How many versions behind the present one the writer is. */
      readonly behind: number;
    }
  | { readonly what: "propose"; readonly kind: "RECOGNITION"; readonly id: string; readonly input: object }
  | { readonly what: RecognitionStep; readonly kind: "RECOGNITION"; readonly id: string }
  | { readonly what: "dismiss" | "reopen"; readonly kind: RecordKind; readonly id: string }
  | { readonly what: "delete" | "restore" | "detach"; readonly kind: RecordKind; readonly id: string }
  | { readonly what: "merge"; readonly kind: "PARTNER" | "PERSON"; readonly id: string; readonly other: string }
  | { readonly what: "unmerge"; readonly id: string }
  | { readonly what: "attach"; readonly id: string }
  | { readonly what: "keepName" | "removeName" | "revealName"; readonly id: string; readonly name: string }
  | { readonly what: "emptyTrash"; readonly id: string }
);

/** The mutations that deeds send: all that are about records. */
export const deedMutations: readonly string[] = [
  ...Object.values(NOUNS).flatMap((noun) => ["create", "update", "delete", "restore"].map((verb) => `${verb}${noun}`)),
  "proposeRecognition",
  "approveRecognition",
  "declineRecognition",
  "issueRecognition",
  "handOverRecognition",
  "withdrawCertificate",
  "mergePartners",
  "mergePeople",
  "unmerge",
  "dismissDuplicate",
  "reopenDuplicate",
  "removeFile",
  "keepTrueName",
  "removeTrueName",
  "revealTrueName",
];

/** The mutation of each step, and what it is sent besides the record. */
const STEPS: Readonly<Record<RecognitionStep, { readonly mutation: string; readonly more: string }>> = {
  APPROVE: { mutation: "approveRecognition", more: "" },
  DECLINE: { mutation: "declineRecognition", more: 'reason: "Too early"' },
  ISSUE: { mutation: "issueRecognition", more: "input: {}" },
  HAND_OVER: { mutation: "handOverRecognition", more: "input: {}" },
  WITHDRAW: { mutation: "withdrawCertificate", more: 'reason: "Misspelt"' },
};

/** What came of a deed, as whoever did it was told. */
export interface Outcome {
  readonly done: boolean;
  readonly answer: unknown;
}

export async function perform(world: World, deed: Deed): Promise<Outcome> {
  const visitor = world.as(deed.who);
  if (deed.what === "attach") {
    const response = await sendFile(visitor, deed.id, { name: "report.pdf", bytes: PDF });
    return { done: response.statusCode === 201, answer: response.json() };
  }
  const answer = await send(world, deed);
  return { done: answer.errors.length === 0, answer: { data: answer.data, errors: answer.errors } };
}

async function send(world: World, deed: Exclude<Deed, { what: "attach" }>): Promise<Answer> {
  const visitor = world.as(deed.who);
  const { id } = deed;
  switch (deed.what) {
    case "create": {
      const noun = NOUNS[deed.kind];
      return visitor.ask(
        `mutation($input: Create${noun}Input!) { done: create${noun}(input: $input) { id version updatedAt } }`,
        { input: { ...deed.input, id } },
      );
    }
    case "propose":
      return visitor.ask(
        "mutation($input: CreateRecognitionInput!) { done: proposeRecognition(input: $input) { id version stage } }",
        { input: { ...deed.input, id } },
      );
    case "APPROVE":
    case "DECLINE":
    case "ISSUE":
    case "HAND_OVER":
    case "WITHDRAW":
      return visitor.ask(
        `mutation { done: ${STEPS[deed.what].mutation}(id: "${id}", version: ${await versionOf(world, deed)} ${STEPS[deed.what].more}) { id version stage nextSteps } }`,
      );
    case "update": {
      const noun = NOUNS[deed.kind];
      return visitor.ask(
        `mutation($id: ID!, $version: Int!, $input: Update${noun}Input!) { done: update${noun}(id: $id, version: $version, input: $input) { id version updatedAt } }`,
        { id, version: (await versionOf(world, deed)) - deed.behind, input: deed.input },
      );
    }
    case "delete":
      return visitor.ask(
        `mutation { done: delete${NOUNS[deed.kind]}(id: "${id}", version: ${await versionOf(world, deed)}) { id version deletedAt } }`,
      );
    case "restore":
      return visitor.ask(`mutation { done: restore${NOUNS[deed.kind]}(id: "${id}") { id version deletedAt } }`);
    case "dismiss":
    case "reopen":
      return visitor.ask(
        `mutation { done: ${deed.what}Duplicate(pair: "${await pairOf(world, deed)}") { id dismissedAt dismissedBy { id } } }`,
      );
    case "merge": {
      const mutation = deed.kind === "PARTNER" ? "mergePartners" : "mergePeople";
      return visitor.ask(`mutation { done: ${mutation}(keep: "${id}", merge: "${deed.other}") { id version } }`);
    }
    case "unmerge":
      return visitor.ask(`mutation { done: unmerge(merged: "${id}") { changedSince } }`);
    case "detach":
      return visitor.ask(`mutation { done: removeFile(id: "${await fileOf(world, deed)}") }`);
    case "emptyTrash":
      return visitor.ask("mutation { done: emptyTrash }");
    default:
      return changeName(world, deed);
  }
}

async function changeName(
  world: World,
  deed: Extract<Deed, { what: "keepName" | "removeName" | "revealName" }>,
): Promise<Answer> {
  const visitor = world.as(deed.who);
  const { data } = await visitor.ask(`{ collaboration(id: "${deed.id}") { appearances { id } } }`);
  const whose = `collaboration: "${deed.id}", appearance: "${data?.collaboration?.appearances[0]?.id ?? NOTHING}"`;
  if (deed.what === "removeName") return visitor.ask(`mutation { done: removeTrueName(${whose}) { name } }`);
  return deed.what === "keepName"
    ? visitor.ask(`mutation { done: keepTrueName(${whose}, trueName: "${deed.name}") { name } }`)
    : visitor.ask(`mutation { done: revealTrueName(${whose}, reason: "The court asks for it") { trueName } }`);
}

/** The version as the writer sees it; 1 for what they do not see. */
async function versionOf(world: World, deed: { readonly who: Who; readonly kind: RecordKind; readonly id: string }) {
  const { data } = await world
    .as(deed.who)
    .ask(`{ it: ${NOUNS[deed.kind].toLowerCase()}(id: "${deed.id}") { version } }`);
  return Number(data?.it?.version ?? 1);
}

async function fileOf(world: World, deed: { readonly who: Who; readonly kind: RecordKind; readonly id: string }) {
  const { data } = await world
    .as(deed.who)
    .ask(`{ it: ${NOUNS[deed.kind].toLowerCase()}(id: "${deed.id}") { attachments { id } } }`);
  return data?.it?.attachments[0]?.id ?? NOTHING;
}

/** The likeliest pair of a kind that is open, or that was decided, as whoever decides about it finds it. */
async function pairOf(world: World, { who, what, kind }: Extract<Deed, { what: "dismiss" | "reopen" }>) {
  const filter = `{ kind: ${kind}, dismissed: ${what === "reopen"} }`;
  const { data } = await world.as(who).ask(`{ duplicates(first: 1, filter: ${filter}) { edges { node { id } } } }`);
  return data?.duplicates.edges[0]?.node.id ?? NOTHING;
}
