import type { Cents } from "../money.ts";
import { type PotLine, potLines } from "./pot-ledger.rules.ts";
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
  /** Who was paid, by angler; null where nobody was, or where that was not written down. */
  paidTo: number[] | null;
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
  return heldAt(ledger, { pot, of, until: "first" });
}

/** The same with the adjustments up to its last line: what a season's pot is paid from stands beside its last tournament. */
export function heldBeforeLast(
  ledger: readonly LedgerLine[],
  { pot, of }: { pot: string; of: Occasion },
): Cents {
  return heldAt(ledger, { pot, of, until: "last" });
}

function heldAt(
  ledger: readonly LedgerLine[],
  { pot, of, until }: { pot: string; of: Occasion; until: "first" | "last" },
): Cents {
  const lines = ledger.filter((line) => line.pot === pot);
  const isOwn = (line: LedgerLine) => line.tournamentId === of.tournamentId;
  const own = until === "first" ? lines.findIndex(isOwn) : lines.findLastIndex(isOwn);
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
    ...draws.flatMap((draw) =>
      restate(wantedLines(ledger, { draw, of }), {
        pot: draw.pot,
        posted: posted.filter(({ pot }) => pot === draw.pot),
        of,
        // A season's pot is paid when the season ends; until then, and after it, a tournament only feeds it.
        feedsOnly: draw.rounds.length === 0,
      }),
    ),
    ...gone.flatMap((pot) =>
      restate([], { pot, posted: posted.filter((line) => line.pot === pot), of, feedsOnly: false }),
    ),
  ];
}

/** A pot that was paid and stays so, though by the results as they are now others, or nobody, would have won it. */
export interface PaidOtherwise {
  pot: string;
  tournamentId: number;
  paid: Paid[];
  /** By the results as they are now. */
  wanted: Paid[];
}

export interface Paid {
  /** Null: it was not written down. */
  to: number[] | null;
  cents: Cents;
}

/** What a tournament paid out of a pot and was not taken back, in the order it was written. */
export const paidOut = (ledger: readonly LedgerLine[], { pot, of }: { pot: string; of: Occasion }): Paid[] =>
  ledger
    .filter((line) => line.pot === pot && line.kind === "payout" && line.tournamentId === of.tournamentId)
    .filter((line) => isStanding(line, ledger))
    .map(({ paidTo, cents }) => ({ to: paidTo, cents: -cents }));

/** The pots of a tournament that were paid otherwise than its results say now. */
export function paidOtherwise(
  ledger: readonly LedgerLine[],
  { draws, of }: { draws: readonly PotDraw[]; of: Occasion },
): PaidOtherwise[] {
  return draws
    .filter(({ rounds }) => rounds.length > 0)
    .map((draw) => ({
      pot: draw.pot,
      tournamentId: of.tournamentId,
      paid: paidOut(ledger, { pot: draw.pot, of }),
      wanted: wantedLines(ledger, { draw, of })
        .filter(({ kind }) => kind === "payout")
        .map(({ paidTo, cents }) => ({ to: paidTo, cents: -cents })),
    }))
    .filter(({ paid, wanted }) => paid.length > 0 && isOtherwise(paid, wanted));
}

/** Whether other people, or other sums, were paid; of a payment without names the sums alone are compared. */
export function isOtherwise(paid: readonly Paid[], wanted: readonly Paid[]): boolean {
  const named = paid.every(({ to }) => to !== null);
  const words = (list: readonly Paid[]): string =>
    list
      .map(({ to, cents }) => `${cents} ${named ? to?.toSorted((one, other) => one - other).join("+") : ""}`)
      .toSorted()
      .join();
  return words(paid) !== words(wanted);
}

const wantedLines = (
  ledger: readonly LedgerLine[],
  { draw, of }: { draw: PotDraw; of: Occasion },
): PotLine[] => potLines(settlePot({ draw, carried: heldBefore(ledger, { pot: draw.pot, of }) }));

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
  wanted: readonly PotLine[],
  { pot, posted, of, feedsOnly }: { pot: string; posted: LedgerLine[]; of: Occasion; feedsOnly: boolean },
): LedgerLine[] {
  const settled = feedsOnly || posted.some(({ kind }) => kind === "payout");
  const kinds = settled ? (["fees"] as const) : (["fees", "kept-by-club", "payout"] as const);
  return kinds.flatMap((kind) => {
    const before = posted.filter((line) => line.kind === kind);
    const after = wanted.filter((line) => line.kind === kind);
    if (before.map(({ cents }) => cents).join() === after.map(({ cents }) => cents).join()) return [];
    const line = { id: null, pot, kind, ...of };
    return [
      ...before.map(({ id, cents }) => ({ ...line, cents: -cents, reversesId: id, paidTo: null })),
      ...after.map(({ cents, paidTo }) => ({ ...line, cents, reversesId: null, paidTo })),
    ];
  });
}

/** Neither a reversing line nor one that was reversed. */
const isStanding = (line: LedgerLine, ledger: readonly LedgerLine[]): boolean =>
  line.reversesId === null && !ledger.some(({ reversesId }) => reversesId !== null && reversesId === line.id);

const total = (lines: readonly LedgerLine[]): Cents => lines.reduce((sum, { cents }) => sum + cents, 0);
