import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createCompiledCatalog, getCatalogs } from "@lingui/cli/api";
import type { Plugin } from "vite";
import { firstPages } from "./first-visit.ts";
import { linguiConfig } from "./lingui-macros.ts";
import { LANGUAGES, TRIAL_LANGUAGES } from "./src/ui/languages.ts";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const ENTRY = "src/main.tsx";
/** Where pages are fetched. */
const PLACES_OF_PAGES = new Set(["src/app/routes.tsx", "src/app/unsent.ts"]);

const CATALOGS = "virtual:catalogs";
const MESSAGES = "virtual:messages/";
const PARTS = ["first", "rest"] as const;
type Part = (typeof PARTS)[number];

/**
 * Makes of each language's catalog two modules, so that a first visit over a slow line brings the words of the shell
 * and the lists, and the others come with the first page that is none of them.
 */
export function messageCatalogs(): Plugin {
  let isBuild = false;
  return {
    name: "concord-message-catalogs",
    configResolved({ command }) {
      isBuild = command === "build";
    },
    resolveId: (id) => (id === CATALOGS || id.startsWith(MESSAGES) ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${CATALOGS}`) return loaders();
      if (!id.startsWith(`\0${MESSAGES}`)) return null;
      const [language = "", part] = id.slice(MESSAGES.length + 1).split("/");
      const catalog = await theCatalog();
      const locale = language in TRIAL_LANGUAGES ? "en" : language;
      this.addWatchFile(catalog.getFilename(locale));
      const { messages } = await catalog.getTranslations(locale, { fallbackLocales: {}, sourceLocale: "en" });
      const first = await firstIds(catalog);
      const short = isBuild ? await shortIds(catalog) : new Map<string, string>();
      const wanted = Object.entries(messages)
        .filter(([message]) => first.has(message) === (part === "first"))
        .map(([message, text]) => [short.get(message) ?? message, text] as const);
      return compiled(language, Object.fromEntries(wanted));
    },
    transform: {
      filter: { id: /\/client\/src\/|\/shared\/src\/vocabularies\.ts$/ },
      async handler(code, id) {
        if (!isBuild) return null;
        // The words of a vocabulary come with the catalogs, and need not come with its codes.
        if (id.endsWith("/vocabularies.ts")) return code.replace(/([A-Z_]+): "[^"]*"/g, '$1: ""');
        const short = await shortIds(await theCatalog());
        return code.replace(/\bid: "([\w+/-]{6})"/g, (whole, long) =>
          short.has(long) ? `id: "${short.get(long)}"` : whole,
        );
      },
    },
  };
}

async function theCatalog(): Promise<Catalog> {
  const [catalog] = await getCatalogs(linguiConfig);
  if (!catalog) throw new Error("lingui.config.ts names no catalog.");
  return catalog;
}

let numbered: Promise<Map<string, string>> | undefined;

/** Numbers instead of the hashes of the texts, which no compression makes shorter. */
function shortIds(catalog: Catalog): Promise<Map<string, string>> {
  numbered ??= catalog.read("en").then((messages) => {
    const ids = Object.keys(messages ?? {}).filter((id) => !id.includes("."));
    return new Map(ids.toSorted().map((id, index) => [id, index.toString(36)]));
  });
  return numbered;
}

function loaders(): string {
  const entries = [...Object.keys(LANGUAGES), ...Object.keys(TRIAL_LANGUAGES)].map((language) => {
    const parts = PARTS.map((part: Part) => `${part}: () => import("${MESSAGES}${language}/${part}")`);
    return `"${language}": { ${parts.join(", ")} }`;
  });
  return `export const catalogs = { ${entries.join(", ")} };`;
}

function compiled(language: string, messages: Record<string, string>): string {
  const trial = new Map(Object.entries(TRIAL_LANGUAGES)).get(language);
  const { source, errors } = createCompiledCatalog(language, messages, {
    namespace: "es",
    ...(trial && {
      pseudoLocale: language,
      pseudoLocaleOptions: { extend: 0.4, extendCharacter: "~", rightToLeft: trial === "rtl" },
    }),
  });
  const [error] = errors;
  if (error) throw new Error(`The ${language} text "${error.source}" cannot be read: ${error.error.message}`);
  return source;
}

type Catalog = Awaited<ReturnType<typeof getCatalogs>>[number];

/** The messages that stand in a file that a first visit may need, and the words of the vocabularies that it names. */
async function firstIds(catalog: Catalog): Promise<Set<string>> {
  const files = filesFrom(ENTRY);
  const code = [...files].map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");
  const isNamed = (id: string) => code.includes(`${id.split(".")[0]}_LABELS`);
  const entries = Object.entries((await catalog.read("en")) ?? {});
  return new Set(
    entries
      .filter(([id, { origin }]) =>
        origin?.some(([file]) => (file.startsWith("../shared/") ? isNamed(id) : files.has(file))),
      )
      .map(([id]) => id),
  );
}

/** A file and all that it may bring, by their paths below the client's folder; of the pages, only the first ones. */
function filesFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const code = readFileSync(join(ROOT, entry), "utf8");
  const named = [...code.matchAll(/(?:from |import\()"(\.[^"]+\.tsx?)"/g)].map((match) => match[1] ?? "");
  for (const path of named) {
    const file = relative(ROOT, join(ROOT, dirname(entry), path));
    const isFirst = firstPages().some((page) => page.file === join(ROOT, file));
    const isOther = /-page\.tsx$/.test(file) && PLACES_OF_PAGES.has(entry) && !isFirst;
    if (!isOther && !file.startsWith("src/generated/")) filesFrom(file, found);
  }
  return found;
}
