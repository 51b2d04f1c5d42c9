import type { Cents } from "../money.ts";
import type { PotSettlement } from "./pot.rules.ts";

/** A line of a pot's ledger: cents in are positive, out negative. */
export interface PotLine {
  kind: "fees" | "payout" | "kept-by-club";
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
