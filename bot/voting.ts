import { conflict, DomainError, forbidden } from "#core/errors.ts";
import { mustBeCurrent } from "#core/membership/current.service.ts";
import { getMyVote, type MyVote } from "#core/polls/my-vote.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { castVote, type VoteCast } from "#core/polls/vote.service.ts";
import type { Work } from "#core/work.ts";
import type { Words } from "./command.ts";
import type { Act, Gesture } from "./context.ts";
import { votedFace } from "./messages/answer.message.ts";
import { ballotFace, type BallotPaper, fittingPicks } from "./messages/ballot.message.ts";
import { actOf, whoDid } from "./who.ts";

const optionsChanged = "The options have changed. Nothing was recorded; here is the new ballot.";

interface Vote {
  poll: number;
  /** For each question an option by id, 0 for none. */
  picks: readonly number[];
}

/** Casts a vote and says what now stands; where the options are others by now, the new ballot. */
export async function answerVote(by: Gesture, vote: Vote): Promise<Words> {
  try {
    return { face: votedFace(await castSurely(by, vote)) };
  } catch (error) {
    if (!isRefusal(error, "option-not-offered")) throw error;
    const paper = await paperOf(await actOf(by), vote.poll);
    const kept = fittingPicks(paper.poll, vote.picks);
    const picks = kept.some((pick) => pick !== 0) ? kept : paper.picks;
    return { face: ballotFace({ ...paper, picks, note: optionsChanged }) };
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
async function castSurely(by: Gesture, vote: Vote): Promise<VoteCast> {
  const { app } = by.bot;
  let begun = false;
  const cast = (work: Work): Promise<VoteCast> => {
    begun = true;
    return castVote(work, {
      poll: String(vote.poll),
      choices: vote.picks.filter((option) => option !== 0).map((option) => ({ option })),
      request: by.request,
      clickedAt: by.clickedAt,
    });
  };
  try {
    return await app.write(whoDid(by), cast);
  } catch (error) {
    if (!begun || !isRefusal(error, "database-away")) throw error;
    const again = app.write(whoDid(by), async (work) => {
      const { secret } = await getPoll(work, { poll: vote.poll });
      if (secret) throw unknownOutcome(error);
      return cast(work);
    });
    return await again.catch((failure: unknown) => {
      throw isRefusal(failure, "database-away") ? unknownOutcome(failure) : failure;
    });
  }
}

const isRefusal = (error: unknown, code: string): boolean =>
  error instanceof DomainError && error.code === code;

const unknownOutcome = (cause: unknown) =>
  new DomainError("unavailable", {
    code: "vote-unknown",
    sentence: "The connection was lost in the middle. Look at your vote to see whether it was saved.",
    cause,
  });
