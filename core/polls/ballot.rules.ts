import { conflict, invalid } from "../errors.ts";

/** What a ballot may say. */
export interface BallotPaper {
  /** An election may be left out office by office; any other poll is answered as a whole. */
  abstain: boolean;
  questions: {
    id: number;
    prompt: string;
    options: { id: number; label: string; parentId: number | null }[];
  }[];
}

/** An answer: question and option by id. */
export interface Choice {
  question: number;
  option: number;
}

/**
 * The choices in the order of the questions, refused where one is not offered: of another question, under a lake that
 * was not chosen, twice, or missing.
 */
export function mustBeOffered(paper: BallotPaper, choices: readonly Choice[]): Choice[] {
  const chosen = new Map(choices.map(({ question, option }) => [question, option]));
  if (chosen.size < choices.length)
    throw invalid("answered-twice", "A question is answered twice. Answer it once.");
  const known = new Set(paper.questions.map(({ id }) => id));
  if ([...chosen.keys()].some((question) => !known.has(question))) throw notOffered();
  const picked = new Set(chosen.values());
  const answered = paper.questions.flatMap(({ id, prompt, options }) => {
    const offered = options.filter(({ parentId }) => parentId === null || picked.has(parentId));
    const option = chosen.get(id);
    if (option === undefined) {
      if (offered.length === 0 || paper.abstain) return [];
      throw invalid("answer-missing", `"${prompt}" is not answered. Choose one of ${listed(offered)}.`);
    }
    if (!offered.some((one) => one.id === option)) throw notOffered();
    return [{ question: id, option }];
  });
  if (answered.length === 0)
    throw invalid("ballot-empty", "The ballot is empty. Choose something, or do not vote.");
  return answered;
}

const listed = (options: { label: string }[]): string => options.map(({ label }) => label).join(", ");

// What is on the ballot may have changed since it was drawn.
const notOffered = () =>
  conflict("option-not-offered", "What was chosen is not on this ballot. Look at the poll and choose again.");
