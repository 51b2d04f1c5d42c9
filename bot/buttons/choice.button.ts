import { getPoll } from "#core/polls/polls.service.ts";
import type { BotButton } from "../command.ts";
import { answerVote } from "../voting.ts";

/** One of a few options that stand under the poll itself: pressing it is the vote. */
const choose: BotButton = {
  verb: "choose",
  async press(act, { of, numbers: [option] }) {
    const poll = await act.read((work) => getPoll(work, { poll: of }));
    const question = poll.questions.find(({ options }) => options.some(({ id }) => id === option));
    return answerVote(act, { poll, choices: [{ question: question?.id ?? 0, option: option! }] });
  },
};

export const choiceButtons: readonly BotButton[] = [choose];
