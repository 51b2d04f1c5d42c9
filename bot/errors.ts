import { DomainError, type ErrorKind } from "#core/errors.ts";
import { printDate } from "#core/time.ts";
import { button, type Face, face, rows, text } from "./components.ts";
import { moment } from "./text.ts";

type Sentence = (details: Record<string, unknown>) => string;

/** What a refusal means to a member on Discord, by its code: the core's own words are for the terminal. */
const sentences: Record<string, Sentence> = {
  "not-a-member": () =>
    "You are not a member of the club today. Only members vote; ask an officer about joining.",
  "dues-not-paid": () =>
    "You have not paid dues yet. Only members with dues paid vote; the treasurer takes them.",
  "dues-ran-out": ({ paidThrough }) =>
    `Your dues ran out${typeof paidThrough === "string" ? ` on ${printDate(paidThrough)}` : ""}. Pay them to the treasurer, and vote then.`,
  "poll-not-open-yet": ({ opensAt }) =>
    typeof opensAt === "string"
      ? `The poll is not open yet. It opens ${moment(opensAt, "F")} (${moment(opensAt, "R")}).`
      : "The poll is not open yet.",
  "poll-cancelled": () => "The poll was cancelled. Nothing is voted on.",
  "poll-closed": ({ voted }) =>
    voted === true ? "The poll is closed. Your vote stands." : "The poll is closed. You had not voted.",
  "poll-not-found": () => "This poll is no longer there. See /polls.",
  "no-open-poll": () => "No poll is open now.",
  "secret-ballot-in": () =>
    "Your secret ballot is in already. It is final, and nobody knows which one it is.",
  "secret-ballot-final": () => "A secret ballot is final: nobody knows which one is yours.",
  "not-voted": () => "You have not voted in this poll.",
  "ballot-empty": () => "Your ballot is empty. Choose something, or do not vote.",
  "answer-missing": () => "Something on your ballot is not answered yet.",
  "answered-twice": () => "A question on your ballot is answered twice.",
  "option-not-offered": () => "The options have changed. Nothing was recorded; here is the new ballot.",
  "role-required": () => "Only the officer who decides this may press it.",
  "not-the-decider": ({ tie, nobody }) =>
    nobody === true
      ? "The president decides this tie, and the club's record names none for this year. An admin sets one: `sabc officer set`."
      : tie === "president"
        ? "The president decides this tie, and nobody else: by the club's record, not by roles on this server."
        : "A coin decides this tie; an admin of the club presses how it fell.",
  "poll-not-tied": () => "The poll waits for no decision any more.",
  "option-not-tied": () => "That is not one of the tied any more.",
  "vote-unknown": () =>
    "The connection was lost in the middle: whether your vote was saved is not known. Press My vote and look.",
  "officers-only": () => "Only officers of the club may do this; roles on this server do not count.",
  "not-understood": ({ words }) => `That cannot be taken: ${String(words)}. Nothing was changed.`,
  "not-ours": () => "This button is from an older message. Press the newest one, or see /polls.",
  "no-season": () => "There is no season yet.",
  "tournament-not-found": () => "There is no such tournament. Choose one of those that are offered.",
  "tournament-reference-not-understood": () =>
    "There is no such tournament. Choose one of those that are offered.",
  "season-not-found": () => "There is no such season. Choose one of those that are offered.",
};

const byKind: Record<ErrorKind, string> = {
  "not-found": "What you asked for is not there.",
  invalid: "That cannot be right. Nothing was changed.",
  conflict: "That clashes with what stands now. Nothing was changed; look again.",
  forbidden: "You may not do this.",
  busy: "The club is busy for a moment. Nothing was changed; press again.",
  unavailable: "The club's book is closed for a moment. Your vote was not changed; press again in a minute.",
};

/** Whether it is a fault of ours, which the log has to hold. */
export const isFault = (error: unknown): boolean => !(error instanceof DomainError);

/** Whether the same may be done again in a moment, with another outcome. */
export const passes = (error: unknown): boolean =>
  !(error instanceof DomainError) || error.kind === "busy" || error.kind === "unavailable";

/** What to say to whoever met this: never what an exception says. The reference finds a fault in the log. */
export function refusalFace(
  error: unknown,
  { reference, discordId }: { reference: string; discordId: string },
): Face {
  if (error instanceof DomainError && error.code === "not-linked") return notLinkedFace(discordId);
  return face(text(refusalWords(error, { reference })));
}

function refusalWords(error: unknown, { reference }: { reference: string }): string {
  if (!(error instanceof DomainError))
    return `Something went wrong here; your vote was not changed. Tell an officer this reference: ${reference}.`;
  return sentences[error.code]?.(error.details ?? {}) ?? byKind[error.kind];
}

/** How who has no account linked gets one. */
const notLinkedFace = (discordId: string): Face =>
  face(
    text(
      `Your Discord account is not linked to a member of the club yet. Link it here, or give an officer this number: \`${discordId}\`. Then do the same again.`,
    ),
    ...rows([button({ verb: "link", of: 0, numbers: [] }, { words: "Link my account", weight: "main" })]),
  );
