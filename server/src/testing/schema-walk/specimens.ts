import type { Confidentiality, RecordKind } from "@concord/shared/vocabularies";
import { v7 } from "uuid";
import { policies } from "../../access/policies.ts";
import type { AccessFacts } from "../../access/rule.ts";
import type { Viewer } from "../../access/viewer.ts";
import { demoId } from "../../features/demo/demo.service.ts";
import { KINDS } from "../kinds.ts";
import { readCursor, withTexts } from "../readable.ts";

/** A record that stands for one combination of what access depends on. */
export interface Specimen {
  readonly kind: RecordKind;
  readonly id: string;
  /** Stands in every text of the record, and nowhere else. */
  readonly marker: string;
  readonly facts: AccessFacts;
  readonly isTrashed: boolean;
  /** Another name, where it is a partner or person: two that share it are likely duplicates. */
  readonly alias: string | null;
  /** The collaborations that it names. */
  readonly names: readonly string[];
  /** What it adds to a total, where it is a collaboration. */
  readonly amount: number;
  /** Of its file, and of who appears in it where it is a collaboration. */
  readonly file: string;
  readonly appearance: string;
}

export const HERE = demoId("office-manila");
export const ELSEWHERE = demoId("office-nairobi");
/** Named where the viewers are not: that a record has members must not be enough. */
const STRANGER = demoId("user-manager");
const LEVELS: readonly Confidentiality[] = ["PUBLIC", "INTERNAL", "RESTRICTED"];

/** One public record of each kind that names all specimens, or that all specimens name. */
export const HUB_IDS: Readonly<Record<RecordKind, string>> = {
  PARTNER: demoId("hub partner"),
  PERSON: demoId("hub person"),
  COLLABORATION: demoId("hub collaboration"),
  RECOGNITION: demoId("hub recognition"),
  STATEMENT: demoId("hub statement"),
};

/** Two people who were merged: nobody's history but theirs tells of a merge. */
export const MERGED_IDS = { keep: demoId("merged person who stays"), merge: demoId("merged person who goes") } as const;

/** Whether everybody reads all records of the kind, which are neither restricted nor have members. */
export function isOpen(kind: RecordKind): boolean {
  return kind === "PARTNER" || kind === "PERSON";
}

/**
 * Every combination for a kind: own or other office, and for those that can be restricted each confidentiality, with the
 * viewers named as members or somebody else.
 */
export function combinations(kind: RecordKind, members: readonly string[]): AccessFacts[] {
  return [HERE, ELSEWHERE].flatMap((officeId) =>
    (isOpen(kind) ? (["INTERNAL"] as const) : LEVELS).flatMap((confidentiality) =>
      (isOpen(kind) ? [[]] : [[STRANGER], members]).map((memberIds) => ({ officeId, confidentiality, memberIds })),
    ),
  );
}

export function specimen(
  kind: RecordKind,
  facts: AccessFacts,
  { id = v7(), isTrashed = false, alias = null, names = [], amount = 1 }: Partial<Specimen> = {},
): Specimen {
  const marker = `Zq${id.slice(-12)}`;
  return { kind, id, marker, facts, isTrashed, alias, names, amount, file: v7(), appearance: v7() };
}

/** The hubs of some specimens. */
export function hubsOf(specimens: readonly Specimen[]): Specimen[] {
  const facts = { officeId: demoId("office-chennai"), confidentiality: "PUBLIC", memberIds: [] } as const;
  const names = specimens.filter(({ kind }) => kind === "COLLABORATION").map(({ id }) => id);
  return KINDS.map((kind) => specimen(kind, facts, { id: HUB_IDS[kind], names, amount: 0 }));
}

/** Whether the record is there for the viewer, by the rules for one record. */
export function isThere({ kind, facts, isTrashed }: Specimen, viewer: Viewer): boolean {
  const { read, edit } = policies[kind].policy;
  return isTrashed ? edit.allows(viewer, facts) : read.allows(viewer, facts);
}

/** What in an answer tells of a record that the viewer may not read, present or in the trash. */
export function leaksIn(answer: unknown, specimens: readonly Specimen[], viewer: Viewer | null): string[] {
  const text = JSON.stringify(withTexts(answer, readCursor));
  return specimens
    .filter(({ kind, facts }) => viewer === null || !policies[kind].policy.read.allows(viewer, facts))
    .filter(({ id, marker, file, appearance }) => [id, marker, file, appearance].some((trace) => text.includes(trace)))
    .map(({ kind, id }) => `tells of the ${kind} ${id}`);
}
