import { isOfficer } from "#core/actor.ts";
import { DomainError, forbidden } from "#core/errors.ts";
import type { Answer } from "./command.ts";
import type { Act } from "./context.ts";
import { saidFace } from "./messages/answer.message.ts";
import { cut, escaped } from "./text.ts";
import { mustBeLinked } from "./voting.ts";

/**
 * Does what only officers do: others are refused before anything is looked up, whatever their roles on the server.
 * What the core refuses is told in its own words, for an officer has to know what exactly to put right.
 */
export async function asOfficer(act: Act, run: () => Promise<Answer>): Promise<Answer> {
  mustBeLinked(act);
  if (!isOfficer(act.actor)) throw forbidden("officers-only", "Only officers of the club may do this.");
  try {
    return await run();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { face: saidFace([refusal]) };
  }
}

const told: ReadonlySet<string> = new Set(["invalid", "conflict", "not-found", "forbidden"]);

/** What the core refuses an officer, in its words; null for a fault, or what passes by itself. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof DomainError) || !told.has(error.kind)) return null;
  const { code, message, details } = error;
  if (code === "role-required")
    return "Only an admin of the club may do this; the club's roles count, not the server's.";
  // Sentences that lead to a command of the terminal are of no use here.
  const words = message.split(/(?<=[.!?]) (?=[A-Z])/).filter((sentence) => !/\bsabc\b/.test(sentence));
  const candidates = (details?.candidates ?? []).slice(0, 5).join(", ");
  const near = candidates === "" ? "" : ` Did you mean: ${candidates}?`;
  return escaped(cut(`${words.join(" ") || "That is not possible."}${near} Nothing was changed.`, 1_500));
}
