import type { LakePage } from "#core/standings/lake-page.service.ts";
import { barsChart } from "./bars.chart.ts";

/** What it takes to win on a lake, by month. */
export const lakeMonthsChart = ({
  months,
  monthOf,
  weight,
}: {
  months: LakePage["months"];
  monthOf: (month: number) => string;
  weight: (weight: number) => string;
}): string =>
  barsChart({
    id: "months",
    title: "Winning weight, by month",
    description:
      "Pounds that won, on average and at best, in each month; the figures stand in the table below.",
    labels: months.map(({ month }) => monthOf(month)),
    series: [
      { name: "mean lb", as: "bar", values: months.map(({ mean }) => mean) },
      { name: "best lb", as: "mark", values: months.map(({ best }) => best) },
    ],
    text: weight,
    least: 10_000,
  });
