import sql from "sql-template-tag";
import type { Transaction } from "../../database/database.ts";

/** Nobody else changes sums until the transaction ends. */
export async function lockSums(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`UPDATE sums_state SET version = version WHERE id = 1`);
}
