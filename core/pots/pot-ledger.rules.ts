import type { Cents } from "../money.ts";
import type { PotSettlement } from "./pot.rules.ts";

/** A line of a pot's ledger: cents in are positive, out negative. */
export interface PotLine {
  kind: "fees" | "payout" | "kept-by-club" | "adjustment";
  cents: Cents;
}

/** The lines a tournament's settlement appends when it becomes official. */
export function potLines({ added, paid, toClub }: PotSettlement): PotLine[] {
  const lines: PotLine[] = [
    { kind: "fees", cents: added },
    ...paid.map(({ cents }) => ({ kind: "payout" as const, cents: -cents })),
    { kind: "kept-by-club", cents: -toClub },
  ];
  return lines.filter(({ cents }) => cents !== 0);
}

/** What a pot holds after these lines. */
export function potBalance(lines: { cents: Cents }[]): Cents {
  return lines.reduce((sum, { cents }) => sum + cents, 0);
}

/**
 * The lines a correction appends: each posted line reversed, then the new ones; none where nothing changed. Pots paid
 * since stay paid: `difference` is what the next pot gains or loses.
 */
export function correctPot<Posted extends PotLine>({
  posted,
  settlement,
}: {
  posted: Posted[];
  settlement: PotSettlement;
}): { reversed: Posted[]; appended: PotLine[]; difference: Cents } {
  const appended = potLines(settlement);
  const difference = potBalance(appended) - potBalance(posted);
  if (sameLines(posted, appended)) return { reversed: [], appended: [], difference: 0 };
  return { reversed: posted, appended, difference };
}

function sameLines(one: PotLine[], other: PotLine[]): boolean {
  const written = (lines: PotLine[]) => lines.map(({ kind, cents }) => `${kind} ${cents}`).join();
  return written(one) === written(other);
}
