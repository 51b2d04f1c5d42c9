import type { Cents } from "../money.ts";
import type { PotCatch } from "./pot-catch.rules.ts";
import type { PotSettlement } from "./pot.rules.ts";

/** A line of a pot's ledger: cents in are positive, out negative. */
export interface PotLine {
  kind: "fees" | "payout" | "kept-by-club";
  cents: Cents;
  /** Who was paid, by angler; null where nobody was. */
  paidTo: number[] | null;
}

/** The lines a tournament's settlement appends when it becomes official. */
export function potLines({ added, paid, toClub }: PotSettlement): PotLine[] {
  const lines: PotLine[] = [
    { kind: "fees", cents: added, paidTo: null },
    ...paid.map(({ to, cents }) => ({ kind: "payout" as const, cents: -cents, paidTo: takers(to) })),
    { kind: "kept-by-club", cents: -toClub, paidTo: null },
  ];
  return lines.filter(({ cents }) => cents !== 0);
}

/** Whose money it is: the angler's whose bag it was, else the whole crew's. */
export const takers = ({ anglerId, crew }: PotCatch): number[] => (anglerId === null ? crew : [anglerId]);
