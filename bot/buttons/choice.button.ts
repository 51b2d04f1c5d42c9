import type { VoteButton } from "../command.ts";
import { answerVote } from "../voting.ts";

/** One of a few options that stand under the poll itself: pressing it is the vote. */
const choose: VoteButton = {
  verb: "choose",
  findsOut: true,
  press: (by, { of: poll, numbers: [option = 0] }) => answerVote(by, { poll, picks: [option] }),
};

export const choiceButtons: readonly VoteButton[] = [choose];
