import { fold } from "@concord/shared/fold";
import type { ImportKind } from "@concord/shared/vocabularies";
import { requestHash } from "../../../records/history.ts";
import { RowIndex } from "./row-index.ts";

interface File {
  readonly kind: ImportKind;
  readonly office: string;
  readonly headers: readonly string[];
}

/**
 * Keys by which rows are known again in another file: what stands under which heading, whatever the order of rows and
 * columns. The second of two rows that are alike has another key than the first.
 */
export class RowKeys {
  private readonly file: File;
  private readonly seen = new RowIndex();

  constructor(file: File) {
    this.file = file;
  }

  /** Each row of the file once, from the first to the last. */
  next(cells: readonly string[]): string {
    const { kind, office, headers } = this.file;
    const filled = cells.flatMap((cell, index): [string, string][] =>
      cell.trim() === "" ? [] : [[fold(headers[index] ?? `${index}`).trim(), cell.trim().normalize("NFC")]],
    );
    const content = requestHash([kind, office, filled.map((pair) => pair.join("\u0000")).toSorted()]);
    const before = this.seen.get(content) ?? 0;
    this.seen.set(content, before + 1);
    return before === 0 ? content : requestHash([content, before]);
  }
}
