import { escape } from "../escape.ts";

/** What is said of a drawing to who cannot see it. `id` tells it apart from others of its page. */
export interface ChartWords {
  id: string;
  title: string;
  description: string;
}

/** Lines across, from the least to the most that is drawn; texts as they stand beside them. */
export interface Scale {
  ticks: { value: number; text: string }[];
  /** Pixels from the top of the drawing. */
  y: (value: number) => number;
}

/** Pixels: how high a drawing is, and where between its top and its foot the figures stand. */
export const height = 260;
export const field = { top: 22, bottom: 224 };
/** Below the field: what the columns are called. */
const footLine = 246;

/** Across, so that it fits any width: per cent of the drawing, within the margins. */
export const margins = { left: 9, right: 95 };

/** What columns are called: every one of a few; of many as far as there is room, and on a phone each second of those. */
export function footLabels(labels: readonly string[], across: (column: number) => number): string {
  const every = Math.ceil(labels.length / room.wide);
  return labels
    .map((label, column) => {
      if (column % every !== 0) return "";
      const between = labels.length > room.narrow && (column / every) % 2 === 1 ? " between" : "";
      return `<text class="foot${between}" x="${across(column)}%" y="${footLine}">${escape(label)}</text>`;
    })
    .join("");
}

const room = { wide: 12, narrow: 8 };

/** A drawing with its words; across all is in per cent, down in pixels, so that text keeps its size on any screen. */
export function frame(
  { id, title, description }: ChartWords,
  { scale, marks, legend = "" }: { scale: Scale; marks: string; legend?: string },
): string {
  const lines = scale.ticks.map(
    ({ value, text }) =>
      `<line class="grid" x1="0" x2="100%" y1="${scale.y(value)}" y2="${scale.y(value)}"/>` +
      `<text class="tick" x="0" y="${scale.y(value) - 4}">${escape(text)}</text>`,
  );
  return (
    `<figure class="chart">` +
    `<svg role="img" width="100%" height="${height}" aria-labelledby="${escape(id)}-title ${escape(id)}-words">` +
    `<title id="${escape(id)}-title">${escape(title)}</title><desc id="${escape(id)}-words">${escape(description)}</desc>` +
    `${lines.join("")}${marks}</svg>` +
    `<figcaption><b>${escape(title)}</b>${legend}</figcaption></figure>`
  );
}

/**
 * A scale from 0 to the most of these with up to six lines at round figures, `least` apart or more; `down` puts 0 at
 * the top.
 */
export function scaleOf(
  values: readonly number[],
  { text, least, down = false }: { text: (value: number) => string; least: number; down?: boolean },
): Scale {
  const most = Math.max(...values, least);
  const step = Math.max(roundStep(most), least);
  const top = Math.ceil(most / step) * step;
  const { top: first, bottom: last } = field;
  return {
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({
      value: at * step,
      // At round figures decimals say nothing.
      text: text(at * step).replace(/\.0+$/, ""),
    })),
    y: (value) =>
      round(down ? first + (value / top) * (last - first) : last - (value / top) * (last - first)),
  };
}

/** The least of 1, 2, 5, 10, 20 … that needs no more than four steps. */
function roundStep(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return step * power;
}

/** Two decimals are finer than any screen. */
export const round = (value: number): number => Math.round(value * 100) / 100;
