import { printMoney } from "#core/money.ts";
import type { CashLine, CashSheet, CashSums } from "#core/results/cash-sheet.service.ts";
import { cashJson } from "../../cash-json.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted, names } from "../../exact.ts";
import { tournament } from "../../familiar.ts";
import { type Output, type Section, table } from "../../output.ts";
import { payoutColumns, potColumns } from "../../payouts.ts";

export const command = defineCommand({
  summary: "Show who owes and who paid the fees of a tournament, and where the money goes.",
  description:
    "The sums of place money, pots, club and charity are the fees owed; what is in the box and what is open make the same. --csv prints the boats and buy-ins.",
  parameters: { tournament },
  examples: ["sabc tournament cash-sheet last", "sabc tournament cash-sheet 2026-03 --csv"],
  list: true,
  input: ({ tournament: reference }) => ({ tournament: reference }),
  async run(context, input) {
    const { getCashSheet } = await import("#core/results/cash-sheet.service.ts");
    return context.read((work) => getCashSheet(work, input));
  },
  output: (sheet): Output => ({
    json: cashJson(sheet),
    sections: [
      table(lineColumns, sheet.lines, titleOf(sheet)),
      table(sumColumns, split(sheet.sums), "Where it goes"),
      table(sumColumns, box(sheet.sums), "What came in"),
      ...paidOut(sheet),
    ],
    notes: notes(sheet),
  }),
});

const titleOf = ({ tournament: { name, firstDay }, fee }: CashSheet): string =>
  `${name}, ${firstDay}: ${printMoney(fee.cents)} per ${fee.per}`;

const lineColumns = columnsOf<CashLine>({
  boat: { kind: "count", value: ({ boatNumber }) => boatNumber },
  crew: { value: ({ crew }) => names(crew.map(({ angler }) => angler)) },
  note: { value: noteOf },
  owed: "money",
  paid: "money",
  unpaid: "money",
  overpaid: { kind: "money", header: "Give back", value: ({ overpaid }) => overpaid || null },
  cash: { kind: "money", spare: true, value: ({ methods }) => methods.cash || null },
  venmo: { kind: "money", spare: true, value: ({ methods }) => methods.venmo || null },
  check: { kind: "money", spare: true, value: ({ methods }) => methods.check || null },
  payments: { kind: "word", spare: true, value: ({ payments }) => standing(payments) },
});

/** What a boat's money may be asked about: a buy-in, guests, the disqualified, who stayed at home. */
function noteOf({ outcome, crew }: CashLine): string | null {
  if (outcome !== "fished") return words[outcome];
  const apart = crew.flatMap(({ angler, member, outcome: own }) => {
    const said = [...(member ? [] : ["guest"]), ...(own === "fished" ? [] : [words[own]])];
    return said.length > 0 ? [`${crew.length > 1 ? `${angler.name} ` : ""}${said.join(", ")}`] : [];
  });
  return apart.length > 0 ? apart.join("; ") : null;
}

const words = {
  fished: "fished",
  disqualified: "disqualified",
  "did-not-fish": "did not fish",
  "buy-in": "buy-in",
};

/** By their numbers, as sabc tournament unpay takes them. */
function standing(payments: CashLine["payments"]): string | null {
  const numbers = payments.filter(({ voided }) => voided === null).map(({ id }) => id);
  return numbers.length > 0 ? numbers.join(" ") : null;
}

interface Sum {
  sum: string;
  amount: number;
}

const sumColumns = columnsOf<Sum>({ sum: { header: "For" }, amount: "money" });

const split = (sums: CashSums): Sum[] => [
  ...sums.split.map(({ name, cents }) => ({ sum: name, amount: cents })),
  { sum: "Together", amount: sums.taken },
];

function box({ methods, owed, unpaid, overpaid, purseAdded, taken }: CashSums): Sum[] {
  const added = purseAdded === 0 ? [] : [{ sum: "Added to the purse", amount: purseAdded }];
  return [
    { sum: "Cash", amount: methods.cash },
    { sum: "Venmo", amount: methods.venmo },
    { sum: "Check", amount: methods.check },
    { sum: "Not paid yet", amount: unpaid },
    ...(overpaid === 0 ? [] : [{ sum: "To give back", amount: -overpaid }]),
    ...(purseAdded === 0 ? [] : [{ sum: "Fees owed", amount: owed }]),
    ...added,
    { sum: "Together", amount: taken },
  ];
}

const paidOut = ({ payouts, pots }: CashSheet): Section[] => [
  ...(payouts.length > 0 ? [table(payoutColumns, payouts, "Place money")] : []),
  ...(pots.length > 0 ? [table(potColumns, pots, "Pots, by their ledger")] : []),
];

function notes({ lines, sums, notWeighed, rulingsNeeded }: CashSheet): string[] {
  if (lines.length === 0) return ["Nobody is entered yet."];
  const debtors = lines.filter(({ unpaid }) => unpaid > 0).length;
  const open =
    debtors === 0
      ? "All have paid."
      : `${counted(debtors, "entry", "entries")} ${debtors === 1 ? "owes" : "owe"} ${printMoney(sums.unpaid)}.`;
  return [
    open,
    ...(sums.overpaid > 0 ? [`${printMoney(sums.overpaid)} must be given back.`] : []),
    ...(notWeighed > 0 ? [`${counted(notWeighed, "boat")} not weighed yet: payouts may change.`] : []),
    ...rulingsNeeded.map((needed) => `Waiting for a ruling: ${needed}.`),
  ];
}
