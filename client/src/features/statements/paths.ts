import type { StatementFilter } from "@concord/shared/rules/statements";
import { CONFIDENTIALITY_LABELS, FOCUS_AREA_LABELS } from "@concord/shared/vocabularies";
import { codes, countries, date, type FilterAddress, flag, ids, languages, words } from "../../ui/url-state.ts";

/** The list's address: `/statements?text=rescue&publishable=true`. */
export const statementAddress: FilterAddress<StatementFilter> = {
  text: words,
  person: ids,
  partner: ids,
  office: ids,
  country: countries,
  focusArea: codes(FOCUS_AREA_LABELS),
  confidentiality: codes(CONFIDENTIALITY_LABELS),
  language: languages,
  publishable: flag,
  from: date,
  to: date,
};
