import { conflict, invalid, notFound } from "../errors.ts";

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

/** An answer as it arrives: an option says by itself which question it answers. */
interface Given {
  question?: number | undefined;
  option: number;
}

/**
 * The choices in the order of the questions, refused where one is not offered: of another question, under a lake that
 * was not chosen, twice, or missing.
 */
export function mustBeOffered(paper: BallotPaper, choices: readonly Given[]): Choice[] {
  const chosen = new Map(choices.map((choice) => [questionOf(paper, choice), choice.option]));
  if (chosen.size < choices.length)
    throw invalid("answered-twice", "A question is answered twice. Answer it once.");
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

function questionOf({ questions }: BallotPaper, { question, option }: Given): number {
  const found = questions.find(({ id, options }) =>
    question === undefined ? options.some((one) => one.id === option) : id === question,
  );
  if (found === undefined) throw notOffered();
  return found.id;
}

/**
 * The choices that words mean: options by id or by label without case. One label under several lakes means the one
 * under the lake that was chosen too.
 */
export function readChoices({ questions }: BallotPaper, words: readonly string[]): Choice[] {
  const all = questions.flatMap(({ id, options }) => options.map((option) => ({ ...option, question: id })));
  const meant = words.map((word) => {
    const byId = all.filter(({ id }) => String(id) === word);
    const byLabel = all.filter(({ label }) => label.toLowerCase() === word.toLowerCase());
    return { word, found: byId.length > 0 ? byId : byLabel };
  });
  const sure = new Set(meant.flatMap(({ found }) => (found.length === 1 ? [found[0]!.id] : [])));
  return meant.map(({ word, found }) => {
    const fitting = found.length === 1 ? found : found.filter(({ parentId }) => sure.has(parentId ?? 0));
    if (fitting.length === 1) return { question: fitting[0]!.question, option: fitting[0]!.id };
    const candidates = (found.length === 0 ? all : found).map(({ id, label }) => `${label} (${id})`);
    const offer = `${candidates.join(", ")}.`;
    if (found.length === 0)
      throw notFound("option-not-found", `The poll has no option "${word}". It offers ${offer}`, {
        candidates,
      });
    throw conflict("option-ambiguous", `"${word}" is several options. Name one by its id: ${offer}`, {
      candidates,
    });
  });
}

const listed = (options: { label: string }[]): string => options.map(({ label }) => label).join(", ");

// What is on the ballot may have changed since it was drawn.
const notOffered = () =>
  conflict("option-not-offered", "What was chosen is not on this ballot. Look at the poll and choose again.");
