import type { Streams } from "./terminal.ts";

const first = 1_000;
const width = 30;

/** How far something is, from 0 to 1. */
export type Report = (fraction: number) => void;

interface Progressing<T> {
  quiet: boolean;
  /** What is being done, in a word or two: `Copying`. */
  doing: string;
  run: (report: Report) => Promise<T>;
}

/**
 * What takes longer than a second, and knows how far it is, draws a bar on a terminal's stderr. It leaves no trace.
 */
export async function withProgress<T>(
  { stderr }: Pick<Streams, "stderr">,
  { quiet, doing, run }: Progressing<T>,
): Promise<T> {
  if (quiet || stderr.isTTY !== true) return run(() => undefined);
  const { SingleBar } = await import("cli-progress");
  const format = `${doing} [{bar}] {percentage} %`;
  const look = { barCompleteChar: "#", barIncompleteChar: ".", barsize: width, fps: 5, linewrap: true };
  const bar = new SingleBar({ ...look, format, stream: stderr, clearOnComplete: true });
  let fraction = 0;
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    bar.start(100, Math.floor(fraction * 100));
  }, first);
  try {
    return await run((now) => {
      fraction = now;
      if (shown) bar.update(Math.floor(now * 100));
    });
  } finally {
    clearTimeout(timer);
    if (shown) bar.stop();
  }
}
