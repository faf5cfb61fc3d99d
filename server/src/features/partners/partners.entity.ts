import type { PartnerAlias, PartnerStatusPeriod } from "@concord/shared/rules/partners";
import type { Source } from "@concord/shared/rules/records";
import type { PartnerKind, PartnerStatus } from "@concord/shared/vocabularies";
import { EntitySchema } from "typeorm";
import {
  day,
  emptyForNone,
  flag,
  id,
  json,
  longText,
  optional,
  type RecordRow,
  recordColumns,
  text,
} from "../../database/columns.ts";
import type { Page } from "../../records/page.ts";

/** An agency that we work with. */
export interface Partner extends RecordRow {
  name: string;
  /** Folded, by which partners are sorted. */
  nameSort: string;
  shortName: string | null;
  aliases: PartnerAlias[];
  kind: PartnerKind;
  status: PartnerStatus;
  /** EDTF. */
  statusSince: string | null;
  /** The newest first; its first entry is the present status. */
  statusHistory: PartnerStatusPeriod[];
  parentId: string | null;
  international: boolean;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** ISO 3166-2. */
  subdivision: string | null;
  summary: string | null;
  website: string | null;
  email: string | null;
  sources: Source[];
  officeId: string;
}

export type PartnerPage = Page<Partner>;

export const partnerEntity = new EntitySchema<Partner>({
  name: "partners",
  columns: {
    ...recordColumns,
    name: text(200),
    nameSort: text(400),
    shortName: optional(text(50)),
    aliases: json,
    kind: text(20),
    status: text(20),
    statusSince: optional(day),
    statusHistory: json,
    parentId: optional(id),
    international: flag,
    country: emptyForNone(text(2)),
    subdivision: optional(text(6)),
    summary: optional(longText),
    website: optional(text(2000)),
    email: optional(text(254)),
    sources: json,
    officeId: id,
  },
});
