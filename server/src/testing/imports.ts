import type { LightMyRequestResponse } from "fastify";
import type { TestApplication, Visitor } from "./application.ts";

const FORM = "----a-form-of-the-tests";

const IMPORT = `id state failure total goal done fileName kind
  format { encoding separator sheet sheets } columns { header samples foundBy dateOrder }
  mapping { columns dateOrder system office { id name } forAll { field value } }
  counts { verdict decision result rows } abilities { map decide run cancel undo }`;
const ROW = `number cells verdict decision choices result score sameAsRow matchedBy
  reasons { column message } record { kind id name } resultRecord { kind id name } changes { field before after }`;

type Mapping = Readonly<Record<string, unknown>>;

/** One import as somebody at a browser goes through it. */
export class ImportStory {
  readonly id: string;
  private readonly application: TestApplication;
  private readonly visitor: Visitor;

  private constructor(application: TestApplication, visitor: Visitor, id: string) {
    this.application = application;
    this.visitor = visitor;
    this.id = id;
  }

  static upload(
    visitor: Visitor,
    kind: string,
    bytes: Uint8Array | string,
    name = "list.csv",
  ): Promise<LightMyRequestResponse> {
    const head = `--${FORM}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n--${FORM}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    return visitor.send({
      method: "POST",
      url: "/imports",
      headers: { "content-type": `multipart/form-data; boundary=${FORM}` },
      payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${FORM}--\r\n`)]),
    });
  }

  /** Sends a file, and waits until it has been read. */
  static async begin(
    application: TestApplication,
    visitor: Visitor,
    kind: string,
    bytes: Uint8Array | string,
    name?: string,
  ): Promise<ImportStory> {
    return ImportStory.uploaded(application, visitor, await ImportStory.upload(visitor, kind, bytes, name));
  }

  /** Waits until a file that was sent has been read. */
  static async uploaded(
    application: TestApplication,
    visitor: Visitor,
    answer: LightMyRequestResponse,
  ): Promise<ImportStory> {
    if (answer.statusCode !== 201) throw new Error(answer.body);
    const story = new ImportStory(application, visitor, answer.json().id);
    await story.settled();
    return story;
  }

  /** A file that is checked as it was proposed, with what else is said of it. */
  static async checked(
    application: TestApplication,
    visitor: Visitor,
    kind: string,
    bytes: Uint8Array | string,
    mapping: Mapping = {},
  ): Promise<ImportStory> {
    const story = await ImportStory.begin(application, visitor, kind, bytes);
    await story.check(mapping);
    return story;
  }

  /** Waits until nothing is left to do in the background. */
  async settled(): Promise<void> {
    await this.application.http.importer.work();
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for, and fails where it is not there
  async state(): Promise<any> {
    return (await this.visitor.get(`{ import(id: "${this.id}") { ${IMPORT} } }`)).import;
  }

  async check(mapping: Mapping = {}): Promise<void> {
    const { columns } = (await this.state()).mapping;
    await this.change("checkImport", "MapImportInput", { columns, ...mapping });
    await this.settled();
  }

  /** Checks with other fields in place of those that were proposed, by the headings of their columns. */
  async match(fields: Readonly<Record<string, string | null>>, mapping: Mapping = {}): Promise<void> {
    const { columns, mapping: proposed } = await this.state();
    const matched = columns.map(({ header }: { header: string }, index: number) =>
      header in fields ? fields[header] : proposed.columns[index],
    );
    await this.check({ columns: matched, ...mapping });
  }

  async decide(input: Readonly<Record<string, unknown>>): Promise<void> {
    await this.change("decideImportRows", "DecideImportRowsInput", input);
  }

  async run(): Promise<void> {
    await this.visitor.get(`mutation { runImport(id: "${this.id}") { id } }`);
    await this.settled();
  }

  async undo(): Promise<void> {
    await this.visitor.get(`mutation { undoImport(id: "${this.id}") { id } }`);
    await this.settled();
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for, and fails where it is not there
  async rows(filter: Readonly<Record<string, unknown>> = {}): Promise<any[]> {
    const { importRows } = await this.visitor.get(
      `query($id: ID!, $filter: ImportRowFilter) { importRows(import: $id, first: 200, filter: $filter) { edges { node { ${ROW} } } } }`,
      { id: this.id, filter },
    );
    return importRows.edges.map(({ node }: { node: unknown }) => node);
  }

  /** The verdicts of the rows, in the order of the file. */
  async verdicts(): Promise<string[]> {
    return (await this.rows()).map(({ verdict }) => verdict);
  }

  async results(): Promise<(string | null)[]> {
    return (await this.rows()).map(({ result }) => result);
  }

  async report(only?: "rejected"): Promise<string> {
    const answer = await this.visitor.send({ url: `/imports/${this.id}/report.csv${only ? `?only=${only}` : ""}` });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.body;
  }

  change(mutation: string, type: string, input: unknown) {
    return this.visitor.get(`mutation($id: ID!, $input: ${type}!) { ${mutation}(id: $id, input: $input) { id } }`, {
      id: this.id,
      input,
    });
  }
}

/** Lines of CSV from rows of cells. */
export function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
}
