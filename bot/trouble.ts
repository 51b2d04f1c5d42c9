import { DiscordAPIError, HTTPError } from "discord.js";
import { DomainError } from "#core/errors.ts";

/**
 * What Discord's refusal means: the message or the channel is gone; the bot may not; what was sent is wrong, which is
 * our fault; the scheduled event cannot be; the token counts no more; or it passes.
 */
export type Trouble =
  | "message-gone"
  | "channel-gone"
  | "not-allowed"
  | "refused"
  | "no-event"
  | "fatal"
  | "passing";

const byCode: Record<number, Trouble> = {
  10_003: "channel-gone",
  10_004: "channel-gone",
  10_008: "message-gone",
  10_070: "no-event",
  30_038: "no-event",
  50_001: "not-allowed",
  50_013: "not-allowed",
  50_035: "refused",
  180_000: "no-event",
};

/** By Discord's code first, then by the status of its answer; what is not Discord's word passes. */
export function troubleWith(error: unknown): Trouble {
  if (error instanceof DiscordAPIError) {
    const known = byCode[Number(error.code)];
    if (known !== undefined) return known;
    return error.status === 401
      ? "fatal"
      : error.status >= 500 || error.status === 429
        ? "passing"
        : "refused";
  }
  if (error instanceof HTTPError && error.status === 401) return "fatal";
  return isLoginRefused(error) ? "fatal" : "passing";
}

/** An answer to a click that was answered already, or came too late: nobody waits for it any more. */
export const isAnsweredOrLate = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [10_062, 40_060, 10_015, 50_027].includes(Number(error.code));

const isLoginRefused = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  ["TokenInvalid", "DisallowedIntents", "InvalidIntents"].includes(String(error.code));

/** No patience mends it. */
export const discordRefused = (cause: unknown): DomainError =>
  new DomainError("unavailable", {
    code: "discord-refused",
    sentence:
      "Discord does not let the bot in. Make a new token in the developer portal, and set DISCORD_TOKEN to it.",
    cause,
  });

/** What the log may hold of a fault: no request, for that holds tokens and choices, and no value the database names. */
export function faultOf(error: unknown): { name: string; code: unknown; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, stack: "" };
  const code = "code" in error ? error.code : null;
  const stack = error.stack ?? "";
  return { name: error.name, code, stack: error instanceof DiscordAPIError ? error.message : stack };
}
