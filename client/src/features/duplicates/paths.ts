import type { DuplicateFilter } from "@concord/shared/rules/duplicates";
import { DUPLICATE_KIND_LABELS } from "@concord/shared/vocabularies";
import { codes, type FilterAddress, flag, ids, pathWithFilter } from "../../ui/url-state.ts";

/** The page's address: `/duplicates?kind=PARTNER&dismissed=true`. */
export const duplicateAddress: FilterAddress<DuplicateFilter> = {
  kind: codes(DUPLICATE_KIND_LABELS),
  office: ids,
  mayDecide: flag,
  dismissed: flag,
};

export function duplicatesPath(filter: DuplicateFilter): string {
  return pathWithFilter("/duplicates", filter);
}
