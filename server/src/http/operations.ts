import { existsSync, readFileSync } from "node:fs";
import type { FastifyRequest } from "fastify";
import * as z from "zod";
import { Failure } from "../errors.ts";
import { refuseDeepJson, refuseShape } from "../graphql/shape.ts";
import { LastTexts } from "../last-texts.ts";

const manifestRule = z.record(z.string(), z.string());
const operationRule = z.looseObject({
  query: z.string().optional().catch(undefined),
  extensions: z
    .looseObject({ persistedQuery: z.looseObject({ sha256Hash: z.string() }) })
    .optional()
    .catch(undefined),
});

/** The client's own operations by their SHA-256, as its build writes them; none where the client is not built. */
export function readOperations(path: string): ReadonlyMap<string, string> {
  return existsSync(path)
    ? new Map(Object.entries(manifestRule.parse(JSON.parse(readFileSync(path, "utf8")))))
    : new Map();
}

/**
 * The client names its operations by their hash, which also saves a slow line their text. In production a browser may
 * send nothing else; scripts bear an API token and write their own.
 * @throws BAD_USER_INPUT where a hash is none of the client's, FORBIDDEN where a text is sent in production, TOO_COMPLEX
 *   where a text is refused by its shape, or the variables go too deep
 */
export function operationsOnly(operations: ReadonlyMap<string, string>, production: boolean) {
  const wellShaped = onceForEach(refuseShape);
  return async (request: FastifyRequest): Promise<void> => {
    refuseDeepJson(request.body);
    const { extensions, query: written, ...others } = operationRule.safeParse(request.body).data ?? {};
    if (extensions) {
      const query = operations.get(extensions.persistedQuery.sha256Hash);
      if (query === undefined) throw unknownOperation();
      request.body = { ...others, query };
      return;
    }
    if (production && request.asker?.asking.by !== "READ" && request.asker?.asking.by !== "WRITE") {
      throw new Failure(
        "FORBIDDEN",
        "Only the operations of Concord's own client are accepted. A script sends an API token as a bearer token.",
      );
    }
    if (written !== undefined) wellShaped(written);
  };
}

/** How many texts are remembered, and of which length at most. */
const [REMEMBERED_TEXTS, REMEMBERED_LENGTH] = [200, 10_000];

/** Does not check again what was checked already, of the texts that came last. @throws as `check` does */
function onceForEach(check: (text: string) => void): (text: string) => void {
  const passed = new LastTexts(REMEMBERED_TEXTS);
  return (text) => {
    if (!passed.has(text)) check(text);
    if (text.length <= REMEMBERED_LENGTH) passed.add(text);
  };
}

function unknownOperation(): Failure {
  return new Failure(
    "BAD_USER_INPUT",
    "Concord was updated since this page was loaded. Reload the page and try again.",
    {
      fields: [],
    },
  );
}
