import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { columnOf } from "../database/naming.ts";
import { entities } from "../features/entities.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const columns = entities.flatMap(({ options }) => Object.keys(options.columns).map(columnOf));
const columnNames = [...new Set(columns.filter((column) => column.includes("_")))].join("|");

/** What no answer may hold, whoever asks. */
const INSIDE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a stack", /\\n +at |\bat \S+ \((?:file|node|\/)/],
  ["a file of the program", /node_modules|node:internal|\.[cm]?[jt]s:\d+/],
  ["a path of this machine", new RegExp([ROOT, `${tmpdir()}/`].map(escaped).join("|"))],
  ["SQL", /\b(?:SELECT [\w.*`"]+|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|WHERE \w+ [=<>I])/],
  ["the database", /SQLITE_|\bER_[A-Z]+|QueryFailed|SqliteError|sqlite|mysql|mariadb|typeorm|utf8mb4/i],
  ["a library", /ZodError|GraphQLError|TypeError|RangeError|SyntaxError|is not a function|Cannot read prop|call stack/],
];
const COLUMN = new RegExp(`\\b(?:${columnNames})\\b`);

/** What an answer tells of the inside of the program; nothing, as it should be. */
export function leaksIn(body: string): string[] {
  const found = INSIDE.filter(([, pattern]) => pattern.test(body)).map(([what]) => what);
  // Data may hold what people wrote; what we say of a fault holds no column.
  const isFault = body.startsWith('{"errors"');
  return isFault && COLUMN.test(body) ? [...found, "a column"] : found;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
