import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { Lake } from "../lakes/lake.entity.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import { OfficerTerm } from "../membership/officer-term.entity.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";
import type { OptionRow, PollRow } from "./poll-row.queries.ts";
import type { QuestionTally } from "./tally.rules.ts";

/**
 * Makes what won so: a location poll sets its tournament's lake, ramp and hours, an election fills the offices of its
 * year. A tournament that has begun stays where it is.
 */
export async function applyWinners(
  work: Work,
  { row, tallies }: { row: PollRow; tallies: readonly QuestionTally[] },
): Promise<void> {
  authorize(work, "applyWinners", { roles: [] });
  const options = new Map(
    row.questions.flatMap((question) => question.options.map((one) => [one.id, one] as const)),
  );
  const won = tallies.flatMap(({ question, winner }) => {
    const option = winner === null ? undefined : options.get(winner);
    const asked = row.questions.find(({ id }) => id === question);
    return option === undefined || asked === undefined ? [] : [{ option, office: asked.office }];
  });
  if (row.tournament !== null)
    await place(work, { tournament: row.tournament.id, won: won.map(({ option }) => option) });
  if (row.year !== null) {
    for (const { option, office } of won)
      if (office !== null && option.anglerId !== null)
        await elect(work, { year: row.year, office, angler: option.anglerId });
  }
  await work.em.flush();
}

async function place(
  work: Work,
  { tournament: id, won }: { tournament: number; won: OptionRow[] },
): Promise<void> {
  const tournament = await work.em.findOneOrFail(Tournament, id, { populate: ["event"] });
  if (tournament.state !== "scheduled" || tournament.isCancelled()) return;
  const lakeId = won.find((option) => option.lakeId !== null)?.lakeId ?? null;
  const rampId = won.find((option) => option.rampId !== null)?.rampId ?? null;
  const hours = won.find(({ firstCast }) => firstCast !== null);
  if (lakeId !== null) {
    const lake = await work.em.findOneOrFail(Lake, lakeId);
    const ramp = rampId === null ? null : await work.em.findOneOrFail(Ramp, rampId);
    tournament.holdOn({ lake, ramp });
  }
  if (hours !== undefined) {
    tournament.firstCast = hours.firstCast;
    tournament.weighIn = hours.weighIn;
  }
  if (lakeId !== null || hours !== undefined) tournament.event.revise({ at: work.now.toJSDate() });
}

async function elect(
  work: Work,
  { year, office, angler: id }: { year: number; office: string; angler: number },
): Promise<void> {
  const angler = work.em.getReference(Angler, id);
  const terms = await work.em.find(OfficerTerm, { year });
  const held = terms.find((term) => term.office.toLowerCase() === office.toLowerCase());
  if (held === undefined) work.em.create(OfficerTerm, { year, office, angler });
  else held.angler = angler;
}
