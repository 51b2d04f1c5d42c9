import type { Problem } from "../errors.ts";
import type { Cents } from "../money.ts";
import type { ClubDate } from "../time.ts";
import type { DuesMethod } from "./dues-payment.entity.ts";
import type { DuesSaid } from "./dues-file.schemas.ts";

/** A payment that says how and when it was paid. */
export interface DuesPaidSaid extends DuesSaid {
  method: DuesMethod;
  paidOn: ClubDate;
}

/** A payment the books have. */
export interface DuesKept {
  id: number;
  cents: Cents;
  method: DuesMethod;
  paidOn: ClubDate;
  coversFrom: ClubDate;
  coversTo: ClubDate;
  /** The club's day on which it was voided. */
  voidedOn: ClubDate | null;
}

/** A payment of a file, and who pays. */
export interface DuesMeant {
  line: number;
  anglerId: number;
  said: DuesPaidSaid;
}

/** Which payments of a file the books have already, and which cannot be told from them or from each other. */
export interface DuesSorted {
  same: DuesMeant[];
  fresh: DuesMeant[];
  problems: Problem[];
}

/**
 * Sorts a file's payments by whether the books have them: the same person, day, amount, method and year, each payment
 * of the books once. What was voided in one place and stands in the other is nobody's to guess.
 */
export function sortDues(
  rows: readonly DuesMeant[],
  { booksOf }: { booksOf: (anglerId: number) => readonly DuesKept[] },
): DuesSorted {
  const used = new Set<DuesKept>();
  const sorted: DuesSorted = { same: [], fresh: [], problems: [] };
  const left: { row: DuesMeant; alike: DuesKept[] }[] = [];
  for (const row of rows) {
    const alike = booksOf(row.anglerId).filter((kept) => isAlike(row.said, kept));
    const known = alike.find((kept) => !used.has(kept) && (row.said.voidedOn ?? null) === kept.voidedOn);
    if (known) used.add(known);
    if (known) sorted.same.push(row);
    else left.push({ row, alike });
  }
  const first = new Map<string, DuesMeant>();
  for (const { row, alike } of left) {
    const refuse = (column: string, reason: string) =>
      sorted.problems.push({ line: row.line, column, value: row.said.name, reason });
    const before = first.get(keyOf(row));
    first.set(keyOf(row), before ?? row);
    const other = alike.find((kept) => !used.has(kept));
    if (other) refuse("name", contrary(other));
    else if (before)
      refuse(
        "name",
        `Line ${before.line} is the same payment. Keep one; two that are alike need their numbers in the column payment.`,
      );
    else sorted.fresh.push(row);
  }
  return sorted;
}

function isAlike(said: DuesPaidSaid, kept: DuesKept): boolean {
  if (said.paidOn !== kept.paidOn || said.method !== kept.method) return false;
  if (said.amount !== undefined && said.amount !== null && said.amount !== kept.cents) return false;
  if (said.coversFrom && said.coversTo)
    return said.coversFrom === kept.coversFrom && said.coversTo === kept.coversTo;
  const lastDay = `${said.year ?? said.paidOn.slice(0, 4)}-12-31`;
  return kept.coversFrom <= lastDay && kept.coversTo >= lastDay;
}

const keyOf = ({
  anglerId,
  said: { payment, paidOn, amount, method, year, coversTo, voidedOn },
}: DuesMeant) =>
  [
    anglerId,
    payment,
    paidOn,
    amount,
    method,
    coversTo?.slice(0, 4) ?? year ?? paidOn.slice(0, 4),
    voidedOn,
  ].join(" ");

const contrary = ({ id, voidedOn }: DuesKept): string =>
  voidedOn === null
    ? `Payment ${id} is the same and stands in the books. Where it was taken back: sabc dues void ${id}.`
    : `Payment ${id} is the same and was voided on ${voidedOn}. Leave the row out; where it was paid after all: sabc dues pay.`;
