import { conflict, DomainError, forbidden } from "#core/errors.ts";
import { mustBeCurrent } from "#core/membership/current.service.ts";
import { getMyVote, type MyVote } from "#core/polls/my-vote.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { castVote, type VoteCast } from "#core/polls/vote.service.ts";
import type { Words } from "./command.ts";
import type { Act } from "./context.ts";
import { votedFace } from "./messages/answer.message.ts";
import { ballotFace, type BallotPaper } from "./messages/ballot.message.ts";

export const optionsChanged = "The options have changed. Nothing was recorded; here is the new ballot.";

interface Vote {
  poll: PollShown;
  choices: VoteCast["choices"];
}

/** Casts a vote and says what now stands; where the options are others by now, the new ballot. */
export async function answerVote(act: Act, vote: Vote): Promise<Words> {
  mustBeLinked(act);
  try {
    return { face: votedFace(vote.poll, await castSurely(act, vote)) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "option-not-offered") throw error;
    return { face: ballotFace({ ...(await paperOf(act, vote.poll.id)), note: optionsChanged }) };
  }
}

/** What stands on the ballot of who acts: their vote so far, or nothing. Refused for who could not cast it now. */
export async function paperOf(act: Act, id: number): Promise<BallotPaper> {
  const anglerId = mustBeLinked(act);
  const { poll, mine } = await act.read(async (work) => {
    await mustBeCurrent(work, { anglerId });
    return { poll: await getPoll(work, { poll: id }), mine: await getMyVote(work, { poll: id }) };
  });
  mustBeOpen(poll, mine);
  const picks = poll.questions.map(
    ({ id: question }) => mine.choices.find((choice) => choice.question === question)?.option ?? 0,
  );
  return { poll, picks, voter: String(anglerId), stands: mine.voted };
}

function mustBeOpen({ state, opensAt }: PollShown, { voted, secret }: MyVote): void {
  if (state === "scheduled") throw conflict("poll-not-open-yet", "The poll is not open yet.", { opensAt });
  if (state === "cancelled") throw conflict("poll-cancelled", "The poll was cancelled.");
  if (state !== "open") throw conflict("poll-closed", "The poll is closed.", { voted });
  if (secret && voted) throw conflict("secret-ballot-in", "Your secret ballot is in already.");
}

/** The angler whose account it is. */
export function mustBeLinked({ actor }: Act): number {
  if (actor.anglerId !== null) return actor.anglerId;
  throw forbidden("not-linked", "The Discord account is linked to nobody in the club.");
}

/**
 * A connection that is lost in the middle may have kept the vote or not. The same press again finds out, for it is
 * counted once; a secret ballot leaves no trace to ask for.
 */
async function castSurely(act: Act, { poll, choices }: Vote): Promise<VoteCast> {
  const cast = () =>
    act.write((work) =>
      castVote(work, {
        poll: String(poll.id),
        choices,
        request: act.request,
        clickedAt: act.clickedAt,
      }),
    );
  try {
    return await cast();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "database-away") throw error;
    if (poll.secret) throw unknownOutcome(error);
    return await cast().catch((again: unknown) => {
      throw again instanceof DomainError && again.code === "database-away" ? unknownOutcome(again) : again;
    });
  }
}

const unknownOutcome = (cause: unknown) =>
  new DomainError("unavailable", {
    code: "vote-unknown",
    sentence: "The connection was lost in the middle. Look at your vote to see whether it was saved.",
    cause,
  });
