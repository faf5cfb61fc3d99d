import type { RecordKind } from "@concord/shared/vocabularies";
import sql, { type Sql } from "sql-template-tag";
import type { EntitySchema, ObjectLiteral } from "typeorm";
import { column } from "../../access/rule.ts";
import { appearanceEntity, participantEntity } from "../collaborations/collaborations.entity.ts";
import { fileEntity } from "../files/files.entity.ts";
import { partnerEntity } from "../partners/partners.entity.ts";
import { positionEntity } from "../people/people.entity.ts";
import { type PartyRow, partyEntity } from "../recognitions/recognitions.entity.ts";
import { statementEntity } from "../statements/statements.entity.ts";

/** A column by which rows of a table point to a partner or person. */
export interface Pointer {
  /** Under which its moves are remembered: at most 40 characters, never changed. */
  readonly name: string;
  readonly entity: EntitySchema<ObjectLiteral>;
  /** The property that points. */
  readonly property: string;
  /** The property that holds the record, or file, to which a row belongs. */
  readonly owner: string;
  /** The kind of the owners whose input tells of it; null where no input does. */
  readonly holder: RecordKind | null;
  /** The rows that are such pointers. */
  readonly where: (alias: string) => Sql;
  /** What tells a row from the owner's others, however the list is moved about: at most 450 characters. */
  readonly slot: (alias: string) => Sql;
  /** Null where an owner has but one. */
  readonly list: {
    /** The rows among which a position stands once. */
    readonly where: (alias: string) => Sql;
    /** Whether two rows of one slot that point to the same would say the same twice. */
    readonly isSet: boolean;
  } | null;
  /** A property by which the same row points to a partner, too. */
  readonly besides?: string;
  /** What becomes of the rows when what they point to is removed for good. */
  readonly removal: "GO" | "ARE_EMPTIED" | "ARE_SEEN_TO_ELSEWHERE";
}

const every = () => sql`1 = 1`;
const only = () => sql`''`;
const alone = { where: every, slot: only, list: null, removal: "ARE_EMPTIED" } as const;

/** Stands in no line of text. */
const SEPARATOR = "\u001f";

/** Two positions at one partner are the same where all is the same that people wrote. */
function positionSlot(alias: string): Sql {
  const written = (name: string) => sql`COALESCE(${column(alias, name)}, '')`;
  return sql`CONCAT_WS(${SEPARATOR}, ${written("title")}, ${written("rank_title")}, ${written("from_edtf")}, ${written("to_edtf")})`;
}

function parties(name: string, side: PartyRow["side"], property: "partnerId" | "personId"): Pointer {
  const ofSide = (alias: string) => sql`${column(alias, "side")} = ${side}`;
  const personIs = (alias: string) => sql`${column(alias, "person_id")} IS`;
  return {
    name,
    entity: partyEntity,
    property,
    owner: "recognitionId",
    holder: "RECOGNITION",
    where: (alias) =>
      property === "personId"
        ? sql`${ofSide(alias)} AND ${personIs(alias)} NOT NULL`
        : sql`${ofSide(alias)} AND ${personIs(alias)} NULL`,
    slot: only,
    list: { where: ofSide, isSet: true },
    ...(property === "personId" ? { besides: "partnerId" } : {}),
    removal: "GO",
  };
}

/** The partners for which people stood when they gave or received; no input names them. */
function stoodFor(name: string, side: PartyRow["side"]): Pointer {
  const ofPeople = parties(name, side, "personId");
  return {
    ...ofPeople,
    property: "partnerId",
    holder: null,
    slot: (alias) => column(alias, "person_id"),
    list: { where: ofPeople.where, isSet: false },
    removal: "ARE_EMPTIED",
  };
}

const statements = (name: string, property: "partnerId" | "personId"): Pointer => ({
  ...alone,
  name,
  entity: statementEntity,
  property,
  owner: "id",
  holder: "STATEMENT",
});

const files: Pointer = {
  ...alone,
  name: "file",
  entity: fileEntity,
  property: "recordId",
  owner: "id",
  holder: null,
  removal: "ARE_SEEN_TO_ELSEWHERE",
};

/**
 * Everything that points to a partner or a person, in one place: a merge moves it, undoing the merge moves it back, and
 * removal for good takes it away. A table that comes to point to either is added here.
 */
export const pointersTo = {
  PARTNER: [
    { ...alone, name: "unit", entity: partnerEntity, property: "parentId", owner: "id", holder: "PARTNER" },
    {
      name: "position",
      entity: positionEntity,
      property: "partnerId",
      owner: "personId",
      holder: "PERSON",
      where: every,
      slot: positionSlot,
      list: { where: every, isSet: true },
      removal: "GO",
    },
    {
      name: "participant",
      entity: participantEntity,
      property: "partnerId",
      owner: "collaborationId",
      holder: "COLLABORATION",
      where: every,
      slot: (alias) => column(alias, "role"),
      list: { where: every, isSet: true },
      removal: "GO",
    },
    {
      name: "employer",
      entity: appearanceEntity,
      property: "employerId",
      owner: "collaborationId",
      holder: "COLLABORATION",
      where: every,
      slot: (alias) => column(alias, "id"),
      list: { where: every, isSet: false },
      removal: "ARE_EMPTIED",
    },
    parties("giver", "GIVER", "partnerId"),
    parties("recipient", "RECIPIENT", "partnerId"),
    stoodFor("giver stood for", "GIVER"),
    stoodFor("recipient stood for", "RECIPIENT"),
    statements("statement", "partnerId"),
    files,
  ],
  PERSON: [
    parties("giver", "GIVER", "personId"),
    parties("recipient", "RECIPIENT", "personId"),
    statements("statement", "personId"),
    files,
  ],
} as const satisfies Readonly<Record<"PARTNER" | "PERSON", readonly Pointer[]>>;
