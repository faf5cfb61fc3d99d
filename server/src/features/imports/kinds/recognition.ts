import { given } from "@concord/shared/rules/fields";
import { partyKey, type RecognitionValues, updateRecognitionRule } from "@concord/shared/rules/recognitions";
import { externalIdKey } from "@concord/shared/rules/records";
import { parseInput } from "../../../records/input.ts";
import { recognitionRecord } from "../../recognitions/recognitions.record.ts";
import { newRecognition } from "../../recognitions/recognitions.service.ts";
import { RECOGNITION_FIELDS } from "../fields/recognition-fields.ts";
import { likeTitles } from "../likeness.ts";
import { importedKind, withMore } from "./imported-kind.ts";
import { sourceKey } from "./keys.ts";

export const recognitionKind = importedKind({
  kind: "RECOGNITION",
  definition: recognitionRecord,
  fields: RECOGNITION_FIELDS,
  hasEmail: false,
  nameColumn: "title",
  nameOf: (values) => values.title,
  newRecord: newRecognition,
  mark: "date",
  findLike: likeTitles({ kind: "RECOGNITION", date: "date_edtf", said: "date" }),
  changed(current, said): RecognitionValues {
    const patch = given(parseInput(updateRecognitionRule, said));
    return {
      ...current,
      ...patch,
      givers: withMore(current.givers, patch.givers, partyKey),
      recipients: withMore(current.recipients, patch.recipients, partyKey),
      honours: withMore(current.honours, patch.honours, String),
      evidence: withMore(current.evidence, patch.evidence, sourceKey),
      focusAreas: withMore(current.focusAreas, patch.focusAreas, String),
      externalIds: withMore(current.externalIds, patch.externalIds, externalIdKey),
      members: withMore(current.members, patch.members, String),
    };
  },
  stored: (values) => given(parseInput(updateRecognitionRule, values)),
});
