import type { PlaceHeld } from "#core/polls/place-history.service.ts";
import type { OptionShown, PollShown, QuestionShown } from "#core/polls/polls.service.ts";
import { printDate } from "#core/time.ts";
import { button, type Face, framed, limits, link, rows, text } from "../components.ts";
import { counted, cut, escaped, fitting, moment } from "../text.ts";
import { historyLines } from "./place-history.message.ts";
import { prose } from "./words.message.ts";

const colors = { open: 0x2f7d4f, over: 0x808080, tied: 0xc07a1c } as const;
// Discord allows 4,000 characters in all texts of a message; what stands above the answers has its share.
const share = { title: 300, description: 800, answers: 2_400 } as const;

interface Surroundings {
  site: URL;
  /** The role that hears it. */
  ping?: string | null;
  /** Where the club was in that month before. */
  history?: readonly PlaceHeld[];
}

/** A poll as it stands in the channel: open with its buttons, afterwards grey with what it came to. */
export function pollFace(poll: PollShown, { site, ping = null, history = [] }: Surroundings): Face {
  const parts = [
    ...head(poll),
    ...fitting(answers(poll), share.answers),
    ...turnout(poll),
    ...historyLines(history),
  ];
  const frame = framed(colorOf(poll), [
    text(cut(parts.join("\n"), limits.text - 40)),
    ...rows([
      ...(poll.state === "open" ? voting(poll) : []),
      ...(poll.secret && isCounted(poll) ? [allAnswers(poll)] : []),
      ...(prose(poll.description ?? "").length > share.description
        ? [wholeText(poll, "The whole text")]
        : []),
      ...link(placeOfPoll(poll, site), "On the website"),
    ]),
  ]);
  return ping === null ? frame : { ...frame, components: [text(`<@&${ping}>`), ...frame.components] };
}

/** Where the site says more of it: the page of its tournament, or the front page, which says what is being voted on. */
export const placeOfPoll = ({ tournament }: Pick<PollShown, "tournament">, site: URL): URL =>
  tournament === null
    ? site
    : new URL(`tournaments/${tournament.season}-${String(tournament.number).padStart(2, "0")}`, site);

/** Whether an answer is one press: a single question with a few short options, and a vote that can be changed. */
export const isVotedAtOnce = ({ questions, secret }: PollShown): boolean =>
  !secret &&
  questions.length === 1 &&
  questions[0]!.options.length <= limits.buttons &&
  questions[0]!.options.every(({ label }) => label.length <= limits.aim);

function voting(poll: PollShown) {
  const mine = button({ verb: "mine", of: poll.id, numbers: [] }, { words: "My vote" });
  if (!isVotedAtOnce(poll))
    return [button({ verb: "vote", of: poll.id, numbers: [] }, { words: "Vote", weight: "main" }), mine];
  const choices = poll.questions[0]!.options.map(({ id, label }) =>
    button({ verb: "choose", of: poll.id, numbers: [id] }, { words: label }),
  );
  return [...choices, mine];
}

const isCounted = ({ state }: PollShown): boolean => state === "tied" || state === "decided";

/** Of a secret ballot whoever voted finds their own by its code, and counts again. */
const allAnswers = ({ id }: PollShown) =>
  button({ verb: "answers", of: id, numbers: [] }, { words: "All answers" });

/** What a poll is about, as far as it is said. */
export const wholeText = ({ id }: Pick<PollShown, "id">, words: string) =>
  button({ verb: "text", of: id, numbers: [] }, { words });

const colorOf = ({ state }: PollShown): number =>
  state === "open" ? colors.open : state === "tied" ? colors.tied : colors.over;

function head(poll: PollShown): string[] {
  const { title, description, tournament } = poll;
  return [
    `## ${cut(escaped(title), share.title)}`,
    ...(tournament === null ? [] : [`${escaped(tournament.name)} · ${printDate(tournament.firstDay)}`]),
    ...(description === null ? [] : [cut(prose(description), share.description)]),
    standing(poll),
  ];
}

function standing({ state, closesAt, opensAt, secret, cancelled, tie }: PollShown): string {
  const until = secret ? "a secret ballot, final once it is cast" : "change your mind until then";
  switch (state) {
    case "scheduled":
      return `Opens ${moment(opensAt, "F")} (${moment(opensAt, "R")}), closes ${moment(closesAt, "F")} · paid-up members vote then`;
    case "open":
      return `Closes ${moment(closesAt, "F")} (${moment(closesAt, "R")}) · paid-up members vote · ${until}`;
    case "closed":
      return `Closed ${moment(closesAt, "F")}. The votes are being counted.`;
    case "tied":
      return `Closed ${moment(closesAt, "F")} with a tie: ${tie === "president" ? "the president" : "a coin"} decides.`;
    case "decided":
      return `Closed ${moment(closesAt, "F")}.`;
    case "cancelled":
      return `Cancelled: ${cut(escaped(cancelled?.reason ?? ""), share.title)}`;
  }
}

/** The answers with their counts as far as they may be seen, most ballots first. */
function answers(poll: PollShown): string[] {
  if (poll.state === "cancelled") return [];
  if (poll.questions.every(({ options }) => options.every(({ votes }) => votes === null)))
    return poll.state === "open" ? ["Votes are counted in secret until the close."] : [];
  return poll.questions.flatMap((question) => [...asked(question, poll), ...lines(question)]);
}

/** What is asked, unless the title says it already, and what became of it. */
function asked(question: QuestionShown, { title, tie }: PollShown): string[] {
  const became = question.byRuling ? `a tie, decided by the ${tie}` : verdict(question);
  if (question.prompt === title) return became === "" ? [] : [sentence(became)];
  const prompt = `**${escaped(cut(question.prompt, share.title))}**`;
  return [became === "" ? prompt : `${prompt}: ${became}`];
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`;

const longestList = 12;

function lines(question: QuestionShown): string[] {
  const shown = question.options.filter(({ counts }) => counts);
  const most = Math.max(1, ...shown.map(({ votes }) => votes ?? 0));
  const ordered = shown.toSorted((one, other) => (other.votes ?? 0) - (one.votes ?? 0));
  const rest = ordered.length - longestList;
  return [
    ...ordered.slice(0, longestList).map((each) => line(each, { question, most })),
    ...(rest > 0 ? [`… and ${counted(rest, "other option")}`] : []),
  ];
}

const width = 8;

function line(
  { id, label, votes }: OptionShown,
  { question, most }: { question: QuestionShown; most: number },
): string {
  const filled = Math.round(((votes ?? 0) / most) * width);
  const bar = `${"▰".repeat(filled)}${"▱".repeat(width - filled)}`;
  const mark = question.winner === id ? " 🏆" : question.tied.includes(id) ? " ⚖️" : "";
  return `${bar} **${votes ?? 0}** ${escaped(cut(label, limits.option))}${mark}`;
}

const verdicts = {
  won: "",
  tied: "a tie ⚖️",
  waiting: "waits for the tie before it",
  "no-majority": "nothing has more than half of the ballots",
  "no-votes": "nobody voted",
  "not-asked": "not asked",
} as const;

const verdict = ({ verdict: became }: QuestionShown): string => (became === null ? "" : verdicts[became]);

function turnout({ turnout: { voted, members }, state }: PollShown): string[] {
  if (state === "cancelled" || state === "scheduled") return [];
  const have = voted === 1 ? "has voted" : "have voted";
  return [`${voted} of ${counted(members, "member")} ${state === "open" ? have : "voted"}.`];
}
