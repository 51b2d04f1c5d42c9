import { notFound } from "../errors.ts";
import { type Cents, printMoney } from "../money.ts";
import type { Work } from "../work.ts";
import { findMovements, findPotNames, type MovementRow } from "./pots.queries.ts";

/** A named pot and what is in it. */
export interface PotShown {
  name: string;
  balance: Cents;
  /** The tournament that moved it last. */
  last: MovementRow["tournament"];
  /** When it last paid, and how much. */
  lastPaid: { cents: Cents; tournament: MovementRow["tournament"] } | null;
}

/** One line of a pot's ledger. */
export interface PotMovementShown extends Omit<MovementRow, "pot"> {
  /** The first day of its tournament; of a movement without one the day it was written down. */
  day: string;
  /** What the pot held after it. */
  balance: Cents;
  /** What it was for, without the money. */
  what: string;
  words: string;
}

export interface PotExplained {
  name: string;
  balance: Cents;
  movements: PotMovementShown[];
}

/** The club's pots, by the newest rules that name them, and what each holds. */
export async function showPots(work: Work, _: object = {}): Promise<PotShown[]> {
  const movements = await findMovements(work);
  const names = new Set([...(await findPotNames(work)), ...movements.map(({ pot }) => pot)]);
  return [...names].map((name) => {
    const own = movements.filter(({ pot }) => pot === name);
    const paid = own.findLast(({ kind, reversesId }) => kind === "payout" && reversesId === null);
    return {
      name,
      balance: total(own),
      last: own.findLast(({ tournament }) => tournament !== null)?.tournament ?? null,
      lastPaid: paid ? { cents: -paid.cents, tournament: paid.tournament } : null,
    };
  });
}

/** A pot's ledger line by line, in words; the only pot where none is named. */
export async function explainPot(work: Work, { pot }: { pot?: string }): Promise<PotExplained> {
  const movements = await findMovements(work);
  const name = await resolvePot(work, { pot, movements });
  let balance = 0;
  const lines = movements
    .filter((one) => one.pot === name)
    .map(({ pot: _, ...movement }) => {
      balance += movement.cents;
      const day = movement.tournament?.firstDay ?? movement.on;
      return { ...movement, day, balance, what: whatFor(movement), words: movementWords(movement) };
    });
  return { name, balance, movements: lines };
}

/** The pot of this name, without regard to case; the newest rules' first where none is said. */
export async function resolvePot(
  work: Work,
  { pot, movements }: { pot: string | undefined; movements: readonly MovementRow[] },
): Promise<string> {
  const names = [...new Set([...(await findPotNames(work)), ...movements.map((one) => one.pot)])];
  const name = pot === undefined ? names[0] : names.find((one) => one.toLowerCase() === pot.toLowerCase());
  if (name !== undefined) return name;
  const known = names.length === 0 ? "The rules know no pot." : `There are: ${names.join(", ")}.`;
  throw notFound("pot-not-found", `There is no pot "${pot ?? ""}". ${known}`, { candidates: names });
}

function movementWords(movement: Omit<MovementRow, "pot">): string {
  const { cents, reason } = movement;
  const why = reason === null ? "" : ` (${reason})`;
  return `${whatFor(movement)}: ${cents < 0 ? "" : "+"}${printMoney(cents)}${why}.`;
}

function whatFor({ kind, reversesId, tournament, paidTo }: Omit<MovementRow, "pot">): string {
  const where = tournament
    ? `${tournament.season}-${String(tournament.number).padStart(2, "0")} ${tournament.name}`
    : "the club";
  const what = {
    fees: `Fees of ${where}`,
    payout: `Paid out at ${where}${paidTo ? ` to ${paidTo.map(({ name }) => name).join(" + ")}` : ""}`,
    adjustment: "Adjustment",
    "kept-by-club": `Nobody won at ${where}; kept by the club`,
  }[kind];
  return reversesId === null
    ? what
    : `Taken back by a correction: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

const total = (movements: readonly { cents: Cents }[]): Cents =>
  movements.reduce((sum, { cents }) => sum + cents, 0);
