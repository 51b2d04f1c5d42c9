import type { Cents } from "../money.ts";
import { potLines } from "./pot-ledger.rules.ts";
import { type PotDraw, settlePot } from "./pot.rules.ts";

export type MovementKind = "fees" | "payout" | "adjustment" | "kept-by-club";

/** One line of the ledger; cents in are positive, out negative. */
export interface LedgerLine {
  /** Null: not written yet. */
  id: number | null;
  pot: string;
  kind: MovementKind;
  /** Null for an adjustment. */
  tournamentId: number | null;
  firstDay: string | null;
  cents: Cents;
  reversesId: number | null;
}

export interface Occasion {
  tournamentId: number;
  firstDay: string;
}

/**
 * What a pot held before a tournament: the lines of tournaments with an earlier first day and the adjustments. Of one
 * that has lines of its own only the adjustments written before them.
 */
export function heldBefore(ledger: readonly LedgerLine[], { pot, of }: { pot: string; of: Occasion }): Cents {
  const lines = ledger.filter((line) => line.pot === pot);
  const own = lines.findIndex((line) => line.tournamentId === of.tournamentId);
  const counts = (line: LedgerLine, at: number) =>
    line.tournamentId === null ? own === -1 || at < own : isEarlier(line, of);
  return total(lines.filter(counts));
}

/** What a tournament's lines of one kind come to. */
export function movedBy(
  ledger: readonly LedgerLine[],
  { pot, kind, of }: { pot: string; kind: MovementKind; of: Occasion },
): Cents {
  return total(
    ledger.filter((line) => line.pot === pot && line.kind === kind && line.tournamentId === of.tournamentId),
  );
}

/**
 * The lines that make the ledger say what the draws of an official tournament come to; none where it does already. A
 * corrected line is taken back by a reversing one and said anew. What was paid stays paid: a corrected tournament that
 * paid a pot pays it no second time, and the difference is what the next pot holds more or less.
 */
export function linesToPost(
  ledger: readonly LedgerLine[],
  { draws, of }: { draws: readonly PotDraw[]; of: Occasion },
): LedgerLine[] {
  const posted = ledger.filter((line) => line.tournamentId === of.tournamentId && isStanding(line, ledger));
  const gone = [...new Set(posted.map(({ pot }) => pot))].filter(
    (pot) => !draws.some((draw) => draw.pot === pot),
  );
  return [
    ...draws.flatMap((draw) => {
      const settlement = settlePot({ draw, carried: heldBefore(ledger, { pot: draw.pot, of }) });
      return restate(potLines(settlement), {
        pot: draw.pot,
        posted: posted.filter(({ pot }) => pot === draw.pot),
        of,
      });
    }),
    ...gone.flatMap((pot) => restate([], { pot, posted: posted.filter((line) => line.pot === pot), of })),
  ];
}

/** Whether a tournament comes before another: by first day, then as they were entered. */
export function isEarlier(
  one: { tournamentId: number | null; firstDay: string | null },
  other: Occasion,
): boolean {
  if (one.tournamentId === null || one.firstDay === null) return false;
  if (one.firstDay !== other.firstDay) return one.firstDay < other.firstDay;
  return one.tournamentId < other.tournamentId;
}

function restate(
  wanted: { kind: MovementKind; cents: Cents }[],
  { pot, posted, of }: { pot: string; posted: LedgerLine[]; of: Occasion },
): LedgerLine[] {
  const paid = posted.some(({ kind }) => kind === "payout");
  const kinds = paid ? (["fees"] as const) : (["fees", "kept-by-club", "payout"] as const);
  return kinds.flatMap((kind) => {
    const before = posted.filter((line) => line.kind === kind);
    const after = wanted.filter((line) => line.kind === kind);
    if (before.map(({ cents }) => cents).join() === after.map(({ cents }) => cents).join()) return [];
    const line = { id: null, pot, kind, ...of };
    return [
      ...before.map(({ id, cents }) => ({ ...line, cents: -cents, reversesId: id })),
      ...after.map(({ cents }) => ({ ...line, cents, reversesId: null })),
    ];
  });
}

/** Neither a reversing line nor one that was reversed. */
const isStanding = (line: LedgerLine, ledger: readonly LedgerLine[]): boolean =>
  line.reversesId === null && !ledger.some(({ reversesId }) => reversesId !== null && reversesId === line.id);

const total = (lines: readonly LedgerLine[]): Cents => lines.reduce((sum, { cents }) => sum + cents, 0);
