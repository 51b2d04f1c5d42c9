import { getMyVote } from "#core/polls/my-vote.service.ts";
import { getPoll } from "#core/polls/polls.service.ts";
import { withdrawVote } from "#core/polls/vote.service.ts";
import type { BotButton } from "../command.ts";
import { myVoteFace, withdrawnFace } from "../messages/answer.message.ts";
import { mustBeLinked } from "../voting.ts";

/** What the member's own vote says. */
const mine: BotButton = {
  verb: "mine",
  async press(act, { of }) {
    mustBeLinked(act);
    const { poll, vote } = await act.read(async (work) => ({
      poll: await getPoll(work, { poll: of }),
      vote: await getMyVote(work, { poll: of }),
    }));
    return { face: myVoteFace(poll, vote) };
  },
};

/** Takes the member's own vote back. */
const withdraw: BotButton = {
  verb: "withdraw",
  async press(act, { of }) {
    mustBeLinked(act);
    const { request, clickedAt } = act;
    const taken = await act.write((work) => withdrawVote(work, { poll: String(of), request, clickedAt }));
    return { face: withdrawnFace(taken) };
  },
};

export const standingButtons: readonly BotButton[] = [mine, withdraw];
