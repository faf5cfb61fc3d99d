import { EntitySchema, type ObjectLiteral } from "typeorm";
import { id, integer, json, optional, primary, text } from "../../database/columns.ts";

/** One pointer that a merge moved: where it stood, so that it can go back as long as it stands as the merge left it. */
export interface MoveRow {
  mergedId: string;
  /** The name of one of `pointers.ts`. */
  pointer: string;
  /** The record, or file, that points. */
  ownerId: string;
  /** Where in the owner's list; 0 where it has but one. */
  position: number;
  /** What tells it from the owner's other pointers of this name, whatever is moved about in the list. */
  slot: string;
  /** The row that went because the one that stayed was in the list already, saying the same. */
  collapsed: ObjectLiteral | null;
}

export const moveEntity = new EntitySchema<MoveRow>({
  name: "merge_moves",
  columns: {
    mergedId: primary(id),
    pointer: primary(text(40)),
    ownerId: primary(id),
    position: primary(integer),
    slot: text(450),
    collapsed: optional(json),
  },
});
