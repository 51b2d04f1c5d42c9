import type { PollShown } from "#core/polls/polls.service.ts";
import type { PaperShown, VoteCast } from "#core/polls/vote.service.ts";
import { button, type Face, face, rows, text } from "../components.ts";
import { escaped, moment } from "../text.ts";
import { chosenLines } from "./ballot.message.ts";

type Choices = VoteCast["choices"];

/** What now stands, after a press that was to vote. */
export function votedFace(cast: VoteCast): Face {
  const { poll } = cast;
  if (cast.outcome === "secret") return receiptsFace(cast);
  const now = linesOf(poll, cast.choices);
  const { closesAt } = poll;
  const until =
    poll.state === "open"
      ? [`You can change it until ${moment(closesAt, "F")} (${moment(closesAt, "R")}).`]
      : [];
  switch (cast.outcome) {
    case "recorded":
      return saidFace(["Your vote is in.", ...now, ...until], changing(poll, true));
    case "changed":
      return saidFace(
        ["Your vote is changed.", ...now, `Before: ${linesOf(poll, cast.previous).join("; ")}`, ...until],
        changing(poll, true),
      );
    case "same":
      return saidFace(
        ["That was your vote already; nothing changed.", ...now, ...until],
        changing(poll, true),
      );
    case "repeated":
      return saidFace(
        now.length === 0 ? ["No vote of yours stands."] : ["Your vote stands as it is.", ...now, ...until],
        changing(poll, now.length > 0),
      );
  }
}

/** After a vote was taken back. */
export const withdrawnFace = ({ poll, previous }: VoteCast): Face =>
  saidFace(
    [
      "Your vote is withdrawn; you have none in this poll now.",
      `It was: ${linesOf(poll, previous).join("; ")}`,
    ],
    changing(poll, false),
  );

interface MyVote {
  voted: boolean;
  secret: boolean;
  proxy: boolean;
  choices: Choices;
}

/** The member's own vote as it stands. */
export function myVoteFace(poll: PollShown, { voted, secret, proxy, choices }: MyVote): Face {
  const over = poll.state === "open" ? [] : [states[poll.state]];
  if (!voted) return saidFace(["You have not voted in this poll.", ...over], changing(poll, false));
  if (secret)
    return saidFace(["Your secret ballot is in. It is final, and nobody knows which one it is.", ...over]);
  const by = proxy ? ["An officer entered this vote for you. Change it, and it is your own."] : [];
  const named = poll.questions.some(({ prompt }) => prompt === poll.title);
  return saidFace(
    [
      named ? "Your vote:" : `**${escaped(poll.title)}**: your vote.`,
      ...linesOf(poll, choices),
      ...by,
      ...over,
    ],
    changing(poll, true),
  );
}

const states = {
  scheduled: "The poll is not open yet.",
  closed: "The poll is closed.",
  tied: "The poll is closed, with a tie that waits for its decision.",
  decided: "The poll is closed.",
  cancelled: "The poll was cancelled.",
} as const;

/** Sentences, and what one may press next. */
export const saidFace = (sentences: readonly string[], buttons: Parameters<typeof rows>[0] = []): Face =>
  face(text(sentences.join("\n")), ...rows(buttons));

function receiptsFace({ poll, receipts }: VoteCast): Face {
  const codes = receipts.map(({ question, receipt }) => {
    const prompt = poll.questions.find(({ id }) => id === question)?.prompt ?? "";
    return `${escaped(prompt)}: \`${receipt}\``;
  });
  return saidFace([
    "Your secret ballot is in, and final.",
    "Keep these codes: they are shown this once, and nobody can look them up. After the close press **All answers** under the poll and find yours by them.",
    ...codes,
  ]);
}

function changing(poll: PaperShown, stands: boolean) {
  if (poll.state !== "open" || poll.secret) return [];
  const again = button(
    { verb: "vote", of: poll.id, numbers: [] },
    { words: stands ? "Change my vote" : "Vote" },
  );
  if (!stands) return [again];
  return [again, button({ verb: "withdraw", of: poll.id, numbers: [] }, { words: "Withdraw my vote" })];
}

const linesOf = (poll: PaperShown, choices: Choices): string[] =>
  chosenLines(
    {
      ...poll,
      questions: poll.questions.filter(({ id }) => choices.some(({ question }) => question === id)),
    },
    poll.questions.flatMap(({ id }) =>
      choices.filter(({ question }) => question === id).map(({ option }) => option),
    ),
  );
