import type { Transaction } from "@mikro-orm/core";
import type { CompiledQuery, Kysely } from "kysely";
import type { Work } from "#core/work.ts";

type Verb<T> = (work: Work) => Promise<T>;

/** Negative control: the same verb, with its statements as they would stand had somebody left something out. */
export function saidOtherwise<T>(verb: Verb<T>, change: (sql: string) => string): Verb<T> {
  return (work) => {
    const transaction = work.em.getTransactionContext<Transaction<Kysely<object>>>()!;
    const execute = transaction.executeQuery.bind(transaction);
    const otherwise = ((query: CompiledQuery, ...rest: []) =>
      execute({ ...query, sql: change(query.sql) }, ...rest)) as typeof execute;
    Object.assign(transaction, { executeQuery: otherwise });
    return verb(work);
  };
}
