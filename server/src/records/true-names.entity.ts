import { EntitySchema } from "typeorm";
import { id, instant, primary, text } from "../database/columns.ts";

/** The true name of a protected person who appears in a collaboration. */
export interface TrueName {
  appearanceId: string;
  collaborationId: string;
  /** By the key ring, in the context `trueNameContext` of its appearance. */
  sealed: string;
  createdAt: string;
}

export const trueNameEntity = new EntitySchema<TrueName>({
  name: "true_names",
  columns: { appearanceId: primary(id), collaborationId: id, sealed: text(2000), createdAt: instant },
});

/** What a sealed name belongs to: it opens nowhere else. */
export function trueNameContext(appearanceId: string): string {
  return `true name of ${appearanceId}`;
}
