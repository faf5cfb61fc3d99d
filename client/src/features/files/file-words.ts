import { MEDIA_TYPES } from "@concord/shared/attachments";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { numberText } from "../../ui/number-text.ts";

const MEDIA_TYPE_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  "image/jpeg": msg`JPEG picture`,
  "image/png": msg`PNG picture`,
  "image/webp": msg`WebP picture`,
  "application/pdf": msg`PDF`,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": msg`Word document`,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": msg`Excel workbook`,
};

/** What a file dialog offers; what else is attached, the server refuses with a sentence. */
export const ATTACHABLE = [...MEDIA_TYPES.keys()].join(",");

/** A type that is added on the server alone is shown as it is written. */
export function mediaTypeWords(mediaType: string): string {
  const words = MEDIA_TYPE_WORDS[mediaType];
  return words ? i18n._(words) : mediaType;
}

const UNITS = [
  { unit: "megabyte", bytes: 1_048_576, digits: 1 },
  { unit: "kilobyte", bytes: 1_024, digits: 0 },
] as const;

/** A size as people say it, counted as the server counts its limit. */
export function sizeWords(bytes: number): string {
  const fit = UNITS.find((candidate) => bytes >= candidate.bytes) ?? { unit: "byte", bytes: 1, digits: 0 };
  return numberText(bytes / fit.bytes, {
    style: "unit",
    unit: fit.unit,
    unitDisplay: fit.unit === "byte" ? "long" : "short",
    maximumFractionDigits: fit.digits,
  });
}
