import type { SeasonCourse } from "#core/standings/standings.service.ts";
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

  const points = lines.map((values) =>
    values.flatMap((value, at) => (value === null ? [] : [{ x: across(at), y: scale.y(value) }])),
  );
  const ends = spread(points.map((line) => line.at(-1)?.y ?? null));
  const drawn = points.map((line, series) => {
    const segments = line.slice(1).map((to, at) => {
      const from = line[at]!;
      return `<line class="line series-${series + 1}" x1="${from.x}%" y1="${from.y}" x2="${to.x}%" y2="${to.y}"/>`;
    });
    const dots = line.map(
      ({ x, y }) => `<circle class="dot series-${series + 1}" cx="${x}%" cy="${y}" r="3.5"/>`,
    );
    const end = line.at(-1);
    const letter =
      end &&
      `<text class="end series-${series + 1}" x="${round(end.x + 2)}%" y="${ends[series]! + 4}">${letters[series]}</text>`;
    return segments.join("") + dots.join("") + (letter ?? "");
  });
  const words = { id: "race", title, description: "The figures stand in the table below." };
  return frame(words, { scale, marks: drawn.toReversed().join("") + footLabels(labels, across) });
}

/** No line stands for less: a point, a win, a pound. */
const steps = { points: 100, wins: 1, weight: 10_000 };

const lineHeight = 14;

/** Letters at the ends of lines that lie close are moved apart, the order kept, and none below the field. */
function spread(ends: readonly (number | null)[]): (number | null)[] {
  const order = ends
    .flatMap((y, series) => (y === null ? [] : [{ y, series }]))
    .toSorted((one, other) => one.y - other.y);
  let free = Number.NEGATIVE_INFINITY;
  for (const end of order) {
    end.y = Math.max(end.y, free);
    free = end.y + lineHeight;
  }
  let most: number = field.bottom;
  for (const end of order.toReversed()) {
    end.y = Math.min(end.y, most);
    most = end.y - lineHeight;
  }
  const placed = new Map(order.map(({ y, series }) => [series, y]));
  return ends.map((_, series) => placed.get(series) ?? null);
}
