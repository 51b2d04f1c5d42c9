import type { PollRow, QuestionRow } from "./poll-row.queries.ts";
import type { QuestionTally } from "./tally.rules.ts";

/** What a counted poll came to, a line for each question: `Lake: Lake Travis, 9 of 15 ballots`. */
export const resultLines = (row: PollRow, tallies: readonly QuestionTally[]): string[] =>
  tallies.flatMap((tally) => {
    const question = row.questions.find(({ id }) => id === tally.question);
    return question === undefined ? [] : (verdictWords(question, tally) ?? []);
  });

function verdictWords(question: QuestionRow, tally: QuestionTally): string[] | null {
  const label = (id: number): string => question.options.find((option) => option.id === id)?.label ?? "";
  const prompt = /[?!:]$/.test(question.prompt) ? question.prompt : `${question.prompt}:`;
  const votes = tally.options.find(({ option }) => option === (tally.winner ?? tally.tied[0]))?.votes ?? 0;
  switch (tally.verdict) {
    case "won": {
      const how = tally.byRuling ? ", by a ruling between equals" : "";
      return [`${prompt} ${label(tally.winner!)}, ${votes} of ${ballots(tally.ballots)}${how}`];
    }
    case "tied":
      return [`${prompt} a tie between ${listed(tally.tied.map(label))}, ${ballots(votes)} each`];
    case "no-majority":
      return [`${prompt} nothing has more than half of ${ballots(tally.ballots)}`];
    case "no-votes":
      return [`${prompt} nobody voted`];
    case "waiting":
      return [`${prompt} waits for the tie before it`];
    case "not-asked":
      return null;
  }
}

const ballots = (count: number): string => (count === 1 ? "1 ballot" : `${count} ballots`);

const listed = (names: string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
