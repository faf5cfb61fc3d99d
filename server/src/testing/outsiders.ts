import { expect } from "vitest";
import { type Answer, TestApplication, type Visitor } from "./application.ts";
import { NOTHING } from "./kinds.ts";

/** Manila's office, which has something to hide, and three who are to learn nothing of it. */
export class Outsiders {
  readonly application: TestApplication;
  readonly office: Visitor;
  readonly admin: Visitor;
  readonly manager: Visitor;
  readonly nairobi: Visitor;
  readonly leadership: Visitor;

  private constructor(application: TestApplication, visitors: readonly [Visitor, Visitor, Visitor, Visitor, Visitor]) {
    this.application = application;
    [this.office, this.admin, this.manager, this.nairobi, this.leadership] = visitors;
  }

  static async open(): Promise<Outsiders> {
    const application = await TestApplication.open();
    await application.addUser("nairobi@demo.example", "REGIONAL_OFFICE", "office-nairobi");
    const visitors = await Promise.all([
      application.as("office"),
      application.as("admin"),
      application.as("manager"),
      application.asUser("nairobi@demo.example"),
      application.as("leadership"),
    ]);
    return new Outsiders(application, visitors);
  }

  get all(): readonly (readonly [string, Visitor])[] {
    return [
      ["a manager of another office", this.manager],
      ["another regional office", this.nairobi],
      ["leadership", this.leadership],
    ];
  }

  /** Whatever `deed` does, no outsider sees a difference in the answer to `query`. */
  async expectUnseen(query: string, deed: () => Promise<unknown>): Promise<void> {
    const ask = () => Promise.all(this.all.map(async ([who, visitor]) => [who, await visitor.get(query)]));
    const before = await ask();
    await deed();
    expect(await ask()).toEqual(before);
  }

  /** Something restricted of Manila's. */
  operation(input: object = {}): Promise<string> {
    const restricted = { title: "Zebrafish operation", kind: "JOINT_OPERATION", confidentiality: "RESTRICTED" };
    return make(this.office, "Collaboration", { ...restricted, ...input });
  }

  /** A case of Manila's with a witness whose true name is kept. */
  async hearing(trueName: string, input: object = {}): Promise<string> {
    const { viewer } = await this.office.get("{ viewer { id } }");
    const id = await make(this.office, "Collaboration", {
      title: "A hearing",
      kind: "LEGAL_CASE",
      members: [viewer.id],
      appearances: [{ name: "Nadia", role: "WITNESS", protected: true }],
      ...input,
    });
    const { collaboration } = await this.office.get(`{ collaboration(id: "${id}") { appearances { id } } }`);
    await this.office.get(
      "mutation($whose: ID!, $who: ID!, $trueName: String!) { keepTrueName(collaboration: $whose, appearance: $who, trueName: $trueName) { id } }",
      { whose: id, who: collaboration.appearances[0].id, trueName },
    );
    return id;
  }

  /** A partner of Manila's, which everybody reads. */
  partner(name: string, input: object = {}): Promise<string> {
    return make(this.office, "Partner", { name, kind: "POLICE", country: "PH", ...input });
  }
}

/** Makes a record, and answers its id. */
export async function make(visitor: Visitor, kind: string, input: object): Promise<string> {
  const { made } = await visitor.get(
    `mutation($input: Create${kind}Input!) { made: create${kind}(input: $input) { id } }`,
    { input },
  );
  return made.id;
}

/** Tries to change a record. */
export function change(visitor: Visitor, kind: string, id: string, version: number, input: object): Promise<Answer> {
  return visitor.ask(
    `mutation($id: ID!, $version: Int!, $input: Update${kind}Input!) {
      made: update${kind}(id: $id, version: $version, input: $input) { id version } }`,
    { id, version, input },
  );
}

/** What was wrong, in words that are the same for every id. */
export function wordsOf(answer: Answer, id: string): string {
  return JSON.stringify(answer.errors).replaceAll(id, "ID");
}

/** A request about something hidden is answered like the same request about nothing. */
export async function expectAsMissing(
  visitor: Visitor,
  hidden: string,
  request: (id: string) => string,
): Promise<void> {
  const [toHidden, toNothing] = [await visitor.ask(request(hidden)), await visitor.ask(request(NOTHING))];
  expect(toNothing.errors).toHaveLength(1);
  expect(wordsOf(toHidden, hidden)).toBe(wordsOf(toNothing, NOTHING));
}
