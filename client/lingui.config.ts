import { defineConfig } from "@lingui/cli";
import { babelExtractor } from "@lingui/cli/api/extractors/babel";
import { formatter } from "@lingui/format-po";
import { vocabularyExtractor } from "./vocabulary-extractor.ts";

function orderOf({ messageId, entry }: { messageId: string; entry: { message?: string; context?: string } }): string {
  return [entry.message ?? messageId, entry.context ?? "", messageId].join("\n");
}

/** Where texts are found, and where their translations are kept: `npm run messages`. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "fil", "ta"],
  catalogs: [
    {
      path: "<rootDir>/src/locales/{locale}",
      include: ["<rootDir>/src", "<rootDir>/../shared/src/vocabularies.ts"],
      exclude: ["**/generated/**", "**/*.test.ts"],
    },
  ],
  // Without the numbers of lines, a catalog changes only where its texts do.
  format: formatter({ lineNumbers: false }),
  // By their English words, and of the same words by their ids: the order is always one.
  orderBy: (a, b) => (orderOf(a) < orderOf(b) ? -1 : 1),
  extractors: [vocabularyExtractor, babelExtractor],
});
