import { type Asking, gates } from "../../access/gates.ts";
import type { Visitor } from "../application.ts";
import { NOTHING } from "../kinds.ts";
import { PDF, sendFile } from "../uploads.ts";
import { askingOf, type Someone, WAYS } from "./someone.ts";
import { isThere, leaksIn, type Specimen } from "./specimens.ts";
import { editing, type Verdict, verdict } from "./verdicts.ts";
import type { Walk } from "./walk.ts";

const VERDICTS: Readonly<Record<number, Verdict>> = {
  200: "ALLOWED",
  201: "ALLOWED",
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
};

/** What is done with files: how it is sent, for a file and its record, and what must come of it. */
const DEEDS = {
  read: {
    send: (visitor: Visitor, { file }: Pick<Specimen, "file" | "id">) => visitor.send({ url: `/files/${file}` }),
    expected: (each: Specimen, asking: Asking | null) =>
      verdict(gates.users, asking, (viewer) => (isThere(each, viewer) ? "ALLOWED" : "NOT_FOUND")),
  },
  attach: {
    send: (visitor: Visitor, { id }: Pick<Specimen, "file" | "id">) => sendFile(visitor, id, { bytes: PDF }),
    expected: (each: Specimen, asking: Asking | null) =>
      verdict(gates.writers, asking, (viewer) =>
        each.isTrashed ? "NOT_FOUND" : editing(viewer, each.facts, each.kind),
      ),
  },
} as const;

/** Reads the file of every specimen, and attaches one to it, by every way; says what was not as it must be. */
export async function tryFiles(walk: Walk, someone: Someone): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const way of WAYS) {
    for (const deed of ["read", "attach"] as const) found.push(...(await tryDeed(walk, someone, way, deed)));
  }
  return found;
}

async function tryDeed(
  walk: Walk,
  someone: Someone,
  way: (typeof WAYS)[number],
  deed: keyof typeof DEEDS,
): Promise<unknown[]> {
  const visitor = await someone.by(way);
  const asking = askingOf(someone, way);
  const { send, expected: expectedOf } = DEEDS[deed];
  const toNothing = (await send(visitor, { id: NOTHING, file: NOTHING })).body.replaceAll(NOTHING, "ID");
  const found: unknown[] = [];
  for (const each of walk.specimens) {
    const { statusCode, body } = await send(visitor, each);
    const expected = expectedOf(each, asking);
    const words = body.replaceAll(each.id, "ID").replaceAll(each.file, "ID");
    const isTold = expected === "NOT_FOUND" && words !== toNothing;
    const leaks = leaksIn(words, walk.specimens, asking?.viewer ?? null);
    if (VERDICTS[statusCode] === expected && !isTold && leaks.length === 0) continue;
    found.push({ way, deed, each, expected, statusCode, words, leaks });
  }
  return found;
}
