import { EntitySchema } from "typeorm";
import { id, integer, optional, primary, text } from "../../database/columns.ts";
import type { Page } from "../../records/page.ts";

/** A regional or field office of ours. */
export interface Office {
  id: string;
  version: number;
  name: string;
  /** Folded, by which offices are sorted. */
  nameSort: string;
  country: string;
  city: string | null;
}

export type OfficePage = Page<Office>;

export const officeEntity = new EntitySchema<Office>({
  name: "offices",
  columns: {
    id: primary(id),
    version: integer,
    name: text(200),
    nameSort: text(400),
    country: text(2),
    city: optional(text(200)),
  },
});
