import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** What V8 tells of one process: of each script the functions, and in them nested ranges, how often each was run. */
interface Report {
  result: { url: string; functions: { ranges: Range[] }[] }[];
}

interface Range {
  startOffset: number;
  endOffset: number;
  count: number;
}

/** Path → for each of its lines with anything on it whether some process reached it. */
export type ReachedLines = Map<string, Map<number, boolean>>;

/**
 * The lines that the processes whose reports are in the directory reached, of the sources under these folders. A line is
 * reached when any of them did: Node's own sum takes what one process left out for missing.
 */
export function readReachedLines(directory: string, folders: readonly string[]): ReachedLines {
  const reached: ReachedLines = new Map();
  for (const name of readdirSync(directory)) {
    const { result } = JSON.parse(readFileSync(join(directory, name), "utf8")) as Report;
    for (const { url, functions } of result) {
      const path = url.startsWith("file:") ? relative(process.cwd(), fileURLToPath(url)) : "";
      if (!folders.some((folder) => path.startsWith(`${folder}/`))) continue;
      addReached(linesOf(reached, path), {
        text: textOf(path),
        ranges: functions.flatMap(({ ranges }) => ranges),
      });
    }
  }
  return reached;
}

function linesOf(reached: ReachedLines, path: string): Map<number, boolean> {
  const known = reached.get(path) ?? new Map<number, boolean>();
  reached.set(path, known);
  return known;
}

/** A line is reached by a process when any of its characters was run: the innermost range around each says so. */
function addReached(
  lines: Map<number, boolean>,
  { text, ranges }: { text: string; ranges: readonly Range[] },
): void {
  const ran = new Uint8Array(text.length).fill(1);
  const outermostFirst = ranges.toSorted(
    (one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset,
  );
  for (const { startOffset, endOffset, count } of outermostFirst)
    ran.fill(Math.min(count, 1), startOffset, endOffset);
  let start = 0;
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() !== "" && lines.get(at) !== true)
      lines.set(at, ran.subarray(start, start + line.length).includes(1));
    start += line.length + 1;
  }
}

const texts = new Map<string, string>();

function textOf(path: string): string {
  const text = texts.get(path) ?? readFileSync(path, "utf8");
  texts.set(path, text);
  return text;
}
