import type { LakePage } from "#core/standings/lake-page.service.ts";
import type { Told } from "../told.ts";
import { words } from "../words.ts";
import { barsChart } from "./bars.chart.ts";

/** What it takes to win on a lake, by month. */
export const lakeMonthsChart = ({
  months,
  monthOf,
  told,
}: {
  months: LakePage["months"];
  monthOf: (month: number) => string;
  told: Told;
}): string =>
  barsChart({
    id: "months",
    title: `Winning ${told.what.toLowerCase()}, by month`,
    description: `${words.capital(told.units)} that won, on average and at best, in each month; the figures stand in the table below.`,
    labels: months.map(({ month }) => monthOf(month)),
    series: [
      { name: told.head("mean"), as: "bar", values: months.map(({ mean }) => mean) },
      { name: told.head("best"), as: "mark", values: months.map(({ best }) => best) },
    ],
    text: told.figure,
    least: 10_000,
  });
