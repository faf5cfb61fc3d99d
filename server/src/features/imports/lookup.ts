import { fold, foldedWords, searchTerms } from "@concord/shared/fold";
import { shown } from "@concord/shared/rules/fields";
import { externalIdKey } from "@concord/shared/rules/records";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { policies } from "../../access/policies.ts";
import type { Reader } from "../../database/database.ts";
import { optionalTextOf, type RawRow, textOf } from "../../database/rows.ts";
import { leadOf } from "../../records/merges.ts";
import { whereThere } from "../../records/scope.ts";
import type { Viewing } from "../../records/viewing.ts";
import type { Meaning, Mention } from "./fields/field.ts";
import { nameOf } from "./told-names.ts";
import { wordKey } from "./values/texts.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** More names than a file of any size mentions; beyond that, they are looked up again. */
const MAX_KNOWN = 20_000;
const MAX_CANDIDATES = 100;
const SUGGESTIONS = 3;
const SUGGESTION_LETTERS = 4;

type Named = "PARTNER" | "PERSON" | "COLLABORATION";

const NAMES: Readonly<
  Record<Named, { readonly name: string; readonly sort: string; readonly others: readonly string[] }>
> = {
  PARTNER: { name: "name", sort: "name_sort", others: ["short_name", "aliases"] },
  PERSON: { name: "name", sort: "name_sort", others: ["aliases"] },
  COLLABORATION: { name: "title", sort: "title_sort", others: [] },
};
const NOUNS: Readonly<Record<Mention["kind"], string>> = {
  PARTNER: "partner",
  PERSON: "person",
  COLLABORATION: "collaboration",
  OFFICE: "office",
  USER: "user",
  PARTY: "partner or person",
};

interface Names {
  readonly system: string;
  /** What we are called: "us". */
  readonly ours: readonly string[];
}

/** What the cells of a file mean that name something else, as far as it is there for whoever imports it. */
export class Lookup {
  private readonly viewing: Viewing;
  private readonly reader: Reader;
  private readonly names: Names;
  private known = new Map<string, Meaning>();

  constructor(viewing: Viewing, reader: Reader, names: Names) {
    this.viewing = viewing;
    this.reader = reader;
    this.names = names;
  }

  /** Looks up what is not known yet; each text once, however many rows have it. */
  async load(mentions: Iterable<Mention>): Promise<void> {
    if (this.known.size > MAX_KNOWN) this.known = new Map();
    for (const mention of mentions) {
      const key = keyOf(mention);
      if (!this.known.has(key)) this.known.set(key, await this.find(mention));
    }
  }

  meaningOf(mention: Mention): Meaning {
    const meaning = this.known.get(keyOf(mention));
    if (!meaning) throw new Error(`The mention ${keyOf(mention)} was not looked up.`);
    return meaning;
  }

  private async find({ kind, text }: Mention): Promise<Meaning> {
    if (kind === "OFFICE") return this.among(kind, text, await this.offices(text));
    if (kind === "USER") return this.among(kind, text, await this.users(text));
    if (kind !== "PARTY") return this.among(kind, text, await this.records(kind, text));
    if (this.names.ours.some((name) => wordKey(name) === wordKey(text))) return { ok: true, value: { us: true } };
    const partners = await this.records("PARTNER", text);
    const people = await this.records("PERSON", text);
    return this.among(kind, text, [
      ...partners.map((partner) => ({ partner })),
      ...people.map((person) => ({ person })),
    ]);
  }

  private async among(kind: Mention["kind"], text: string, found: readonly unknown[]): Promise<Meaning> {
    const [value, ...others] = found;
    if (value !== undefined && others.length === 0) return { ok: true, value };
    if (value !== undefined) {
      return {
        ok: false,
        fault: `${found.length} things are called ${shown(text)}. Write the id of the ${NOUNS[kind]} that is meant.`,
      };
    }
    const suggestions = await this.suggestions(kind, text);
    const instead =
      suggestions.length === 0 ? "Add it first, or correct the cell." : `Is it ${suggestions.join(" or ")}?`;
    return { ok: false, fault: `There is no ${NOUNS[kind]} called ${shown(text)} that you may read. ${instead}` };
  }

  /** By its id, by its external id in the system of the file, by its name, by another name of it. */
  private async records(kind: Named, text: string): Promise<string[]> {
    if (UUID.test(text)) {
      const id = text.toLowerCase();
      return this.ids(kind, sql`t.id = ${(await leadOf(this.reader, id)) ?? id}`);
    }
    const external = await this.ids(
      kind,
      sql`t.id IN (SELECT record_id FROM record_external_ids WHERE lookup = ${externalIdKey({ system: this.names.system, value: text })})`,
    );
    if (external.length > 0) return external;
    const { sort } = NAMES[kind];
    const named = await this.ids(kind, sql`t.${raw(sort)} = ${fold(text)}`);
    return named.length > 0 ? named : this.byOtherNames(kind, text);
  }

