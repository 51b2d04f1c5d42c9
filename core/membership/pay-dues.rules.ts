import type { AnglerFound } from "../anglers/anglers.service.ts";
import type { Problem } from "../errors.ts";
import { type Cents, printMoney } from "../money.ts";
import type { ClubDate } from "../time.ts";
import type { DuesMethod } from "./dues-payment.entity.ts";
import type { DuesDraft } from "./dues.schemas.ts";
import { coverageOf, isNewMember, type Span } from "./dues.rules.ts";
import type { StatusRow } from "./status.rules.ts";

/** What a season's rules say of dues. */
export interface DuesRules {
  amount: Cents;
  newMembersCoverNextFrom: number | null;
}

/** A payment as the books have it, or as it goes into them; id null: not written yet. */
export interface DuesPaid extends Span {
  id: number | null;
  cents: Cents;
  method: DuesMethod;
  paidOn: ClubDate;
  voidedAt: Date | null;
}

/** Who pays, with what the books say of them so far. */
export interface Payer {
  angler: AnglerFound;
  joinedOn: ClubDate | null;
  erasedOn: ClubDate | null;
  statuses: readonly StatusRow[];
  payments: readonly DuesPaid[];
}

/** Why a payment is not taken. */
export interface DuesProblem extends Problem {
  code: string;
  kind: "invalid" | "conflict";
}

interface Judged {
  draft: DuesDraft;
  payer: Payer;
  /** Of a year; null where its season takes no dues. */
  duesOf: (year: number) => DuesRules | null;
  today: ClubDate;
}

type Taken = Omit<DuesPaid, "id" | "voidedAt">;

/**
 * A payment as it goes into the books: what is open of its year where no amount is said, and the days it covers. A
 * year is paid once; another amount than what is open needs a note.
 */
export function judgeDues({ draft, payer, duesOf, today }: Judged): Taken | DuesProblem {
  const { method, paidOn = today, covers } = draft;
  if (payer.erasedOn !== null) return refuse("conflict", "angler-erased", "was erased and pays no dues.");
  if (paidOn > today)
    return refuse(
      "invalid",
      "dues-paid-later",
      `pays on ${paidOn}, which is yet to come. Say the day of the payment.`,
      "paidOn",
    );
  const year = covers ? yearOf(covers.to) : (draft.year ?? yearOf(paidOn));
  if (covers && covers.to < covers.from)
    return refuse("invalid", "dues-cover-a-span", `pays for nothing: ${covers.to} is before ${covers.from}.`);
  if (year > yearOf(paidOn) + mostAhead) return refuse("invalid", "dues-year-far", far(year), "year");
  const rules = duesOf(year);
  const before = payer.payments.filter((one) => one.voidedAt === null && isFor(one, year));
  const waived = before.find((one) => one.method === "waived");
  const open = rules && Math.max(0, rules.amount - total(before));
  const settled = waived ?? (open === 0 || open === null ? before.at(-1) : undefined);
  if (settled !== undefined && !draft.voided)
    return refuse("conflict", "dues-paid", twice({ year, settled }));
  const cents = draft.cents ?? (method === "waived" ? 0 : open);
  if (cents === null) return refuse("invalid", "dues-amount-missing", unknown(year), "amount");
  const doubt = doubtAmount({ cents, draft, open, due: rules?.amount ?? null, year });
  if (doubt !== null) return doubt;
  const newMember = isNewMember({ ...payer, paidOn });
  const newMembersCoverNextFrom = rules?.newMembersCoverNextFrom ?? null;
  const span = covers
    ? { coversFrom: covers.from, coversTo: covers.to }
    : coverageOf({ paidOn, year, newMember, newMembersCoverNextFrom });
  return { cents, method, paidOn, ...span };
}

function doubtAmount({
  cents,
  draft: { method, note, covers },
  open,
  due,
  year,
}: {
  cents: Cents;
  draft: DuesDraft;
  open: Cents | null;
  due: Cents | null;
  year: number;
}): DuesProblem | null {
  if (method === "waived") {
    const reason = "pays nothing where the dues are waived. Leave the amount out.";
    return cents === 0 ? null : refuse("invalid", "dues-are-paid-or-waived", reason, "amount");
  }
  if (cents === 0) {
    const reason = "pays nothing. Say an amount, or waive the dues.";
    return refuse("invalid", "dues-are-paid-or-waived", reason, "amount");
  }
  if (covers || note !== undefined || open === null || cents === open) return null;
  const rest = open === due ? "" : `, of which ${printMoney(open)} are open`;
  return refuse(
    "invalid",
    "dues-amount-differs",
    `pays ${printMoney(cents)}; the dues of ${year} are ${printMoney(due ?? 0)}${rest}. Pay that, or say in a note why it is another amount.`,
    "amount",
  );
}

/** A payment is for a year when it covers the year's last day. */
const isFor = ({ coversFrom, coversTo }: Span, year: number): boolean =>
  coversFrom <= `${year}-12-31` && coversTo >= `${year}-12-31`;

const twice = ({ year, settled }: { year: number; settled: DuesPaid }): string => {
  // Not written yet, it has no number.
  const which = settled.id ? `payment ${settled.id}` : "in the same list";
  const what = settled.method === "waived" ? "waived" : `${printMoney(settled.cents)} by ${settled.method}`;
  const next = yearOf(settled.coversTo) + 1;
  return `has paid ${year} already: ${which} of ${settled.paidOn}, ${what}, covers ${settled.coversFrom} to ${settled.coversTo}. If that was a slip, void it first; to pay ahead, say the year ${next}.`;
};

const far = (year: number): string =>
  `pays ${year}, which is more than ${mostAhead} years ahead. Check the year.`;
const unknown = (year: number): string =>
  `pays ${year}, for which the rules say no dues. Say the amount, or set "club.dues" in the season's rules.`;

const refuse = (kind: DuesProblem["kind"], code: string, reason: string, column = "angler"): DuesProblem => ({
  kind,
  code,
  column,
  reason,
});

/** Years that dues may be paid ahead: a slip of the finger is further off. */
const mostAhead = 5;

const yearOf = (day: ClubDate): number => Number(day.slice(0, 4));
const total = (payments: readonly { cents: Cents }[]): Cents =>
  payments.reduce((sum, { cents }) => sum + cents, 0);
