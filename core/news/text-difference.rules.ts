/** A line of a text: taken out, put in, or as it was. */
export interface DifferentLine {
  mark: "-" | "+" | " ";
  text: string;
}

/** Lines on both sides of which a comparison still pays; beyond it all of them are told as replaced. */
const comparable = 4_000_000;

/** The lines in which two texts differ, each change with one line before and behind it. */
export function differentLines(before: string, after: string): DifferentLine[] {
  const [old, young] = [before.split("\n"), after.split("\n")];
  const start = commonLength(old, young);
  const end = commonLength(old.slice(start).toReversed(), young.slice(start).toReversed());
  const middle = compare(old.slice(start, old.length - end), young.slice(start, young.length - end));
  const all = [...old.slice(0, start).map(same), ...middle, ...old.slice(old.length - end).map(same)];
  const near = (at: number): boolean =>
    [at - 1, at, at + 1].some((beside) => (all[beside] ?? same("")).mark !== " ");
  return all.filter((_, at) => near(at));
}

const same = (text: string): DifferentLine => ({ mark: " ", text });

const commonLength = (one: readonly string[], other: readonly string[]): number => {
  const until = one.findIndex((line, at) => line !== other[at]);
  return until === -1 ? Math.min(one.length, other.length) : Math.min(until, other.length);
};

/** By the longest lines in common, as every tool tells differences. */
function compare(old: readonly string[], young: readonly string[]): DifferentLine[] {
  const width = young.length + 1;
  if (old.length * young.length > comparable) {
    return [
      ...old.map((text) => ({ mark: "-", text }) as const),
      ...young.map((text) => ({ mark: "+", text }) as const),
    ];
  }
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i] === young[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const lines: DifferentLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      lines.push(same(old[i]!));
      i += 1;
      j += 1;
    } else if (
      j >= young.length ||
      (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      lines.push({ mark: "-", text: old[i]! });
      i += 1;
    } else {
      lines.push({ mark: "+", text: young[j]! });
      j += 1;
    }
  }
  return lines;
}
