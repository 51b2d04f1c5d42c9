import type { AnglerPage } from "#core/standings/angler-page.service.ts";
import { barsChart } from "./bars.chart.ts";

type Months = Extract<AnglerPage, { is: "here" }>["months"];

/** What someone weighs in on average, by month. */
export const anglerMonthsChart = ({
  months,
  monthOf,
  weight,
}: {
  months: Months;
  monthOf: (month: number) => string;
  weight: (weight: number) => string;
}): string =>
  barsChart({
    id: "months",
    title: "Weight at a tournament, by month",
    description:
      "Pounds on average over the tournaments fished in each month; the figures stand in the table below.",
    labels: months.map(({ month }) => monthOf(month)),
    series: [{ name: "mean lb", as: "bar", values: months.map(({ mean }) => mean) }],
    text: weight,
    least: 10_000,
  });
