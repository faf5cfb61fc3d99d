import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { beforeAll, describe, expect, it } from "vitest";
import { linguiConfig } from "../client/lingui-macros.ts";
import { ROOT, run } from "./build.ts";
import { faultsIn, faultsOfClient } from "./untranslated.ts";

/** Every text of the client is in the catalogs, and in every language. */

const CONFIG = ["--config", join(ROOT, "client/lingui.config.ts"), "--verbose"];
const LANGUAGES = linguiConfig.locales.filter((locale) => locale !== linguiConfig.sourceLocale);

it("the catalogs hold the texts of the code, all of them and no others: else run npm run messages", async () => {
  await run("lingui", ["check", "sync", "--clean", "--overwrite", ...CONFIG]);
});

it("no text is missing in any language", async () => {
  await run("lingui", ["check", "missing", "--mode", "catalog", ...CONFIG]);
});

/** What a message is filled with, and what it is drawn with: `{name}`, `<0>`. */
function partsOf(message: string): string[] {
  const tags = message.match(/<\/?\d+\/?>/g) ?? [];
  return [...new Set([...namesIn(compileMessage(message)), ...tags])].toSorted();
}

function namesIn(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, type, forms]: unknown[] = token;
    const inner = type === "plural" && typeof forms === "object" && forms !== null ? Object.values(forms) : [];
    return [String(name), ...inner.flatMap(namesIn)];
  });
}

describe.each(LANGUAGES)("in %s", (language) => {
  let catalogs: Readonly<
    Record<"source" | "own", Awaited<ReturnType<NonNullable<typeof linguiConfig.format>["parse"]>>>
  >;

  beforeAll(async () => {
    const { getCatalogs } = await import("@lingui/cli/api");
    const [catalog] = await getCatalogs(linguiConfig);
    catalogs = { source: (await catalog?.read("en")) ?? {}, own: (await catalog?.read(language)) ?? {} };
  });

  it("every text is filled with what its English one is filled with", () => {
    const differing = Object.entries(catalogs.own).flatMap(([id, { translation = "" }]) => {
      const english = catalogs.source[id]?.translation ?? "";
      const [own, source] = [partsOf(translation), partsOf(english)];
      return own.join() === source.join() ? [] : [{ english, translation, own, source }];
    });
    expect(differing).toEqual([]);
  });
});

describe("the client's code", () => {
  it("tells people nothing but what is in the catalogs", () => {
    expect(faultsOfClient()).toEqual([]);
  });

  it.each([
    ["a.tsx", "const a = () => <b>Hello</b>;", "Hello"],
    ["a.tsx", 'const a = () => <b title="Go on" />;', "Go on"],
    ["a.ts", 'const a = () => ["Go on", ""].join();', "Go on"],
    ["a.ts", 'const a = () => ({ label: "Partners" });', "Partners"],
    ["a.ts", "const a = t`Hello`;", "t"],
  ])("is told where it does otherwise: %s with %s", (file, code, text) => {
    expect(faultsIn(file, code).map((fault) => fault.text)).toEqual([text]);
  });

  it("is left alone where a macro takes the text", () => {
    const code = 'const a = () => <b title={t`Go on`} id="x"><Trans>Hello</Trans>{plural(n, { other: "# are" })}</b>;';
    expect(faultsIn("a.tsx", code)).toEqual([]);
  });
});
