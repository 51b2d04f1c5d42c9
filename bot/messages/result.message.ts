import type { OptionShown, PollShown } from "#core/polls/polls.service.ts";
import { printDate } from "#core/time.ts";
import { button, type Face, face, limits, link, rows, text } from "../components.ts";
import { counted, cut, escaped, fitting } from "../text.ts";
import { placeOfPoll } from "./poll.message.ts";

/** The one reply under a poll that says who won. */
export function resultFace(poll: PollShown, { site }: { site: URL }): Face {
  const { title, turnout, tournament } = poll;
  if (poll.state !== "decided") return anewFace(poll);
  const won = winners(poll);
  const told = won.length === 0 ? ["Nobody won."] : won.map(({ prompt, label }) => `${prompt}: **${label}**`);
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
    const settled = winners(poll).map(({ prompt, label }) => `${prompt}: **${label}**`);
    return face(text([title, "The tie is decided.", ...fitting(settled, 2_000)].join("\n")));
  }
  const who =
    poll.tie === "president" ? "The president decides." : "A coin decides; an admin records how it fell.";
  const tied = tie.options.filter(({ id }) => tie.tied.includes(id));
  return face(
    text(`${title}\n${escaped(cut(tie.prompt, 300))}: a tie between ${tied.length} options. ${who}`),
    ...rows(
      tied
        .slice(0, limits.options)
        .map(({ id, label }) => button({ verb: "decide", of: poll.id, numbers: [id] }, { words: label })),
    ),
  );
}

/** What was counted counts no more. */
const anewFace = ({ title, state }: PollShown): Face =>
  face(
    text(
      `### ${cut(escaped(title), 300)}\n${state === "cancelled" ? "The poll was cancelled; what it came to is void." : "The poll was opened again; what it comes to is said here after the close."}`,
    ),
  );

/** Asks the officer who decides once more. */
export const confirmFace = (poll: PollShown, { option }: { option: OptionShown }): Face =>
  face(
    text(
      `**${cut(escaped(poll.title), 300)}**\nDecide the tie for **${escaped(option.label)}**? It is recorded as your ruling and announced.`,
    ),
    ...rows([
      button(
        { verb: "ruling", of: poll.id, numbers: [option.id] },
        { words: `Yes, ${cut(option.label, limits.aim)}`, weight: "grave" },
      ),
    ]),
  );

/** What the ruling came to: decided, or the next tie. */
export const ruledFace = (poll: PollShown): Face =>
  poll.state === "tied" ? tieFace(poll) : face(text("It is recorded, and everybody is told."));

const winners = ({ questions }: PollShown): { prompt: string; label: string }[] =>
  questions.flatMap(({ prompt, winner, options }) => {
    const option = options.find(({ id }) => id === winner);
    return option === undefined ? [] : [{ prompt: escaped(prompt), label: escaped(option.label) }];
  });
