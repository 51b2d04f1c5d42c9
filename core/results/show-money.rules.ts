import type { Cents } from "../money.ts";
import {
  heldBefore,
  heldBeforeLast,
  isOtherwise,
  type LedgerLine,
  movedBy,
  paidOut,
} from "../pots/ledger.rules.ts";
import { takers } from "../pots/pot-ledger.rules.ts";
import { type PotDraw, settlePot } from "../pots/pot.rules.ts";
import type { PotRules } from "../seasons/money.schemas.ts";
import { type Naming, ordinal } from "./names.rules.ts";
import type { PotOver, ResultsShown } from "./results-shown.rules.ts";
import type { EventMoney } from "./event-money.rules.ts";

interface MoneyOf {
  money: EventMoney;
  pots: readonly PotRules[];
  ledger: readonly LedgerLine[];
  occasion: { tournamentId: number; firstDay: string };
  naming: Naming;
}

/** Who takes money, and what the pots held and hold: by the ledger where it is posted, else as it would be. */
export function showMoney(of: MoneyOf): Pick<ResultsShown, "payouts" | "pots"> {
  const settled = of.money.pots.map((draw) => settle(draw, of));
  return {
    payouts: [...placePayouts(of), ...settled.flatMap(({ payouts }) => payouts)],
    pots: settled.map(({ pot }) => pot),
  };
}

/** Who takes place money, in words. */
export function placePayouts({ money, naming }: Pick<MoneyOf, "money" | "naming">): ResultsShown["payouts"] {
  const shared = (place: number | null) => money.payouts.filter((other) => other.place === place).length > 1;
  return money.payouts.map(({ contestant, place, cents }) => ({
    to: contestant.crew.map(naming),
    words:
      place === null
        ? "Nobody caught a fish: an equal share"
        : `${ordinal(place)} place${shared(place) ? ", shared" : ""}`,
    cents,
  }));
}

function settle(draw: PotDraw, { ledger, occasion, pots, naming }: MoneyOf) {
  const held = draw.rounds.length === 0 ? heldBeforeLast : heldBefore;
  const before = held(ledger, { pot: draw.pot, of: occasion });
  const settlement = settlePot({ draw, carried: before });
  const posted = ledger.some(
    ({ pot, tournamentId }) => pot === draw.pot && tournamentId === occasion.tournamentId,
  );
  const moved = (kind: LedgerLine["kind"]): Cents => movedBy(ledger, { pot: draw.pot, kind, of: occasion });
  const wanted = settlement.paid.map(({ to, cents }) => ({ to: takers(to), cents }));
  const paid = posted ? paidOut(ledger, { pot: draw.pot, of: occasion }) : wanted;
  // What was paid stays paid, also where a correction says otherwise since.
  const corrected = paid.length > 0 && draw.rounds.length > 0 && isOtherwise(paid, wanted);
  const known = corrected ? paid : paid.map((one, at) => ({ ...one, to: one.to ?? wanted[at]?.to ?? null }));
  const rules = pots.find(({ name }) => name === draw.pot);
  const winners = draw.rounds.flatMap((round) => round.winners.flatMap(takers));
  const pot: PotOver = {
    name: draw.pot,
    before,
    added: posted ? moved("fees") : draw.added,
    over: rules && rules.over > 0 ? rules.over : null,
    paid: paid.reduce((sum, { cents }) => sum + cents, 0),
    winners: (known.length > 0 ? known.flatMap(({ to }) => to ?? []) : winners).map(naming),
    after: posted ? before + moved("fees") + moved("payout") + moved("kept-by-club") : settlement.after,
  };
  const payouts = known.map(({ to, cents }) => ({
    to: (to ?? []).map(naming),
    words: corrected ? `${draw.pot}, paid before a correction` : draw.pot,
    cents,
  }));
  return { pot, payouts };
}
