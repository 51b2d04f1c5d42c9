import { letters, raceChart } from "./charts/race.chart.ts";

/** The drawings of a page: `it.charts` in a view. Each is a figure with a title and a description; its numbers stand in a table beside it. */
export const charts = { letters, race: raceChart };
