import { escape } from "../escape.ts";
import { type ChartWords, footLabels, frame, margins, round, scaleOf } from "./frame.chart.ts";

/** One figure of each column; null where there is none. A mark is a line across its column instead of a bar. */
interface Series {
  name: string;
  as: "bar" | "mark";
  values: readonly (number | null)[];
}

interface Bars extends ChartWords {
  /** What the columns are called. */
  labels: readonly string[];
  series: readonly Series[];
  /** A figure as text. */
  text: (value: number) => string;
  /** No line across stands for less. */
  least: number;
}

/** How many bars a phone has room for with a figure above; how many columns fill the drawing. */
const room = { figures: 8, fewest: 5 };

/** Figures in columns, by month or by year. */
export function barsChart({ labels, series, text, least, ...words }: Bars): string {
  const scale = scaleOf(
    series.flatMap(({ values }) => values.filter((value) => value !== null)),
    { text, least },
  );
  // A few columns stand in the middle rather than grow fat.
  const columns = Math.max(labels.length, room.fewest);
  const width = (margins.right - margins.left) / columns;
  const bars = series.filter(({ as }) => as === "bar").length;
  const left = (column: number) => margins.left + width * (column + (columns - labels.length) / 2);
  const foot = scale.y(0);

  let bar = 0;
  const marks = series.flatMap(({ as, values }, at) => {
    const own = `series-${at + 1}`;
    const slot = (width * 0.8) / (as === "bar" ? bars : 1);
    const inset = width * 0.1 + (as === "bar" ? slot * bar : 0);
    if (as === "bar") bar += 1;
    const wide = slot * 0.92;
    return values.map((value, column) => {
      if (value === null) return "";
      const x = round(left(column) + inset);
      const y = scale.y(value);
      if (as === "mark")
        return `<line class="mark ${own}" x1="${x}%" x2="${round(x + wide)}%" y1="${y}" y2="${y}"/>`;
      const figure =
        labels.length * bars <= room.figures
          ? `<text class="value" x="${round(x + wide / 2)}%" y="${y - 5}">${escape(text(value))}</text>`
          : "";
      return `<rect class="bar ${own}" x="${x}%" y="${y}" width="${round(wide)}%" height="${round(foot - y)}"/>${figure}`;
    });
  });
  const below = footLabels(labels, (column) => round(left(column) + width / 2));
  const keys = series.map(
    ({ name, as }, at) => ` <span class="key key-${as} series-${at + 1}">${escape(name)}</span>`,
  );
  return frame(words, { scale, marks: marks.join("") + below, legend: keys.join("") });
}
