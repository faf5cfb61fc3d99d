import type { Role } from "@concord/shared/vocabularies";
import { type GraphQLField, type GraphQLNamedType, getNamedType, isObjectType } from "graphql";
import { type Gate, gates } from "../../access/gates.ts";
import { gateOf } from "../../access/table.ts";
import { resolvers } from "../../features/resolvers.ts";
import { buildSchema } from "../../graphql/schema.ts";
import { type Answer, rowsIn, TestApplication } from "../application.ts";
import { KINDS } from "../kinds.ts";
import { operationFor } from "../operations.ts";
import { answeredFields, everythingOf } from "../selections.ts";
import { addImport, importIdOf } from "./imports.ts";
import { mergeTwo, populate } from "./population.ts";
import { askingOf, ROLES, Someone, type Way } from "./someone.ts";
import { ALIAS } from "./specimen-values.ts";
import { combinations, HERE, HUB_IDS, hubsOf, leaksIn, type Specimen, specimen } from "./specimens.ts";

export const schema = buildSchema(resolvers);

export function fieldsOf(type: GraphQLNamedType | null | undefined): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

/** The application with a specimen of every combination, and somebody of each role who looks at them. */
export class Walk {
  readonly application: TestApplication;
  readonly viewers: readonly Someone[];
  /** A specimen of every kind for every combination, present and in the trash. */
  readonly specimens: readonly Specimen[];
  /** Every field that was answered, by the role of whom it was answered to in a session. */
  readonly answered = new Map<Role, Set<string>>(ROLES.map((role) => [role, new Set<string>()]));
  /** What traces are looked for in every answer. */
  private sought: readonly Specimen[];

  private constructor(application: TestApplication, viewers: readonly Someone[], specimens: readonly Specimen[]) {
    this.application = application;
    this.viewers = viewers;
    this.specimens = specimens;
    this.sought = specimens;
  }

  static async begin(environment: Readonly<Record<string, string>>): Promise<Walk> {
    const application = await TestApplication.open(environment);
    const viewers: Someone[] = [];
    for (const role of ROLES) viewers.push(await Someone.arrive(application, role, HERE));
    const members = viewers.map(({ user }) => user.id);
    const names = [HUB_IDS.COLLABORATION];
    const specimens = KINDS.flatMap((kind) =>
      [false, true].flatMap((isTrashed) =>
        combinations(kind, members).map((facts, index, { length }) =>
          // Each another power of two, so that a sum tells which ones are in it.
          specimen(kind, facts, { isTrashed, alias: ALIAS, names, amount: 2 ** (index + (isTrashed ? length : 0)) }),
        ),
      ),
    );
    await populate(application, [...specimens, ...hubsOf(specimens)]);
    await mergeTwo(application);
    for (const { user } of viewers) {
      const file = { id: importIdOf(user.role), userId: user.id, state: "DONE" } as const;
      await addImport(application, file, specimens);
    }
    return new Walk(application, viewers, specimens);
  }

  /** Whom the specimens name as members. */
  get members(): readonly string[] {
    return this.viewers.map(({ user }) => user.id);
  }

  /** Whoever looks at the specimens in a role. */
  as(role: Role): Someone {
    const someone = this.viewers.find(({ user }) => user.role === role);
    if (!someone) throw new Error(`Nobody walks as ${role}.`);
    return someone;
  }

  /** Adds records, whose traces are looked for from now on besides those of the specimens. */
  async add(specimens: readonly Specimen[]): Promise<void> {
    await populate(this.application, specimens);
    this.sought = [...this.specimens, ...specimens];
  }

  /** Asks as somebody by a way for one field of the root and for all that is in its answer and is for them. */
  async ask(request: {
    readonly kind: "query" | "mutation";
    readonly field: GraphQLField<unknown, unknown>;
    readonly args: Readonly<Record<string, unknown>>;
    readonly someone: Someone;
    readonly way: Way;
    readonly nested?: number | undefined;
    readonly depth?: number | undefined;
  }): Promise<{ answer: Answer; got: string; leaks: readonly string[] }> {
    const { kind, field, args, someone, way } = request;
    const asking = askingOf(someone, way);
    const type = getNamedType(field.type);
    const selection = everythingOf(type, request.depth ?? 1, {
      wanted: (parent, name) => gateOf(parent, name)?.allows(asking) ?? false,
      nested: request.nested ?? 3,
    });
    const visitor = await someone.by(way);
    const answer = await visitor.ask(operationFor(kind, field, selection), args);
    if (way === "SESSION") this.remember(someone.user.role, answeredFields(type, answer.data?.answer));
    const leaks = leaksIn({ data: answer.data, errors: withoutIds(answer, args) }, this.sought, asking?.viewer ?? null);
    return { answer, got: answer.errors.length === 0 ? "ALLOWED" : (answer.code ?? ""), leaks };
  }

  /** How many entries the audit log has: every write adds one. */
  entriesInLog(): Promise<number> {
    return rowsIn(this.application.database, "audit_log");
  }

  remember(role: Role, fields: readonly string[]): void {
    for (const field of fields) this.answered.get(role)?.add(field);
  }
}

/** What was asked for may be repeated in an error: it tells nothing that the asker did not say. */
function withoutIds(answer: Answer, args: Readonly<Record<string, unknown>>): string {
  const said = [...JSON.stringify(args).matchAll(/[0-9a-f-]{36}/g)].map(([id]) => id);
  return said.reduce((text, id) => text.replaceAll(id, "ID"), JSON.stringify(answer.errors));
}

/** The gate of a field, which every field has: a schema without one is not built. */
export function gateFor(type: string, field: string): Gate {
  return gateOf(type, field) ?? gates.administrators;
}
