import type { SeasonCourse } from "#core/standings/standings.service.ts";
import { apart } from "./apart.chart.ts";
import { field, footLabels, frame, margins, round, scaleOf } from "./frame.chart.ts";

interface Course {
  title: string;
  course: SeasonCourse;
  /** What the tournaments are called below the drawing, by day. */
  labels: readonly string[];
  /** A figure of the course as text. */
  text: (value: number) => string;
}

/** How letters tell the lines apart, in the drawing and in its table. */
export const letters = ["A", "B", "C", "D", "E", "F"];

/**
 * The race event by event, a line for each who is followed: points and weights as the distance to who led, since totals
 * lie too close together; wins as they add up.
 */
export function raceChart({ title, course: { figure, rows }, labels, text }: Course): string {
  const shown = (step: { total: number; behind: number }) => (figure === "wins" ? step.total : step.behind);
  const lines = rows.map(({ steps }) => steps.map((step) => step && shown(step)));
  const down = figure !== "wins";
  const scale = scaleOf(
    lines.flat().filter((value) => value !== null),
    { text: (value) => (down && value > 0 ? `−${text(value)}` : text(value)), least: steps[figure], down },
  );
  const across = (at: number) =>
    round(margins.left + ((margins.right - margins.left) * at) / Math.max(1, labels.length - 1));

  const columns = labels.map((_, at) => {
    const exact = lines.map((values) => values[at] ?? null);
    return apart(
      exact.map((value) => (value === null ? null : scale.y(value))),
      lanes,
    );
  });
  const points = lines.map((_, series) =>
    columns.flatMap((own, at) => {
      const y = own[series] ?? null;
      return y === null ? [] : [{ x: across(at), y }];
    }),
  );
  const letterAt = apart(
    points.map((line) => line.at(-1)?.y ?? null),
    letterLines,
  );
  const drawn = points.map((line, series) => {
    const own = `series-${series + 1}`;
    const segments = line.slice(1).map((to, at) => {
      const from = line[at]!;
      return `<line class="line ${own}" x1="${from.x}%" y1="${from.y}" x2="${to.x}%" y2="${to.y}"/>`;
    });
    const dots = line.map(({ x, y }) => `<circle class="dot ${own}" cx="${x}%" cy="${y}" r="3.5"/>`);
    const end = line.at(-1);
    const letter = end === undefined ? "" : letterOf(series, { end, y: letterAt[series]! });
    return segments.join("") + dots.join("") + letter;
  });
  const words = {
    id: "race",
    title,
    description:
      "Lines that would lie upon each other run side by side; the figures stand in the table below.",
  };
  return frame(words, { scale, marks: drawn.toReversed().join("") + footLabels(labels, across) });
}

/** Its letter beside the end of a line, led to where it had to give way to another. */
function letterOf(series: number, { end, y }: { end: { x: number; y: number }; y: number }): string {
  const own = `series-${series + 1}`;
  const leader =
    Math.abs(y - end.y) < 3
      ? ""
      : `<line class="leader ${own}" x1="${end.x}%" y1="${end.y}" x2="${round(end.x + 2)}%" y2="${y}"/>`;
  return `${leader}<text class="end ${own}" x="${round(end.x + 2.4)}%" y="${round(y + 4)}">${letters[series]}</text>`;
}

/** Pixels: as far as lines that would lie upon each other keep apart, and letters. */
const lanes = { gap: 4, top: field.top - 8, bottom: field.bottom + 8 };
const letterLines = { gap: 14, top: field.top - 12, bottom: field.bottom };

/** No line stands for less: a point, a win, a pound. */
const steps = { points: 100, wins: 1, weight: 10_000 };
