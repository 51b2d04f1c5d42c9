import type { Streams } from "./terminal.ts";

const first = 1_000;

/**
 * What takes longer than a second says on a terminal's stderr that it goes on. The line ends where it began, so that
 * whatever is said next stands in its place.
 */
export async function withPatience<T>(
  { stderr }: Pick<Streams, "stderr">,
  { quiet, wait }: { quiet: boolean; wait: () => Promise<T> },
): Promise<T> {
  if (quiet || stderr.isTTY !== true) return wait();
  let shown = "";
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    shown = `Working … ${seconds} s`;
    stderr.write(`${shown}\r`);
  }, first);
  try {
    return await wait();
  } finally {
    clearInterval(timer);
    if (shown !== "") stderr.write(`${" ".repeat(shown.length)}\r`);
  }
}
