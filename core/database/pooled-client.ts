import { Client, type QueryResult } from "pg";

/**
 * A connection of the pool. It keeps back what begins a transaction until the first statement and sends both as one:
 * each way to the server and back costs more than most statements do.
 */
export class PooledClient extends Client {
  #beginning: string | null = null;

  override query = ((text: unknown, values?: unknown[]): unknown => {
    if (isBeginning(text)) {
      this.#beginning = text;
      return Promise.resolve({ command: "BEGIN", rowCount: null, rows: [] });
    }
    const beginning = this.#beginning;
    this.#beginning = null;
    if (beginning === null) return super.query(text as string, values);
    if (typeof text === "string" && (values ?? []).length === 0)
      return both(super.query(`${beginning}; ${text}`));
    // With values, or as a stream, it is a message of its own; the client sends it once the first is answered.
    super.query(beginning).catch(() => undefined);
    return super.query(text as string, values);
  }) as Client["query"];
}

const isBeginning = (text: unknown): text is string =>
  typeof text === "string" && /^(begin|start transaction)\b[^;]*$/.test(text);

/** Of several statements in one message the client gives a result each. */
const both = async (answer: Promise<QueryResult>): Promise<QueryResult | undefined> => {
  const results: unknown = await answer;
  return Array.isArray(results) ? (results as QueryResult[]).at(-1) : (results as QueryResult);
};
