import type { AnglerResult, BoatResult, ResultsShown } from "#core/results/results.service.ts";
import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";
import { dollars, lb, pointsNumber, ref } from "./exact.ts";

/** Results as scripts rely on them: weights in `…Lb` (inches where the tournament's `measure` says so) and money as exact strings, points numbers, null for what is not known. */
export function resultsJson(shown: ResultsShown): object {
  const pots = shown.pots.map(potJson);
  const [bass, ...equal] = shown.bigBass;
  return {
    tournament: tournamentJson(shown.tournament),
    ranked: shown.ranked,
    anglers: shown.anglers.map((line) => ({
      ...weighedJson(line),
      angler: ref(line.angler),
      member: line.member,
      boat: line.boatNumber,
      seat: line.seat,
    })),
    boats: shown.boats.map((line) => ({
      ...weighedJson(line),
      boat: line.boatNumber,
      crew: line.crew.map(({ angler, member, standsInFor }) => ({
        ...ref(angler),
        member,
        standsInFor: standsInFor && ref(standsInFor),
      })),
    })),
    bigBass: bass ? { weightLb: lb(bass.weight), ...catchJson(bass), tiedWith: equal.map(catchJson) } : null,
    fished: shown.fished,
    limits: shown.limits,
    zeros: shown.zeros,
    totalNetLb: lb(shown.totalNet),
    totalFish: shown.totalFish,
    payouts: shown.payouts.map(({ to, words, cents }) => ({
      to: to.map(ref),
      words,
      amount: dollars(cents),
    })),
    pot: pots[0] ?? null,
    pots,
    rulings: shown.rulings,
    rulingsNeeded: shown.rulingsNeeded.map((needed) => ({ ...needed, anglers: needed.anglers.map(ref) })),
    notWeighed: shown.notWeighed.map((crew) => crew.map(ref)),
  };
}

/** A tournament as every command's JSON shows it. */
export function tournamentJson({ fee, ...shown }: TournamentShown): object {
  return { ...shown, fee: fee && { amount: dollars(fee.cents), per: fee.per } };
}

function weighedJson(line: AnglerResult | BoatResult): object {
  return {
    place: line.place,
    tied: line.tied,
    fish: line.fish,
    dead: line.dead,
    grossLb: lb(line.gross),
    penaltyLb: lb(line.penalty),
    netLb: lb(line.net),
    bigBassLb: lb(line.bigBass),
    points: pointsNumber(line.points),
    outcome: line.outcome,
    reason: line.reason,
    payout: dollars(line.payout),
    published: line.published && { ...line.published, points: pointsNumber(line.published.points) },
  };
}

const catchJson = ({ crew, caughtBy }: ResultsShown["bigBass"][number]): object => ({
  crew: crew.map(ref),
  caughtBy: caughtBy && ref(caughtBy),
});

export const potJson = (pot: ResultsShown["pots"][number]): object => ({
  name: pot.name,
  before: dollars(pot.before),
  added: dollars(pot.added),
  overLb: lb(pot.over),
  paid: dollars(pot.paid),
  winners: pot.winners.map(ref),
  after: dollars(pot.after),
});
