import type { PotOver, ResultsShown } from "#core/results/results.service.ts";
import { columnsOf } from "./columns.ts";
import { names } from "./exact.ts";

export const payoutColumns = columnsOf<ResultsShown["payouts"][number]>({
  for: { value: ({ words }) => words },
  to: { value: ({ to }) => names(to) },
  amount: { kind: "money", value: ({ cents }) => cents },
});

export const potColumns = columnsOf<PotOver>({
  name: { header: "Pot" },
  before: "money",
  added: "money",
  paid: "money",
  winners: { value: ({ winners }) => names(winners) },
  after: "money",
});
