import * as z from "zod";
import { badInput } from "../errors.ts";

/** Where a page ended: the order it was in, the last row's value in that order, and its id, which settles ties. */
export interface Cursor {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
  readonly value: string;
  readonly id: string;
}

const cursorRule = z.tuple([z.string(), z.enum(["ASC", "DESC"]), z.string(), z.string()]);

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.field, cursor.direction, cursor.value, cursor.id])).toString("base64url");
}

/** @throws BAD_USER_INPUT where the cursor is not one of this list in this order */
export function decodeCursor(text: string, field: string, direction: "ASC" | "DESC"): Cursor {
  const parsed = cursorRule.safeParse(jsonOf(Buffer.from(text, "base64url").toString("utf8")));
  if (!parsed.success || parsed.data[0] !== field || parsed.data[1] !== direction) {
    throw badInput([
      {
        path: "after",
        message: `"${text.slice(0, 60)}" is not a cursor of this list in this order. Take endCursor of the page before, or leave it out.`,
      },
    ]);
  }
  const [, , value, id] = parsed.data;
  return { field, direction, value, id };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
