import { isOfficer } from "../actor.ts";
import { forbidden } from "../errors.ts";
import { findMovements } from "../pots/pots.queries.ts";
import { getSeason } from "../seasons/seasons.service.ts";
import type { Work } from "../work.ts";
import { scoreTournaments } from "./recompute.service.ts";
import { type YearBalance, yearBalance } from "./year-balance.rules.ts";
import {
  type DuesYear,
  duesOfYear,
  type PotYear,
  potsOfYear,
  type TournamentMoney,
  tournamentsMoney,
} from "./year-money.rules.ts";
import { findYearPayments, findYearTournaments, sumDues } from "./year-money.queries.ts";

export type { BalanceLine, YearBalance } from "./year-balance.rules.ts";
export type { DuesYear, PotYear, TournamentMoney } from "./year-money.rules.ts";

/** A year's money: dues, fees, payouts and pots, to the cent. All amounts are cents. */
export interface YearMoney {
  year: number;
  closed: boolean;
  /** Paid in the year, whatever year they are for; without the voided. */
  dues: DuesYear;
  /** As their cash sheets say it, by day. */
  tournaments: TournamentMoney[];
  /** By the ledger. */
  pots: PotYear[];
  balance: YearBalance;
}

/** What came in during a year and where it went, whose sums agree with the cash sheets; for officers. Seven queries. */
export async function getYearMoney(work: Work, { year }: { year: number }): Promise<YearMoney> {
  if (!isOfficer(work.actor)) {
    throw forbidden("officers-only", "The club's money is for its officers. Ask the treasurer.");
  }
  const { closed, rules } = await getSeason(work, { year });
  const known = await findYearTournaments(work, year);
  const tournamentIds = known.map(({ id }) => id);
  const scored = new Map(
    (await scoreTournaments(work, { tournamentIds })).map((one) => [one.tournamentId, one]),
  );
  const held = known.map((tournament) => {
    const { facts, score } = scored.get(tournament.id)!;
    return { tournament, facts, score, money: facts.changes.money ?? rules.money };
  });
  const tournaments = tournamentsMoney(held, await findYearPayments(work, tournamentIds));
  const pots = potsOfYear({ year, movements: await findMovements(work), tournaments });
  const dues = duesOfYear(await sumDues(work, year));
  return { year, closed, dues, tournaments, pots, balance: yearBalance({ dues, tournaments, pots }) };
}
