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
    const isPlain = typeof text === "string" && (values ?? []).length === 0;
    if (beginning !== null && isPlain) return both(super.query(`${beginning}; ${text}`));
    // With values, or as a stream, it is a message of its own; the client sends it once the first is answered.
    if (beginning !== null) super.query(beginning).catch(() => undefined);
    if (typeof text === "string" && !isPlain) return super.query({ name: nameOf(text), text, values });
    return super.query(text as string, values);
  }) as Client["query"];
}

const names = new Map<string, string>();

/** A statement that comes with values is kept by the server under a name, with its plan. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `kept ${names.size + 1}`;
  names.set(text, name);
  return name;
}

const isBeginning = (text: unknown): text is string =>
  typeof text === "string" && /^(begin|start transaction)\b[^;]*$/.test(text);

/** Of several statements in one message the client gives a result each. */
const both = async (answer: Promise<QueryResult>): Promise<QueryResult | undefined> => {
  const results: unknown = await answer;
  return Array.isArray(results) ? (results as QueryResult[]).at(-1) : (results as QueryResult);
};
