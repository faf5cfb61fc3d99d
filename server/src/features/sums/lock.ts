import sql from "sql-template-tag";
import type { Transaction } from "../../database/database.ts";

/** Nobody else changes sums until the transaction ends; once it is committed, what was read of them before is old. */
export async function lockSums(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`UPDATE sums_state SET writes = writes + 1 WHERE id = 1`);
}
