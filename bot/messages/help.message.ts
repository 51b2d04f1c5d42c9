import { type Face, face, text } from "../components.ts";
import { nameOf } from "./words.message.ts";

/** What one can do here; officers are told of their commands too. */
export function helpFace({ club, officer }: { club: string; officer: boolean }): Face {
  const words = [
    `## ${nameOf(club, 80)} on Discord`,
    "Polls stand in their channel: press a button to vote, again to change your mind. Only you see what you get as an answer.",
    ...list(everyone),
    ...(officer ? ["### Officers", ...list(officers)] : []),
  ];
  return face(text(words.join("\n")));
}

const list = (commands: Record<string, string>): string[] =>
  Object.entries(commands).map(([name, about]) => `- **/${name}** ${about}`);

const everyone = {
  next: "what comes next, where and when",
  standings: "the season's standings",
  results: "a tournament's results",
  polls: "the open polls, to vote in",
  me: "your dues, places and mail",
  link: "say who you are in the club, by a code in a mail",
  unlink: "take your Discord account off your record",
};

const officers = {
  "poll create": "make a poll: fill in, look it over, choose the channel",
  "poll edit": "title, text, opening and close",
  "poll extend": "close it later",
  "poll close": "count what is over now, without waiting for the next minute",
  "poll reopen": "let members vote again",
  "poll cancel": "call a poll off",
  "poll remind": "mail those who have not voted",
  "poll results": "how a poll stands",
  "poll export": "every answer of a counted poll, without names",
  "poll repost": "post a poll's message again",
  "poll vote-for": "enter a vote for a member who asked for it",
  "club link-member": "say whose a Discord account is",
  "club unlink-member": "take a member's Discord account away",
  "club channels": "which channel is for what",
  "club ping": "which role hears it when a poll opens",
  "club member-role": "which role current members get on this server",
  "club check": "whether the bot has all it needs",
};
