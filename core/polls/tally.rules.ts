/** One question of a poll with what it offers, as far as the count needs it. */
export interface CountedQuestion {
  id: number;
  position: number;
  options: { id: number; position: number; parentId: number | null }[];
}

export interface TallyInput {
  questions: CountedQuestion[];
  /** Ballots for each option; an option nobody chose may be missing. */
  votes: ReadonlyMap<number, number>;
  /** Majority: the winner needs more than half of the question's counted ballots. */
  decision: "plurality" | "majority";
  /** Ties an officer has decided: question → option. */
  rulings: ReadonlyMap<number, number>;
}

/**
 * won: by ballots, or by a ruling among the tied · tied: waits for the ruling · no-majority and no-votes: nobody wins ·
 * waiting: it depends on a question that is tied · not-asked: nothing is offered under what won.
 */
export type Verdict = "won" | "tied" | "no-majority" | "no-votes" | "waiting" | "not-asked";

export interface QuestionTally {
  question: number;
  verdict: Verdict;
  winner: number | null;
  /** The options that lead with equally many ballots, where they are more than one. */
  tied: number[];
  byRuling: boolean;
  /** Ballots that count here. */
  ballots: number;
  /** Every option, most ballots first; `counts` is false under a lake that did not win. */
  options: { option: number; votes: number; counts: boolean }[];
}

/**
 * Counts a poll down its tree: a later question is decided among the options under what won before, so that the lake
 * with most ballots wins however its ballots are spread over ramps; a question without parents counts all ballots.
 */
export function tally({ questions, votes, decision, rulings }: TallyInput): QuestionTally[] {
  const winners = new Map<number, number | null>();
  const questionOf = new Map(
    questions.flatMap(({ id, options }) => options.map((one) => [one.id, id] as const)),
  );
  return questions
    .toSorted((one, other) => one.position - other.position)
    .map((question) => {
      const parents = question.options.map(({ parentId }) => parentId).filter((id) => id !== null);
      const undecided = parents.some((id) => !winners.has(questionOf.get(id)!));
      const won = new Set(winners.values());
      const counts = ({ parentId }: { parentId: number | null }): boolean =>
        parentId === null || won.has(parentId);
      const options = question.options
        .toSorted((one, other) => one.position - other.position)
        .map((option) => ({
          option: option.id,
          votes: votes.get(option.id) ?? 0,
          counts: !undecided && counts(option),
        }))
        .toSorted((one, other) => other.votes - one.votes);
      const judged = undecided
        ? waiting
        : judge(options, { decision, ruling: rulings.get(question.id) ?? null });
      if (judged.verdict !== "tied" && judged.verdict !== "waiting") winners.set(question.id, judged.winner);
      return { question: question.id, ...judged, options };
    });
}

type Judged = Omit<QuestionTally, "question" | "options">;

const waiting: Judged = { verdict: "waiting", winner: null, tied: [], byRuling: false, ballots: 0 };

function judge(
  options: QuestionTally["options"],
  { decision, ruling }: { decision: TallyInput["decision"]; ruling: number | null },
): Judged {
  const counted = options.filter(({ counts }) => counts);
  const ballots = counted.reduce((sum, { votes }) => sum + votes, 0);
  const none: Judged = { verdict: "no-votes", winner: null, tied: [], byRuling: false, ballots };
  if (counted.length === 0) return { ...none, verdict: "not-asked" };
  if (ballots === 0) return none;
  const most = counted[0]!.votes;
  if (decision === "majority") {
    if (2 * most <= ballots) return { ...none, verdict: "no-majority" };
    return { ...none, verdict: "won", winner: counted[0]!.option };
  }
  const leaders = counted.filter(({ votes }) => votes === most).map(({ option }) => option);
  if (leaders.length === 1) return { ...none, verdict: "won", winner: leaders[0]! };
  if (ruling === null || !leaders.includes(ruling)) return { ...none, verdict: "tied", tied: leaders };
  return { ...none, verdict: "won", winner: ruling, tied: leaders, byRuling: true };
}

/** Whether everything that can be decided is. */
export const isDecided = (tallies: readonly QuestionTally[]): boolean =>
  tallies.every(({ verdict }) => verdict !== "tied" && verdict !== "waiting");
