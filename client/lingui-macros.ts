import { fileURLToPath } from "node:url";
import macros from "@lingui/babel-plugin-lingui-macro";
import { getConfig } from "@lingui/conf";
import babel from "@rolldown/plugin-babel";

/** Where texts are found, and where their translations are kept. */
export const linguiConfig = getConfig({
  configPath: fileURLToPath(new URL("lingui.config.ts", import.meta.url)),
});

/** Makes of each text in a macro the id by which the catalogs know it. */
export function linguiMacros() {
  return babel({
    presets: [
      {
        preset: { plugins: [[macros, { linguiConfig }]] },
        // Babel reads only what has texts.
        rolldown: { filter: { code: /from "@lingui\/(core|react)\/macro"/ } },
      },
    ],
  });
}
