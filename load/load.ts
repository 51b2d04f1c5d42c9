import { atOnce } from "./at-once.ts";
import { database } from "./database.ts";
import { elite } from "./elite.ts";
import type { Figure, Measurement } from "./measure.ts";
import { pollNight } from "./poll-night.ts";
import { site, siteLarge } from "./site.ts";
import { terminal } from "./terminal.ts";
import { votes } from "./votes.ts";
import { weighIn } from "./weigh-in.ts";

const measurements: Measurement[] = [
  terminal,
  elite,
  weighIn,
  database,
  site,
  siteLarge,
  votes,
  atOnce,
  pollNight,
];

/** Measures what was named, or everything, and prints one table. */
const named = process.argv.slice(2);
const chosen = measurements.filter(({ name }) => named.length === 0 || named.includes(name));
const figures: Figure[] = [];
for (const { measure } of chosen) figures.push(...(await measure()));
const width = Math.max(...figures.map(({ what }) => what.length));
for (const { what, figure, goal } of figures) {
  process.stdout.write(`${what.padEnd(width)}  ${figure.padStart(12)}  ${goal}\n`);
}
