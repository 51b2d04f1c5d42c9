import { conflict, DomainError } from "#core/errors.ts";
import { decidePoll, findPresident } from "#core/polls/decide-poll.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import type { BotButton } from "../command.ts";
import type { Act } from "../context.ts";
import { confirmFace, ruledFace } from "../messages/result.message.ts";

/** The officer who decides a tie chooses one of the tied, and is asked again. */
const decide: BotButton = {
  verb: "decide",
  async press(act, { of, numbers: [option], picked: [picked] }) {
    const poll = await mayDecide(act, of);
    return { face: confirmFace(poll, { option: tiedOption(poll, Number(picked ?? option)) }) };
  },
};

/** Says it for good. */
const ruling: BotButton = {
  verb: "ruling",
  async press(act, { of, numbers: [option] }) {
    await mayDecide(act, of);
    const poll = await act.write((work) =>
      decidePoll(work, { poll: String(of), option: option!, decidedBy: act.actor.name }),
    );
    return { face: ruledFace(poll) };
  },
};

export const decideButtons: readonly BotButton[] = [decide, ruling];

/** The president where the poll says so, an admin where a coin decides: by the club's roles, never Discord's. */
async function mayDecide(act: Act, id: number): Promise<PollShown> {
  const { actor } = act;
  const { poll, president } = await act.read(async (work) => ({
    poll: await getPoll(work, { poll: id }),
    president: await findPresident(work),
  }));
  const may = poll.tie === "president" ? isSame(actor.anglerId, president) : actor.roles.includes("admin");
  if (!may) {
    const { tie } = poll;
    const nobody = tie === "president" && president === null;
    throw new DomainError("forbidden", {
      code: "not-the-decider",
      sentence: "Another officer decides this tie.",
      details: { tie, nobody },
    });
  }
  if (poll.state !== "tied") throw conflict("poll-not-tied", "The poll waits for no decision.");
  return poll;
}

const isSame = (angler: number | null, other: number | null): boolean => angler !== null && angler === other;

function tiedOption({ questions }: PollShown, option: number) {
  const tie = questions.find(({ verdict }) => verdict === "tied");
  const found = tie?.options.find(({ id }) => id === option && tie.tied.includes(id));
  if (found === undefined) throw conflict("option-not-tied", "That is not one of the tied.");
  return found;
}
