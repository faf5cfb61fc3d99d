import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { ROOT } from "./build.ts";

/** A text in the client's code that no reader of another language would understand, or that comes too early. */
export interface Fault {
  readonly file: string;
  readonly text: string;
  readonly fault: "stands in no macro" | "is read before there is a language";
}

type Node = Readonly<Record<string, unknown>>;

/** Elements and calls whose texts Lingui takes into the catalogs. */
const MACROS = new Set(["Trans", "Plural", "t", "msg", "plural", "select"]);
/** Those that answer a text at once, and so must wait for a language. */
const AT_ONCE = new Set(["t", "plural", "select"]);
const FUNCTIONS = /^(ArrowFunctionExpression|Function(Declaration|Expression)|(Private)?Class?Method|MethodProperty)$/;
/** Attributes that hold what no person reads. */
const NO_TEXTS = new Set(["className", "rel", "__typename", "fontFamily"]);
/** Where words stand that are for developers, or no words. */
const NO_READERS = new Set(["ImportDeclaration", "ExportAllDeclaration", "TsLiteralType", "TsPropertySignature"]);
/** Names that are the same in all languages. */
const NAMES = /^(Concord|Edge|Opera|Samsung Internet|Firefox|Chrome|Safari|Android|Windows|Mac|Linux)$/;
/** Names that the schema and the browser give to things. */
const CODES = /^(Partner|Person|Collaboration|Recognition|Statement|Files|Polygon)$/;
const STYLES = /^color-mix\(|sans-serif$/;
/** Pieces of a document in HTML. */
const MARKUP = /^<\w+ [\w-]+="$/;
/** Files whose words are in a language of their own, are told before any language is there, or are the rules' own. */
const OWN_WORDS =
  /^(main\.tsx|ui\/(languages|date-texts|fault-texts|record-paths)\.ts|features\/imports\/(reason|field)-texts\.ts)$/;

/** Two words, or one that begins with a capital letter and goes on with small ones. */
function isText(text: string): boolean {
  const words = text.trim();
  if ([NAMES, CODES, STYLES, MARKUP].some((pattern) => pattern.test(words))) return false;
  return /\p{L}{2,}[,.]? \p{L}+/u.test(words) || /^\p{Lu}\p{Ll}+[.…!?]?$/u.test(words);
}

/** Every fault of a file of the client. */
export function faultsIn(file: string, code: string): Fault[] {
  const found: Fault[] = [];
  const tree = parseSync(code, { syntax: "typescript", tsx: file.endsWith("x"), target: "es2024" });
  visit(tree, false, (text, fault) => found.push({ file, text: text.trim(), fault }));
  return found;
}

type Tell = (text: string, fault: Fault["fault"]) => void;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function textOf(node: unknown): string {
  return isNode(node) && typeof node["value"] === "string" ? node["value"] : "";
}

/** Under which name something is called, tagged or drawn. */
function macroOf(node: Node): string {
  switch (node["type"]) {
    case "CallExpression":
      return textOf(node["callee"]);
    case "TaggedTemplateExpression":
      return textOf(node["tag"]);
    case "JSXElement":
      return isNode(node["opening"]) ? textOf(node["opening"]["name"]) : "";
    default:
      return "";
  }
}

function isUnread(node: Node): boolean {
  const type = String(node["type"]);
  if (NO_READERS.has(type)) return true;
  if (type === "NewExpression") return /Error$/.test(textOf(node["callee"]));
  if (type === "JSXAttribute") return NO_TEXTS.has(textOf(node["name"]));
  return type === "KeyValueProperty" && NO_TEXTS.has(textOf(node["key"]));
}

function visit(node: unknown, isLater: boolean, tell: Tell): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, isLater, tell);
    return;
  }
  if (!isNode(node) || isUnread(node)) return;
  const macro = macroOf(node);
  if (MACROS.has(macro)) {
    if (AT_ONCE.has(macro) && !isLater) tell(macro, "is read before there is a language");
    return;
  }
  const text = toldBy(node);
  if (text !== null) tell(text, "stands in no macro");
  const later = isLater || FUNCTIONS.test(String(node["type"]));
  for (const [field, value] of Object.entries(node)) if (field !== "span") visit(value, later, tell);
}

/** The text for people that a piece of the code is, where it is one. */
function toldBy(node: Node): string | null {
  switch (node["type"]) {
    case "JSXText":
      return /\p{L}{2}/u.test(textOf(node)) && !NAMES.test(textOf(node).trim()) ? textOf(node) : null;
    case "StringLiteral":
      return isText(textOf(node)) ? textOf(node) : null;
    case "TemplateElement":
      return isText(String(node["raw"])) ? String(node["raw"]) : null;
    default:
      return null;
  }
}

/** Every fault of the client. */
export function faultsOfClient(): Fault[] {
  const folder = join(ROOT, "client", "src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/^generated\/|\.test\.ts$|\.d\.ts$/.test(file) && !OWN_WORDS.test(file),
  );
  return files.flatMap((file) => faultsIn(file, readFileSync(join(folder, file), "utf8")));
}
