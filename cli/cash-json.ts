import type { CashLine, CashSheet, CashSums } from "#core/results/cash-sheet.service.ts";
import type { PaymentShown } from "#core/results/entry-payment.service.ts";
import { dollars, ref } from "./exact.ts";
import { potJson, tournamentJson } from "./results-json.ts";

/** A cash sheet as scripts rely on it: money as exact strings. */
export function cashJson({
  tournament,
  fee,
  lines,
  sums,
  payouts,
  pots,
  notWeighed,
  rulingsNeeded,
}: CashSheet): object {
  return {
    tournament: tournamentJson(tournament),
    fee: { amount: dollars(fee.cents), per: fee.per },
    entries: lines.map(lineJson),
    sums: sumsJson(sums),
    payouts: payouts.map(({ to, words, cents }) => ({ to: to.map(ref), words, amount: dollars(cents) })),
    pots: pots.map(potJson),
    notWeighed,
    rulingsNeeded,
  };
}

/** A payment with what is open now. */
export function paymentJson({
  id,
  tournament,
  boatNumber,
  crew,
  cents,
  method,
  ...rest
}: PaymentShown): object {
  return {
    id,
    tournament,
    boat: boatNumber,
    crew: crew.map(ref),
    amount: dollars(cents),
    method,
    ...standingJson(rest),
  };
}

function lineJson({
  entryId,
  boatNumber,
  outcome,
  crew,
  fees,
  methods,
  payments,
  ...line
}: CashLine): object {
  return {
    entry: entryId,
    boat: boatNumber,
    outcome,
    crew: crew.map(({ angler, member, outcome }) => ({ ...ref(angler), member, outcome })),
    fees,
    ...standingJson(line),
    methods: methodsJson(methods),
    payments: payments.map(({ cents, ...payment }) => ({ ...payment, amount: dollars(cents) })),
  };
}

const sumsJson = ({ methods, purseAdded, taken, split, ...sums }: CashSums): object => ({
  ...standingJson(sums),
  methods: methodsJson(methods),
  purseAdded: dollars(purseAdded),
  taken: dollars(taken),
  split: split.map(({ kind, name, cents }) => ({ kind, name, amount: dollars(cents) })),
});

const standingJson = ({
  owed,
  paid,
  unpaid,
  overpaid,
}: Pick<CashSums, "owed" | "paid" | "unpaid" | "overpaid">): object => ({
  owed: dollars(owed),
  paid: dollars(paid),
  unpaid: dollars(unpaid),
  overpaid: dollars(overpaid),
});

const methodsJson = ({ cash, venmo, check }: CashSums["methods"]): object => ({
  cash: dollars(cash),
  venmo: dollars(venmo),
  check: dollars(check),
});
