import type { RecognitionFilter } from "@concord/shared/rules/recognitions";
import {
  CONFIDENTIALITY_LABELS,
  DATE_PRECISION_LABELS,
  DIRECTION_LABELS,
  FOCUS_AREA_LABELS,
  RECOGNITION_KIND_LABELS,
} from "@concord/shared/vocabularies";
import { codes, countries, date, type FilterAddress, ids, words } from "../../ui/url-state.ts";

/** The list's address: `/recognitions?direction=RECEIVED&from=2022`. */
export const recognitionAddress: FilterAddress<RecognitionFilter> = {
  text: words,
  kind: codes(RECOGNITION_KIND_LABELS),
  direction: codes(DIRECTION_LABELS),
  partner: ids,
  person: ids,
  office: ids,
  country: countries,
  focusArea: codes(FOCUS_AREA_LABELS),
  confidentiality: codes(CONFIDENTIALITY_LABELS),
  from: date,
  to: date,
  precision: codes(DATE_PRECISION_LABELS),
};

/** Where the wall is. */
export const WALL_PATH = "/wall";

/** The wall's address: `/wall?direction=RECEIVED&from=2022&to=2022`. What is not for the wall is never asked for. */
export const wallAddress: FilterAddress<RecognitionFilter> = {
  kind: codes(RECOGNITION_KIND_LABELS),
  direction: codes(DIRECTION_LABELS),
  partner: ids,
  country: countries,
  from: date,
  to: date,
  onWall: () => true,
};
