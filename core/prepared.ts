import type { Transaction } from "@mikro-orm/core";
import { CompiledQuery, type Kysely } from "kysely";
import type { Work } from "./work.ts";

/**
 * Asks what is asked with every vote or for a page, `?` for each value. The values travel beside the statement, and each
 * connection keeps its plan: to make one takes the server longer than to follow it. A statement without values is not kept.
 */
export async function askPrepared<Row>(
  work: Work,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const transaction = work.em.getTransactionContext<Transaction<Kysely<object>>>()!;
  const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(numbered(statement), [...values]));
  return rows;
}

/** Lets the connection look up all that a statement touches: the first that is carried out does not wait for it. */
export async function plan(work: Work, statement: string, values: readonly unknown[]): Promise<void> {
  await askPrepared(work, `explain ${statement}`, values);
}

/** PostgreSQL's own placeholders. */
function numbered(statement: string): string {
  let count = 0;
  return statement.replaceAll("?", () => `$${(count += 1)}`);
}
