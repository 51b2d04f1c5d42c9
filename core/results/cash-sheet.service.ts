import { isOfficer } from "../actor.ts";
import { conflict, forbidden } from "../errors.ts";
import type { Cents } from "../money.ts";
import { resolveTournament, type TournamentShown } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { type CashLine, cashLines, type CashSums, cashSums } from "./cash-sheet.rules.ts";
import { findPayments } from "./entry-payment.queries.ts";
import { namingOf } from "./names.rules.ts";
import { loadScoredPage, type PotOver, type ResultsShown } from "./results.service.ts";
import { placePayouts } from "./show-money.rules.ts";

export type { CashLine, CashSums } from "./cash-sheet.rules.ts";

/** Who owes, who paid, and where the fees of one tournament go. All amounts are cents. */
export interface CashSheet {
  tournament: TournamentShown;
  fee: { cents: Cents; per: "angler" | "boat" };
  lines: CashLine[];
  sums: CashSums;
  /** Place money; none before the first bag. */
  payouts: ResultsShown["payouts"];
  /** Paid out of the pots' ledger, which runs over the tournaments. */
  pots: PotOver[];
  /** Boats of which nothing was weighed yet: until then payouts change. */
  notWeighed: number;
  /** The rulings the tournament waits for, in words. */
  rulingsNeeded: string[];
}

/**
 * The cash sheet of a tournament: what each boat and buy-in owes and paid, and the split of the fees, whose sum is the
 * money taken. For officers; conflict where the rules take no fee.
 */
export async function getCashSheet(
  work: Work,
  { tournament: reference }: { tournament: string | number },
): Promise<CashSheet> {
  if (!isOfficer(work.actor)) {
    throw forbidden("officers-only", "Who paid is for the club's officers. Ask the treasurer.");
  }
  const found = await resolveTournament(work, { reference });
  const { rules, facts, score, page, shown } = await loadScoredPage(work, found);
  const money = facts.changes.money ?? rules.money;
  if (money === null || score.money === null) throw noFee(found.name);
  const payments = await findPayments(work, found.id);
  const naming = namingOf(page.names);
  const lines = cashLines({ facts, score, money, payments, naming });
  const weighed = facts.entries.some(({ bags }) => bags.length > 0);
  return {
    tournament: shown.tournament,
    fee: { cents: money.fee, per: money.per },
    lines,
    sums: cashSums(lines, score.money),
    payouts: weighed ? placePayouts({ money: score.money, naming }) : [],
    pots: shown.pots,
    notWeighed: score.notWeighed.length,
    rulingsNeeded: shown.rulingsNeeded.map(({ words }) => words),
  };
}

/** The refusal where a season, or an event, takes no money. */
export const noFee = (name: string) =>
  conflict("no-entry-fee", `${name} has no entry fee. Its season's rules may set one under "money".`);
