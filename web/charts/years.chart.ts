import type { YearShown } from "#core/standings/years.service.ts";
import type { Told } from "../told.ts";
import { words } from "../words.ts";
import { barsChart } from "./bars.chart.ts";

interface Years {
  years: readonly YearShown[];
}

interface Weighed extends Years {
  told: Told;
}

const labelsOf = (years: readonly YearShown[]) => years.map(({ year }) => String(year));
const below = "The figures stand in the table below.";

/** How many come to a tournament. */
export const participationChart = ({ years }: Years): string =>
  barsChart({
    id: "participation",
    title: "Anglers at a tournament, by year",
    description: `How many fished a tournament on average in each year. ${below}`,
    labels: labelsOf(years),
    series: [{ name: "anglers, mean", as: "bar", values: years.map(({ meanStarts }) => meanStarts) }],
    text: String,
    least: 1,
  });

/** What a boat brings, and what won at most. */
export const weightsChart = ({ years, told }: Weighed): string =>
  barsChart({
    id: "weights",
    title: `${told.what} of a boat at a tournament, by year`,
    description: `${words.capital(told.units)} of a boat on average, and the ${told.bag} that won, in each year. ${below}`,
    labels: labelsOf(years),
    series: [
      { name: told.head("mean"), as: "bar", values: years.map(({ meanWeight }) => meanWeight) },
      { name: told.head(`${told.bag} win`), as: "mark", values: years.map(({ heaviestWin }) => heaviestWin) },
    ],
    text: told.figure,
    least: 10_000,
  });

/** How often a limit was filled, and how often nothing came aboard. */
export const catchesChart = ({ years }: Years): string =>
  barsChart({
    id: "catches",
    title: "Limits and zeros, by year",
    description: `How many limits were filled and how many boats came in without a fish in each year. ${below}`,
    labels: labelsOf(years),
    series: [
      { name: "limits", as: "bar", values: years.map(({ limits }) => limits) },
      { name: "zeros", as: "bar", values: years.map(({ zeros }) => zeros) },
    ],
    text: String,
    least: 1,
  });
