import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";

/**
 * What a first visit over a slow line begins with: the shell and one of the lists. Each request costs such a line a round
 * trip, so that their code comes in few files, and the page of a list names all that it needs at once.
 */

const CLIENT = fileURLToPath(new URL(".", import.meta.url));
/** As the routes name the pages of lists: where each is, and in which file. */
const LIST_PAGE = /listPage\(\s*"\/([^"]+)",\s*\(\) => import\("\.\.\/([^"]+)"\)/g;

interface FirstPage {
  /** "partners" */
  readonly path: string;
  /** The file of its code. */
  readonly file: string;
}

/** The pages with which a first visit may begin. */
export function firstPages(): readonly FirstPage[] {
  return [...readFileSync(`${CLIENT}src/app/routes.tsx`, "utf8").matchAll(LIST_PAGE)].map(
    ([, path = "", file = ""]) => ({
      path,
      file: `${CLIENT}src/${file}`,
    }),
  );
}

type Chunk = Rolldown.OutputChunk;

/**
 * One file for the shell and one for what lists have in common. What belongs to them is known once what nobody uses has
 * been taken out, so that the client is built a first time to see it.
 */
export async function firstChunks(config: InlineConfig): Promise<Rolldown.OutputOptions> {
  const built = await build({
    ...config,
    configFile: false,
    root: CLIENT,
    logLevel: "error",
    build: { ...config.build, write: false },
  });
  if (!("output" in built)) throw new Error("One build makes one output.");
  const chunks = built.output.filter((output) => output.type === "chunk");
  const shell = new Set(
    modulesOf(
      chunkOf(chunks, (chunk) => chunk.isEntry && chunk.name === "index"),
      chunks,
    ),
  );
  const lists = firstPages().map(({ file }) =>
    modulesOf(
      chunkOf(chunks, (chunk) => chunk.facadeModuleId === file),
      chunks,
    ),
  );
  const common = new Set(
    lists.flat().filter((id) => !shell.has(id) && lists.filter((ids) => ids.includes(id)).length > 1),
  );
  return {
    codeSplitting: {
      groups: [
        {
          name: (id) => (shell.has(id) ? "shell" : common.has(id) ? "lists" : null),
          includeDependenciesRecursively: false,
        },
      ],
    },
  };
}

function chunkOf(chunks: readonly Chunk[], is: (chunk: Chunk) => boolean): Chunk {
  const found = chunks.find(is);
  if (!found) throw new Error("A page that a first visit begins with has no file of its own.");
  return found;
}

/** A file with all that it always brings. */
function withImports(chunk: Chunk, chunks: readonly Chunk[], found = new Set<Chunk>()): Set<Chunk> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const other of chunks) if (chunk.imports.includes(other.fileName)) withImports(other, chunks, found);
  return found;
}

function modulesOf(chunk: Chunk, chunks: readonly Chunk[]): string[] {
  return [...withImports(chunk, chunks)].flatMap(({ moduleIds }) => moduleIds);
}

/** Writes for each list a page of its own, which tells the browser at once what else it will need. */
export function firstPageDocuments(): Plugin {
  return {
    name: "concord-first-page-documents",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const document = bundle["index.html"];
        if (document?.type !== "asset") return;
        const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
        for (const { path, file } of firstPages()) {
          const needed = [
            ...withImports(
              chunkOf(chunks, (chunk) => chunk.facadeModuleId === file),
              chunks,
            ),
          ];
          const source = withLinks(String(document.source), needed);
          this.emitFile({ type: "asset", fileName: `${path}.html`, source });
        }
      },
    },
  };
}

function withLinks(document: string, chunks: readonly Chunk[]): string {
  const links = [
    ...chunks.map(({ fileName }) => [fileName, `<link rel="modulepreload" crossorigin href="/${fileName}">`] as const),
    ...chunks
      .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
      .map((name) => [name, `<link rel="stylesheet" crossorigin href="/${name}">`] as const),
  ].filter(([name]) => !document.includes(name));
  return document.replace("</head>", `  ${links.map(([, link]) => link).join("\n    ")}\n  </head>`);
}
