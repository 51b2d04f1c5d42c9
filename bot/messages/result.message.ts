import type { OptionShown, PollShown, QuestionShown } from "#core/polls/polls.service.ts";
import { printDate } from "#core/time.ts";
import { button, type Face, face, limits, link, option, rows, select, text } from "../components.ts";
import { counted, cut, escaped, fitting } from "../text.ts";
import { placeOfPoll } from "./poll.message.ts";
import { inParts, nameOf, together } from "./words.message.ts";

/** The one reply under a poll that says who won. */
export function resultFace(poll: PollShown, { site }: { site: URL }): Face {
  const { title, turnout, tournament } = poll;
  if (poll.state !== "decided") return anewFace(poll);
  const won = winners(poll);
  const told = won.length === 0 ? ["Nobody won."] : won.map(({ words }) => words);
  const held =
    tournament === null || won.length === 0
      ? []
      : [
          `${escaped(tournament.name)} is on ${printDate(tournament.firstDay)}: ${won.map(({ label }) => label).join(", ")}.`,
        ];
  const voted =
    turnout.voted === 0
      ? "Nobody voted."
      : `${turnout.voted} of ${counted(turnout.members, "member")} voted.`;
  const words = [`### ${cut(escaped(title), 300)}`, ...fitting(told, 2_000), voted, ...held];
  return face(
    text(cut(words.join("\n"), limits.text)),
    ...rows(link(placeOfPoll(poll, site), "On the website")),
  );
}

/** The officers' message of a tie: the tied as buttons, which only the deciding officer may press. */
export function tieFace(poll: PollShown): Face {
  const tie = poll.questions.find(({ verdict }) => verdict === "tied");
  const title = `### ${cut(escaped(poll.title), 300)}`;
  if (poll.state !== "tied" && poll.state !== "decided") return anewFace(poll);
  if (poll.state === "decided" || tie === undefined) {
    const settled = winners(poll).map(({ words }) => words);
    return face(text([title, "The tie is decided.", ...fitting(settled, 2_000)].join("\n")));
  }
  const who =
    poll.tie === "president" ? "The president decides." : "A coin decides; an admin records how it fell.";
  const tied = tie.options.filter(({ id }) => tie.tied.includes(id));
  const names = tied.map(({ label }) => `**${nameOf(label, 80)}**`);
  const what = isTitle(tie, poll) ? "A tie" : `${promptOf(tie)}: a tie`;
  return face(
    text(`${title}\n${what} between ${together(names, 10)}. ${who}`),
    ...(tied.length > limits.options ? listed(tied, poll) : buttons(tied, poll)),
  );
}

const buttons = (tied: OptionShown[], { id: of }: PollShown) =>
  rows(tied.map(({ id, label }) => button({ verb: "decide", of, numbers: [id] }, { words: label })));

/** More than a message has buttons for are picked from lists. */
const listed = (tied: OptionShown[], { id: of }: PollShown) =>
  inParts(tied).map((part, at, all) =>
    select(
      { verb: "decide", of, numbers: [at] },
      {
        placeholder: `The tied, ${at + 1} of ${all.length}`,
        options: part.map(({ id, label }) => option(label, { value: id, chosen: false })),
      },
    ),
  );

/** What was counted counts no more. */
const anewFace = ({ title, state }: PollShown): Face =>
  face(
    text(
      `### ${cut(escaped(title), 300)}\n${state === "cancelled" ? "The poll was cancelled; what it came to is void." : "The poll was opened again; what it comes to is said here after the close."}`,
    ),
  );

/** Asks the officer who decides once more. */
export const confirmFace = (poll: PollShown, { option: { id, label } }: { option: OptionShown }): Face =>
  face(
    text(
      `**${cut(escaped(poll.title), 300)}**\nDecide the tie for **${escaped(label)}**? It is recorded ${poll.tie === "president" ? "as your ruling" : "that the coin fell so"}, and announced.`,
    ),
    ...rows([
      button(
        { verb: "ruling", of: poll.id, numbers: [id] },
        { words: `Yes, ${cut(label, limits.aim)}`, weight: "grave" },
      ),
    ]),
  );

/** What the ruling came to: decided, or the next tie. */
export const ruledFace = (poll: PollShown): Face =>
  poll.state === "tied" ? tieFace(poll) : face(text("It is recorded, and everybody is told."));

/** What won, and where there was a tie that too. */
const winners = (poll: PollShown): { words: string; label: string }[] =>
  poll.questions.flatMap((question) => {
    const { winner, options, byRuling } = question;
    const won = options.find(({ id }) => id === winner);
    if (won === undefined) return [];
    const label = escaped(won.label);
    const how = byRuling ? `, ${rulers[poll.tie]} after a tie with ${together(others(question))}` : "";
    // The title stands above it, and is not said twice.
    return [
      { words: `${isTitle(question, poll) ? "Chosen" : promptOf(question)}: **${label}**${how}`, label },
    ];
  });

const rulers = { president: "decided by the president", coin: "decided by a coin" } as const;

const others = ({ options, tied, winner }: QuestionShown): string[] =>
  options.filter(({ id }) => id !== winner && tied.includes(id)).map(({ label }) => nameOf(label, 80));

const isTitle = ({ prompt }: QuestionShown, { title }: PollShown): boolean => prompt === title;
const promptOf = ({ prompt }: QuestionShown): string => escaped(cut(prompt, 300));
