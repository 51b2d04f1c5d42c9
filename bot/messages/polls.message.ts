import type { PollSummary } from "#core/polls/polls.service.ts";
import { button, type Face, face, rows, text } from "../components.ts";
import { cut, fitting, moment } from "../text.ts";
import { wholeText } from "./poll.message.ts";
import { nameOf, showButton } from "./words.message.ts";

interface PollsView {
  polls: readonly PollSummary[];
  /** Everybody sees it already. */
  told: boolean;
}

const mostOpen = 4;
const mostOthers = 6;

/** The polls that are open, each with its button; what comes, and what was decided lately. */
export function pollsFace({ polls, told }: PollsView): Face {
  const open = polls.filter(({ state }) => state === "open");
  const others = polls.filter(({ state }) => state !== "open" && state !== "cancelled").slice(0, mostOthers);
  const words = [
    open.length === 0 ? "No poll is open now." : "## Open polls",
    ...open.map(line),
    ...(others.length === 0 ? [] : ["### Others", ...others.map(line)]),
  ];
  const voting = open
    .slice(0, mostOpen)
    .map(({ id, title }) =>
      button({ verb: "vote", of: id, numbers: [] }, { words: cut(`Vote: ${title}`, 38), weight: "main" }),
    );
  // A bylaw's text is there for all to read before the vote on it opens.
  const bylaws = others
    .filter(({ state, bylaw }) => bylaw && state === "scheduled")
    .map((poll) => wholeText(poll, cut(`Read: ${poll.title}`, 38)));
  const show = told || open.length === 0 ? [] : [showButton({ verb: "polls", of: 0, numbers: [] })];
  return face(text(fitting(words, 3_900).join("\n")), ...rows([...voting, ...bylaws, ...show]));
}

function line({ id, title, state, opensAt, closesAt, turnout: { voted, members } }: PollSummary): string {
  const turnout = `${voted} of ${members} voted`;
  const when = {
    scheduled: `opens ${moment(opensAt, "F")}`,
    open: `closes ${moment(closesAt, "F")} (${moment(closesAt, "R")}), ${turnout}`,
    closed: `closed ${moment(closesAt, "R")}, is being counted`,
    tied: `a tie, waits for its decision, ${turnout}`,
    decided: `closed ${moment(closesAt, "R")}, ${turnout}`,
    cancelled: "cancelled",
  }[state];
  return `\`${id}\` **${nameOf(title, 120)}** · ${when}`;
}
