import type { AnglerPage } from "#core/standings/angler-page.service.ts";
import type { Told } from "../told.ts";
import { words } from "../words.ts";
import { barsChart } from "./bars.chart.ts";

type Months = Extract<AnglerPage, { is: "here" }>["months"];

/** What someone weighs in on average, by month. */
export const anglerMonthsChart = ({
  months,
  monthOf,
  told,
}: {
  months: Months;
  monthOf: (month: number) => string;
  told: Told;
}): string =>
  barsChart({
    id: "months",
    title: `${told.what} at a tournament, by month`,
    description: `${words.capital(told.units)} on average over the tournaments fished in each month; the figures stand in the table below.`,
    labels: months.map(({ month }) => monthOf(month)),
    series: [{ name: told.head("mean"), as: "bar", values: months.map(({ mean }) => mean) }],
    text: told.figure,
    least: 10_000,
  });
