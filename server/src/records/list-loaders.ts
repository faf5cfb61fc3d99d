import type { ChildList } from "./child-list.ts";
import { defineLoader, type Loader } from "./loader.ts";
import { externalIdList, focusAreaList, memberList } from "./shared-lists.ts";

/** Reads a list that has a table of its own for many records at once. */
export function defineChildLoader<Item>(list: ChildList<Item>): Loader<string, Item[]> {
  return defineLoader(async (viewing, ids) => {
    const itemsOf = await list.read(viewing.database, ids);
    return ids.map(itemsOf);
  });
}

export const focusAreasOf = defineChildLoader(focusAreaList);
export const externalIdsOf = defineChildLoader(externalIdList);
export const memberIdsOf = defineChildLoader(memberList);
