import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const GENERATED = fileURLToPath(new URL("src/generated/graphql.ts", import.meta.url));
const MODULE = "virtual:operation/";
const PRINTER = "\0virtual:printer";
const IMPORT = /import \{([^}]*)\} from "[^"]*\/generated\/graphql\.ts";/g;

/**
 * Makes a module of each generated operation, so that a page comes with its own operations and not with those of all
 * others, which the one generated file would drag along.
 */
export function operationModules(): Plugin {
  return {
    name: "concord-operation-modules",
    enforce: "pre",
    transform: {
      filter: { id: /\/client\/src\/.*\.tsx?$/, code: "/generated/graphql.ts" },
      handler(code) {
        return code.replace(IMPORT, (_statement, names: string) =>
          names
            .split(",")
            .map((name) => name.trim())
            // Types vanish.
            .filter((name) => name !== "" && !name.startsWith("type "))
            .map((name) => `import { ${name} } from "${MODULE}${name}";`)
            .join(" "),
        );
      },
    },
    resolveId(id, importer) {
      if (id.startsWith(MODULE)) return `\0${id}`;
      return id === "./printer.mjs" && importer?.includes("/node_modules/graphql/") ? PRINTER : null;
    },
    load(id) {
      // An operation goes by its hash. Its text is only a key under which the client's library knows it again.
      if (id === PRINTER) return "export const print = JSON.stringify;";
      if (!id.startsWith(`\0${MODULE}`)) return null;
      this.addWatchFile(GENERATED);
      return operation(id.slice(MODULE.length + 1));
    },
  };
}

function operation(name: string): string {
  const line = readFileSync(GENERATED, "utf8")
    .split("\n")
    .find((candidate) => candidate.startsWith(`export const ${name} = `));
  if (!line) throw new Error(`There is no operation ${name}. Write it in a .graphql file, and run npm run generate.`);
  return line.replace(/ as unknown as DocumentNode<.*$/, ";");
}
