import { anglerMonthsChart } from "./charts/angler-months.chart.ts";
import { lakeMonthsChart } from "./charts/lake-months.chart.ts";
import { catchesChart, participationChart, weightsChart } from "./charts/years.chart.ts";
import { letters, raceChart } from "./charts/race.chart.ts";

/** The drawings of a page: `it.charts` in a view. Each is a figure with a title and a description; its numbers stand in a table beside it. */
export const charts = {
  letters,
  race: raceChart,
  anglerMonths: anglerMonthsChart,
  lakeMonths: lakeMonthsChart,
  participation: participationChart,
  weights: weightsChart,
  catches: catchesChart,
};