  private async ids(kind: Named, condition: Sql): Promise<string[]> {
    const { table, policy } = policies[kind];
    const rows = await this.reader.raw(
      sql`SELECT t.id FROM ${raw(table)} t WHERE ${condition} AND ${whereThere(this.viewing.viewer, policy, "t")}
          ORDER BY t.id LIMIT 3`,
    );
    return rows.map((row) => textOf(row, "id"));
  }

  /** Acronyms, aliases, and names with an acronym in brackets. */
  private async byOtherNames(kind: Named, text: string): Promise<string[]> {
    const { table, policy } = policies[kind];
    const { name, others } = NAMES[kind];
    const wanted = [text, text.replaceAll(/\([^)]*\)/g, " ")].map(wordKey).filter(Boolean);
    const words = searchTerms(wanted.at(-1) ?? "").slice(0, 8);
    if (words.length === 0) return [];
    const has = words.map(
      (word) => sql`t.id IN (SELECT record_id FROM search_terms WHERE kind = ${kind} AND term = ${word})`,
    );
    const rows = await this.reader.raw(
      sql`SELECT t.id, ${join([name, ...others].map((column) => raw(`t.${column}`)))} FROM ${raw(table)} t
          WHERE ${join(has, " AND ")} AND ${whereThere(this.viewing.viewer, policy, "t")}
          ORDER BY t.id LIMIT ${MAX_CANDIDATES}`,
    );
    return rows
      .filter((row) => namesIn(row, name).some((other) => wanted.includes(wordKey(other))))
      .map((row) => textOf(row, "id"));
  }

  /** As they stand in a sentence. */
  private async suggestions(kind: Mention["kind"], text: string): Promise<string[]> {
    const [longest = ""] = foldedWords(text).toSorted((a, b) => b.length - a.length);
    if (kind === "OFFICE" || kind === "USER" || longest.length < SUGGESTION_LETTERS) return [];
    const beginning = [...longest].slice(0, SUGGESTION_LETTERS + 1).join("");
    const sought: readonly Named[] = kind === "PARTY" ? ["PARTNER", "PERSON"] : [kind];
    const found: string[] = [];
    for (const named of sought) {
      const { table, policy } = policies[named];
      const { sort } = NAMES[named];
      const rows = await this.reader.raw(
        sql`SELECT t.id FROM ${raw(table)} t WHERE t.id IN (
              SELECT record_id FROM search_terms WHERE kind = ${named} AND term >= ${beginning}
              AND term < ${`${beginning}\u{10FFFF}`}) AND ${whereThere(this.viewing.viewer, policy, "t")}
            ORDER BY t.${raw(sort)}, t.id LIMIT ${SUGGESTIONS}`,
      );
      found.push(...rows.map((row) => nameOf(named, textOf(row, "id"))));
    }
    return found.slice(0, SUGGESTIONS);
  }

  private async offices(text: string): Promise<string[]> {
    const name = text.replace(/\s+(?:(?:field|regional)\s+)?office$/i, "");
    const rows = await this.reader.raw(
      sql`SELECT id FROM offices WHERE id = ${text.toLowerCase()} OR name_sort IN (${fold(text)}, ${fold(name)}) ORDER BY id`,
    );
    return rows.map((row) => textOf(row, "id"));
  }

  private async users(text: string): Promise<string[]> {
    const rows = await this.reader.raw(
      sql`SELECT id FROM users WHERE (email = ${text.toLowerCase()} OR name_sort = ${fold(text)}) AND deactivated_at IS NULL`,
    );
    return rows.map((row) => textOf(row, "id"));
  }
}

function keyOf({ kind, text }: Mention): string {
  return `${kind} ${text}`;
}

/** Every name in a row of the candidates; aliases are kept as JSON, as texts or with their language. */
function namesIn(row: RawRow, name: string): string[] {
  const aliases: unknown = JSON.parse(optionalTextOf(row, "aliases") ?? "[]");
  const others = (Array.isArray(aliases) ? aliases : []).map((alias: unknown) =>
    typeof alias === "object" && alias !== null && "name" in alias ? String(alias.name) : String(alias),
  );
  return [textOf(row, name), optionalTextOf(row, "short_name") ?? "", ...others].filter(Boolean);
}
