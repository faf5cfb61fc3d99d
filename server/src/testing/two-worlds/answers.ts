import { type GraphQLSchema, getNamedType, isRequiredArgument } from "graphql";
import * as z from "zod";
import { readCursor, withTexts } from "../readable.ts";
import { everythingOf } from "../selections.ts";
import { IDS } from "./deed-arbitraries.ts";
import type { Question } from "./questions.ts";
import type { Who, World } from "./world.ts";

/** What somebody is answered in a world, in a form in which two worlds can be compared. */
export interface Told {
  readonly asked: unknown;
  readonly told: unknown;
}

const MAX_PAGES = 12;
const pagedRule = z.object({
  answer: z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }),
});

/** Asks, and turns the pages of a list. */
export async function answerTo(world: World, who: Who, question: Question): Promise<Told> {
  const pages: unknown[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { ...question.variables, after, in_after: after };
    const { data, errors } = await world.as(who).ask(question.document, variables);
    pages.push({ data, errors });
    const paged = pagedRule.safeParse(data?.whole ?? data);
    const info = question.isPaged && paged.success ? paged.data.answer.pageInfo : null;
    after = info?.hasNextPage ? info.endCursor : null;
  } while (after !== null && pages.length < MAX_PAGES);
  return { asked: question, told: comparable(pages) };
}

/** Every list whole, every record and its history by its id, and every file, as somebody sees them. */
export async function everythingSeen(world: World, who: Who, schema: GraphQLSchema): Promise<Told[]> {
  const told: Told[] = [];
  for (const query of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (query.args.every(({ name }) => name !== "after") || query.args.some(isRequiredArgument)) continue;
    const document = `query($after: String) { answer: ${query.name}(first: 50, after: $after) ${everythingOf(getNamedType(query.type), 1)} }`;
    told.push(await answerTo(world, who, { document, variables: {}, isPaged: true }));
  }
  const dashboard = "{ dashboard { recentActivity(first: 100) { at by { id } action kind id title } } }";
  told.push(await answerTo(world, who, { document: dashboard, variables: {}, isPaged: false }));
  for (const [name, ids] of Object.entries(IDS)) {
    const kind = name === "PROPOSAL" ? "RECOGNITION" : name;
    told.push(...(await recordsSeen(world, who, schema, kind, ids)));
  }
  const exported = await world.as(who).send({ url: "/export/audit-log.csv?from=2026-03" });
  told.push({
    asked: "export",
    told: comparable(exported.body.split("\r\n").filter((line) => !/Exported/.test(line))),
  });
  return told;
}

async function recordsSeen(
  world: World,
  who: Who,
  schema: GraphQLSchema,
  kind: string,
  ids: readonly string[],
): Promise<Told[]> {
  const noun = kind.toLowerCase();
  const query = schema.getQueryType()?.getFields()[noun];
  const history = schema.getQueryType()?.getFields()["history"];
  if (!query || !history) throw new Error(`There is no query for one ${noun}, or none for its history.`);
  const told: Told[] = [];
  const whole = `query($id: ID!) { ${noun}(id: $id) ${everythingOf(getNamedType(query.type), 1)} }`;
  const past = `query($id: ID!) { history(of: $id, first: 100) ${everythingOf(getNamedType(history.type), 0)} }`;
  for (const id of ids) {
    const { data, errors } = await world.as(who).ask(whole, { id });
    const { data: pastData, errors: pastErrors } = await world.as(who).ask(past, { id });
    told.push({ asked: `${noun} ${id}`, told: comparable({ data, errors, pastData, pastErrors }) });
    for (const { url } of data?.[noun]?.attachments ?? []) {
      const { statusCode, headers, body } = await world.as(who).send({ url });
      told.push({ asked: `a file of ${id}`, told: { statusCode, etag: headers["etag"], body } });
    }
  }
  return told;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Ids that the test gave are the same in both worlds; those that a server made are not. */
const GIVEN = /^(019ab3c0-0000-|0190a000-0000-)/;

/** The code of a certificate, which is made by chance. */
const CODE = /\b[0-9A-HJKMNP-TV-Z]{26}\b/g;

/** An answer whose ids that a server made are numbered as they come, also within cursors. */
export function comparable(answer: unknown): unknown {
  const numbers = new Map<string, string>();
  const number = (id: string) => {
    if (GIVEN.test(id)) return id;
    const known = numbers.get(id) ?? `made-${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  return withTexts(answer, (text) => readCursor(text).replaceAll(UUID, number).replaceAll(CODE, "CODE"));
}
