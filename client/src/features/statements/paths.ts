import type { StatementFilter } from "@concord/shared/rules/statements";
import { CONFIDENTIALITY_LABELS, FOCUS_AREA_LABELS, PERMISSION_STATUS_LABELS } from "@concord/shared/vocabularies";
import { codes, countries, date, type FilterAddress, ids, languages, words } from "../../ui/url-state.ts";

/** The list's address: `/statements?text=rescue&permission=GRANTED`. */
export const statementAddress: FilterAddress<StatementFilter> = {
  text: words,
  person: ids,
  partner: ids,
  office: ids,
  country: countries,
  focusArea: codes(FOCUS_AREA_LABELS),
  confidentiality: codes(CONFIDENTIALITY_LABELS),
  language: languages,
  permission: codes(PERMISSION_STATUS_LABELS),
  from: date,
  to: date,
};
