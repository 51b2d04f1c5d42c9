import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";

/** A question that stands on the screen, and what is typed then. */
export type Answer = [question: RegExp, typed: string];

/** The real process at a real terminal of 100 columns: each answer is typed when its question stands there. */
export async function atTerminal(
  words: string[],
  answers: Answer[],
  { patience = 30_000 } = {},
): Promise<{ code: number; screen: string }> {
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    TERM: "xterm",
    NO_COLOR: "1",
  };
  const child = spawn(process.execPath, ["cli/sabc.ts", ...words], { cols: 100, rows: 40, env });
  const left = [...answers];
  let screen = "";
  let seen = 0;
  child.onData((data) => {
    screen += data;
    const [next] = left;
    const fresh = stripVTControlCharacters(screen.slice(seen));
    if (next === undefined || !next[0].test(fresh)) return;
    left.shift();
    seen = screen.length;
    // The prompt listens once it is drawn.
    setTimeout(() => child.write(next[1]), 50);
  });
  const impatient = setTimeout(() => child.kill(), patience);
  const code = await new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
  clearTimeout(impatient);
  const shown = stripVTControlCharacters(screen);
  if (left.length > 0)
    throw new Error(`never asked: ${left.map(([question]) => question).join(", ")}\n${shown}`);
  return { code, screen: shown };
}
