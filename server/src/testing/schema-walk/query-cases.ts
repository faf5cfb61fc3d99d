import { codesOf, DUPLICATE_KIND_LABELS, type RecordKind } from "@concord/shared/vocabularies";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { demoId } from "../../features/demo/demo.service.ts";
import { KINDS } from "../kinds.ts";
import { importIdOf } from "./imports.ts";
import type { Someone } from "./someone.ts";
import { ALIAS, AREA, CODE, WORD } from "./specimen-values.ts";
import { isThere, MERGED_IDS, type Specimen } from "./specimens.ts";

/** One way in which a query is asked, and which of the specimens its answer must show: these and no others. */
export interface Asked {
  readonly args: Readonly<Record<string, unknown>>;
  /** What is each asker's own, besides. */
  readonly ownArgs?: (someone: Someone) => Readonly<Record<string, unknown>>;
  /** How many items of the lists within it are asked for, where a few are not enough. */
  readonly nested?: number;
  /** How many records one goes into; none where many items are asked for of lists of which each has lists again. */
  readonly depth?: number;
  /** The record that it is about; the answer about one that is not there is the one about one that never was. */
  readonly about?: Specimen;
  /** The ids that the answer shows, read out of it, and whether a specimen must be among them. */
  readonly shows?: {
    readonly idsIn: (answer: unknown) => readonly string[];
    readonly expected: (specimen: Specimen, viewer: Viewer) => boolean;
  };
}

const DUPLICATE_KINDS = codesOf(DUPLICATE_KIND_LABELS);

export type QueryCase = (specimens: readonly Specimen[]) => readonly Asked[];

/** Each specimen of some kinds by its id. */
const oneByOne =
  (kinds: readonly RecordKind[], argument: string): QueryCase =>
  (specimens) =>
    specimens
      .filter(({ kind }) => kinds.includes(kind))
      .map((about) => ({ args: { [argument]: about.id, ...(argument === "of" ? { first: 5 } : {}) }, about }));

type Node = Readonly<Partial<Record<"subject" | "record" | "one" | "other", { readonly id: string }>>> & {
  id?: string;
};
const nodesIn = (answer: unknown): readonly Node[] => Object(answer).edges.map((edge: { node: object }) => edge.node);
const idsIn = (answer: unknown) => nodesIn(answer).map(({ id, subject }) => subject?.id ?? id ?? "");

/** What is there, and what lies in the trash. */
const listOf =
  (wanted: RecordKind): QueryCase =>
  () =>
    [false, true].map((isTrashed) => ({
      args: { first: 200, filter: { presence: isTrashed ? "IN_TRASH" : "PRESENT" } },
      shows: {
        idsIn,
        expected: (each, viewer) => each.kind === wanted && each.isTrashed === isTrashed && isThere(each, viewer),
      },
    }));

/**
 * For each query of the schema how it is asked. A new query must be written here: with arguments that are right, and,
 * where it tells of records, with what its answer must show of the specimens. The walk asks it as everybody, and looks
 * for traces of what they may not read in all that is answered.
 */
export const queryCases: Readonly<Record<string, QueryCase>> = {
  installation: () => [{ args: {} }],
  viewer: () => [{ args: {} }],
  office: () => [{ args: { id: demoId("office-manila") } }],
  offices: () => [{ args: { first: 200 } }],
  user: () => [{ args: { id: demoId("user-manager") } }],
  users: () => [{ args: { first: 5 } }],

  partner: oneByOne(["PARTNER"], "id"),
  person: oneByOne(["PERSON"], "id"),
  collaboration: oneByOne(["COLLABORATION"], "id"),
  recognition: oneByOne(["RECOGNITION"], "id"),
  certificate: () => [{ args: { code: CODE } }],
  statement: oneByOne(["STATEMENT"], "id"),
  history: (specimens) => [{ args: { of: MERGED_IDS.keep, first: 5 } }, ...oneByOne(KINDS, "of")(specimens)],

  partners: listOf("PARTNER"),
  people: listOf("PERSON"),
  collaborations: listOf("COLLABORATION"),
  recognitions: listOf("RECOGNITION"),
  statements: listOf("STATEMENT"),

  import: () => [{ args: {}, ownArgs: ({ user }) => ({ id: importIdOf(user.role) }) }],
  imports: () => [{ args: { first: 10 } }],
  importRows: () => [{ args: { first: 200 }, ownArgs: ({ user }) => ({ import: importIdOf(user.role) }) }],

  search: () =>
    KINDS.map((kind) => ({
      args: { text: WORD, first: 50, kinds: [kind] },
      shows: {
        idsIn,
        expected: (each, viewer) => each.kind === kind && !each.isTrashed && isThere(each, viewer),
      },
    })),

  likelyDuplicates: () =>
    DUPLICATE_KINDS.map((kind) => ({
      args: { of: { kind, name: ALIAS }, first: 20 },
      shows: {
        idsIn: (answer) => nodesIn(answer).map(({ record }) => record?.id ?? ""),
        expected: (each, viewer) => each.kind === kind && !each.isTrashed && isThere(each, viewer),
      },
    })),

  duplicates: () =>
    DUPLICATE_KINDS.map((kind) => ({
      args: { first: 50, filter: { kind: [kind] } },
      shows: {
        idsIn: (answer) => nodesIn(answer).flatMap(({ one, other }) => [one?.id ?? "", other?.id ?? ""]),
        expected: (each, viewer) => each.kind === kind && !each.isTrashed && isThere(each, viewer),
      },
    })),

  savedDashboards: () => [{ args: {} }],

  dashboard: () => [
    // With a period, before which there is one, and with partners gone quiet, who are among the demo data.
    { args: { filter: { from: "2000", to: "2049" } } },
    {
      args: { filter: { focusArea: [AREA] } },
      nested: 100,
      depth: 0,
      shows: {
        idsIn: (answer) => Object(answer).recentActivity.map((activity: { id: string }) => activity.id),
        expected: (each, viewer) => each.kind !== "PERSON" && !each.isTrashed && isThere(each, viewer),
      },
    },
  ],

  // The demo data have partners to whom recognition is due so soon; of the hub, what specimens add to it is in NUMBERS.
  recognitionDue: () => [{ args: { first: 50, filter: { collaborations: 1, months: 1 } } }],
  neverThanked: () => [{ args: { first: 50 } }],

  auditLog: (specimens) =>
    KINDS.map((kind) => ({
      args: {
        first: 200,
        filter: { subject: specimens.filter((each) => each.kind === kind).map(({ id }) => id), action: ["CREATE"] },
      },
      shows: {
        idsIn,
        expected: (each, viewer) => each.kind === kind && policies[kind].policy.read.allows(viewer, each.facts),
      },
    })),
};
