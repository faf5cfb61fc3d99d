import { tellsName } from "@concord/shared/name-matching";
import sql, { join } from "sql-template-tag";
import type { Reader, Transaction } from "../database/database.ts";
import { Failure } from "../errors.ts";
import { note } from "./audit-log.ts";
import { readableLinks } from "./references.ts";
import { type TrueName, trueNameContext, trueNameEntity } from "./true-names.entity.ts";
import { actorOf, type Viewing } from "./viewing.ts";

/** A text, and the field in which it stands. */
interface FreeText {
  readonly path: string;
  readonly text: string;
}

/** Every text in a record, at whatever depth: a field that is added later is among them by itself. */
export function textsIn(value: unknown, path: readonly (string | number)[] = []): FreeText[] {
  if (typeof value === "string") return [{ path: path.join("."), text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => textsIn(inner, [...path, field]));
}

/** Somebody typed a protected person's true name. Neither the message nor the log repeats it. */
export class TrueNameCaught extends Failure {
  readonly collaborationId: string;
  /** The record that would have told it: perhaps one that not everybody who reads the collaboration may know of. */
  readonly recordId: string;
  readonly paths: readonly string[];

  constructor(collaborationId: string, recordId: string, paths: readonly string[], message: string) {
    super("BAD_USER_INPUT", message, { fields: paths.map((path) => ({ path, message })) });
    this.collaborationId = collaborationId;
    this.recordId = recordId;
    this.paths = paths;
  }
}

/**
 * Refuses texts of a record that tell the true name of a protected person of one of these collaborations, as far as the
 * viewer may know of them: from the others no refusal may tell.
 * @throws TrueNameCaught
 */
export async function refuseTrueNames(
  viewing: Viewing,
  reader: Reader,
  recordId: string,
  collaborationIds: readonly string[],
  texts: readonly FreeText[],
): Promise<void> {
  if (collaborationIds.length === 0) return;
  const kept = await reader.find(
    trueNameEntity,
    sql`SELECT * FROM true_names WHERE collaboration_id IN (${join([...collaborationIds])})`,
  );
  if (kept.length === 0) return;
  const readable = await readableLinks(viewing, reader, collaborationIds);
  for (const name of kept.filter(({ collaborationId }) => readable.has(collaborationId))) {
    refuseTexts(name.collaborationId, openTrueName(viewing, name), texts, recordId);
  }
}

/** @throws TrueNameCaught where one of the texts, which are the collaboration's own or another record's, tells the name */
export function refuseTexts(
  collaborationId: string,
  trueName: string,
  texts: readonly FreeText[],
  recordId = collaborationId,
): void {
  const paths = texts.filter(({ text }) => tellsName(text, trueName)).map(({ path }) => path);
  if (paths.length === 0) return;
  throw new TrueNameCaught(
    collaborationId,
    recordId,
    [...new Set(paths)],
    "This tells the true name of a protected person. Write the pseudonym with its asterisk instead.",
  );
}

export function openTrueName(viewing: Viewing, { sealed, appearanceId }: TrueName): string {
  return viewing.keys.open(sealed, trueNameContext(appearanceId));
}

/** Does a write, and notes where it was refused for telling a true name: what was refused is rolled back, the note is not. */
export async function notingCaught<Result>(viewing: Viewing, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof TrueNameCaught) {
      await viewing.database.transaction(async (transaction) => noteCaught(viewing, transaction, error));
    }
    throw error;
  }
}

/** Notes that somebody typed a true name. */
export function noteCaught(viewing: Viewing, transaction: Transaction, error: TrueNameCaught): void {
  const subject = { kind: "COLLABORATION", id: error.collaborationId } as const;
  const remark = `in ${error.paths.join(", ")}`;
  const other = error.recordId === error.collaborationId ? {} : { linkId: error.recordId };
  note(transaction, actorOf(viewing), { action: "TRUE_NAME_CAUGHT", subject, ...other, remark });
}
