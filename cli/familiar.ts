import { invalid, notFound } from "#core/errors.ts";
import type { Work } from "#core/work.ts";
import type { Context } from "./context.ts";

// Words that many commands take, told the same way everywhere.
export const angler = { argument: "an angler: id, e-mail, name or alias" } as const;
export const tournament = { argument: "a tournament: id, day, 2026-03, next or last" } as const;
export const year = { argument: "the season; the current one when left out", optional: true } as const;
export const reason = {
  option: "TEXT",
  about: "why; it goes into the audit record",
  optional: true,
} as const;

/** `2025`; anything else is refused with the word that was typed. */
export function readYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}$/.test(text)) return Number(text);
  const quotes = /^\p{L}/u.test(text) ? " A name of several words stands in quotes." : "";
  throw invalid("year-not-understood", `"${text}" is not a year. Write it as 2025.${quotes}`);
}

/** A whole number such as `12`; `what` names it in the refusal. */
export function readCount(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw invalid("number-not-understood", `${what} "${text}" is not a whole number such as 12.`);
}

/** Degrees such as `-97.86`. */
export function readDegrees(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^-?\d{1,3}(\.\d{1,9})?$/.test(text)) return Number(text);
  throw invalid(
    "degrees-not-understood",
    `${what} "${text}" is not a number of degrees such as 30.39 or -97.86.`,
  );
}

/** The season that was named, or the current one. */
export async function chosenSeason(work: Work, named: number | undefined): Promise<number> {
  if (named !== undefined) return named;
  const { findCurrentSeason } = await import("#core/tournaments/seasons-overview.service.ts");
  const current = await findCurrentSeason(work);
  if (current !== null) return current;
  throw notFound(
    "no-season",
    "There is no season yet. Make one with sabc season rules YEAR --set sabc-team.",
  );
}

/** What a file holds; `-` is stdin. Of what is far too long, or never ends, just enough that it will be refused. */
export async function readInput(path: string, { streams }: Context): Promise<Uint8Array> {
  if (path === "-") return readBounded(streams.stdin);
  const { createReadStream } = await import("node:fs");
  try {
    return await readBounded(createReadStream(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") throw notFound("file-not-found", `There is no file ${path}.`);
    throw invalid(
      "file-unreadable",
      `The file ${path} cannot be read${code === "EISDIR" ? ": it is a directory" : ""}.`,
    );
  }
}

/** The same, as JSON. */
export async function readJson(path: string, context: Context): Promise<unknown> {
  const text = new TextDecoder().decode(await readInput(path, context));
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid("json-not-understood", `${path === "-" ? "stdin" : path} is not JSON: ${reason}.`);
  }
}

async function readBounded(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > enough) break;
  }
  return Buffer.concat(chunks);
}

/** Above every limit of what is read from files; the core says which. */
const enough = 16_000_000;
