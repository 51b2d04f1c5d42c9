import type { BotButton, VoteButton } from "../command.ts";
import { ballotFace, reviewFace } from "../messages/ballot.message.ts";
import { answerVote, paperOf } from "../voting.ts";

/** Opens the private ballot, with the standing vote on it or with what was picked before going back. */
const vote: BotButton = {
  verb: "vote",
  async press(act, { of, numbers }) {
    const paper = await paperOf(act, of);
    return { face: ballotFace(numbers.length > 0 ? { ...paper, picks: numbers } : paper) };
  },
};

/** A select was used: the ballot is drawn again with it. What depended on another pick falls away. */
const pick: BotButton = {
  verb: "pick",
  async press(act, { of, numbers: [at, _, ...before], picked: [value] }) {
    const paper = await paperOf(act, of);
    const picks = paper.poll.questions.map((_, place) =>
      place === at ? Number(value) : (before[place] ?? 0),
    );
    return { face: ballotFace({ ...paper, picks }) };
  },
};

/** Shows a secret ballot once more before it is final. */
const review: BotButton = {
  verb: "review",
  async press(act, { of, numbers: picks }) {
    const { poll } = await paperOf(act, of);
    return { face: reviewFace({ poll, picks }) };
  },
};

/** Casts what is picked. */
const cast: VoteButton = {
  verb: "cast",
  findsOut: true,
  press: (by, { of: poll, numbers: picks }) => answerVote(by, { poll, picks }),
};

export const ballotButtons: readonly (BotButton | VoteButton)[] = [vote, pick, review, cast];
