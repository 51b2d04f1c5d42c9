import type { OptionShown, PollShown, QuestionShown } from "#core/polls/polls.service.ts";
import type { PaperShown } from "#core/polls/vote.service.ts";
import { button, type Face, face, option, rows, select, text } from "../components.ts";
import { cut, escaped, moment } from "../text.ts";
import { inParts } from "./words.message.ts";

/** What stands on a ballot that is being filled in: for each question an option by id, 0 for none. */
export interface BallotPaper {
  poll: PollShown;
  picks: readonly number[];
  /** Decides the order of the candidates: each voter has an order of their own, the same at every look. */
  voter: string;
  /** Said above it, such as that the options have changed. */
  note?: string;
  /** Whether a vote stands that could be taken back. */
  stands: boolean;
}

/** The private ballot: a select for each question with what is offered under the picks before it. */
export function ballotFace({ poll, picks, voter, note, stands }: BallotPaper): Face {
  const kept = fittingPicks(poll, picks);
  const asked = poll.questions
    .map((question, at) => ({ question, at, offered: offeredFor(question, kept) }))
    .filter(({ offered }) => offered.length > 0);
  const selects = asked.flatMap(({ question, at, offered }) =>
    inParts(choicesOf({ poll, question, offered, voter })).map((part, place, all) =>
      select(
        { verb: "pick", of: poll.id, numbers: [at, place, ...kept] },
        {
          placeholder:
            all.length === 1 ? question.prompt : `${question.prompt} (${place + 1} of ${all.length})`,
          options: part.map(({ id, label }) =>
            option(label, { value: id, chosen: id !== 0 && id === kept[at] }),
          ),
        },
      ),
    ),
  );
  const ready =
    poll.kind === "election" ? kept.some((pick) => pick !== 0) : asked.every(({ at }) => kept[at] !== 0);
  return face(
    text(
      [...(note === undefined ? [] : [note]), `**${cut(escaped(poll.title), 300)}**`, advice(poll)].join(
        "\n",
      ),
    ),
    ...selects.slice(0, mostSelects),
    ...rows([
      ...(ready
        ? [
            button(
              { verb: poll.secret ? "review" : "cast", of: poll.id, numbers: kept },
              { words: poll.secret ? "Look over my ballot" : "Cast vote", weight: "main" },
            ),
          ]
        : []),
      ...(stands
        ? [button({ verb: "withdraw", of: poll.id, numbers: [] }, { words: "Withdraw my vote" })]
        : []),
    ]),
  );
}

/** The last look before a secret ballot is final. */
export function reviewFace({ poll, picks }: Pick<BallotPaper, "poll" | "picks">): Face {
  const kept = fittingPicks(poll, picks);
  return face(
    text(
      [
        `**${cut(escaped(poll.title), 300)}**`,
        ...chosenLines(poll, kept),
        "A secret ballot is final: nobody, not even you, can change it, and nobody can see whose it is.",
      ].join("\n"),
    ),
    ...rows([
      button(
        { verb: "cast", of: poll.id, numbers: kept },
        { words: "Cast my secret ballot", weight: "grave" },
      ),
      button({ verb: "vote", of: poll.id, numbers: kept }, { words: "Go back" }),
    ]),
  );
}

/** `Lake: Travis`, a line for each question that is answered or may be left out. */
export const chosenLines = (
  poll: Pick<PaperShown, "kind" | "questions">,
  picks: readonly number[],
): string[] =>
  poll.questions.flatMap(({ prompt, options }, at) => {
    const chosen = options.find(({ id }) => id === picks[at]);
    if (chosen === undefined && poll.kind !== "election") return [];
    const asked = escaped(cut(prompt, 100));
    const answer = chosen === undefined ? "abstain" : escaped(cut(chosen.label, 100));
    return [`${asked}${/[?!:]$/.test(asked) ? "" : ":"} **${answer}**`];
  });

/** The picks as far as the poll offers them still: of each question one of its own, under what is picked before. */
export function fittingPicks({ questions }: PollShown, picks: readonly number[]): number[] {
  const kept: number[] = [];
  for (const [at, question] of questions.entries()) {
    const pick = picks[at] ?? 0;
    kept.push(offeredFor(question, kept).some(({ id }) => id === pick) ? pick : 0);
  }
  return kept;
}

const offeredFor = ({ options }: QuestionShown, picks: readonly number[]): OptionShown[] =>
  options.filter(({ parentId }) => parentId === null || picks.includes(parentId));

// A message holds 40 components: each select is two with its row, and there are the text and the buttons.
const mostSelects = 17;

interface Asking {
  poll: PollShown;
  question: QuestionShown;
  offered: OptionShown[];
  voter: string;
}

function choicesOf({ poll, question, offered, voter }: Asking): { id: number; label: string }[] {
  if (poll.kind !== "election") return offered;
  const drawn = offered.toSorted((one, other) => lot(voter, one.id) - lot(voter, other.id));
  return [...drawn, { id: 0, label: `Abstain: ${question.office ?? question.prompt}` }];
}

/** A number that looks drawn by lot, and is the same for the same voter and candidate. */
function lot(voter: string, candidate: number): number {
  let hash = 0x811c9dc5;
  for (const letter of `${voter} ${candidate} ${voter}`)
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const advice = ({ kind, closesAt, secret }: PollShown): string => {
  const until = `until ${moment(closesAt, "F")} (${moment(closesAt, "R")})`;
  if (secret)
    return `Secret, open ${until}. ${kind === "election" ? "You may leave an office out." : ""}`.trim();
  return `You can change your vote ${until}.`;
};
