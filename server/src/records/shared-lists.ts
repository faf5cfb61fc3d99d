import { type ExternalId, externalIdKey } from "@concord/shared/rules/records";
import type { FocusArea } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import { id, integer, primary, text } from "../database/columns.ts";
import { childList } from "./child-list.ts";

interface FocusAreaRow {
  recordId: string;
  focusArea: FocusArea;
  position: number;
}

/** The focus areas of every kind of record. */
export const focusAreaEntity = new EntitySchema<FocusAreaRow>({
  name: "record_focus_areas",
  columns: { recordId: primary(id), focusArea: primary(text(60)), position: integer },
});

export const focusAreaList = childList<FocusArea, FocusAreaRow>({
  entity: focusAreaEntity,
  owner: "recordId",
  toRow: (focusArea, recordId, position) => ({ recordId, focusArea, position }),
  fromRow: (row) => row.focusArea,
});

interface MemberRow {
  recordId: string;
  userId: string;
  position: number;
}

/** The users who may read a record while it is restricted; the access rule `namedMember` reads this table. */
export const memberEntity = new EntitySchema<MemberRow>({
  name: "record_members",
  columns: { recordId: primary(id), userId: primary(id), position: integer },
});

export const memberList = childList<string, MemberRow>({
  entity: memberEntity,
  owner: "recordId",
  toRow: (userId, recordId, position) => ({ recordId, userId, position }),
  fromRow: (row) => row.userId,
});

interface ExternalIdRow {
  recordId: string;
  position: number;
  systemName: string;
  value: string;
  /** Whatever the system's name is written like; what is looked for by an external id is looked for here. */
  lookup: string;
}

/** What other systems call the records of every kind. */
export const externalIdEntity = new EntitySchema<ExternalIdRow>({
  name: "record_external_ids",
  columns: {
    recordId: primary(id),
    position: primary(integer),
    systemName: text(50),
    value: text(100),
    lookup: text(250),
  },
});

export const externalIdList = childList<ExternalId, ExternalIdRow>({
  entity: externalIdEntity,
  owner: "recordId",
  toRow: ({ system, value }, recordId, position) => ({
    recordId,
    position,
    systemName: system,
    value,
    lookup: externalIdKey({ system, value }),
  }),
  fromRow: ({ systemName, value }) => ({ system: systemName, value }),
});
