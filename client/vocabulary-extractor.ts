import type { ExtractorType } from "@lingui/conf";
import * as vocabularies from "../shared/src/vocabularies.ts";
import { wordId } from "./src/ui/word-id.ts";

/** The words of the shared vocabularies are texts, too; the server, which reads them as well, knows no macros. */
export const vocabularyExtractor: ExtractorType = {
  match: (filename) => filename.endsWith("/shared/src/vocabularies.ts"),
  extract(filename, _code, onMessageExtracted) {
    for (const [name, labels] of Object.entries(vocabularies)) {
      if (typeof labels !== "object") continue;
      for (const [code, message] of Object.entries(labels)) {
        onMessageExtracted({ id: wordId(name, code), message, origin: [filename, 1] });
      }
    }
  },
};
