import { spawnSync } from "node:child_process";
import { openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { type Figure, type Measurement, medianOfTen, milliseconds } from "./measure.ts";
import { withTemporaryHome } from "./temporary-home.ts";

/** How long a person waits for the terminal, with the demo's database running. */
export const terminal: Measurement = {
  name: "terminal",
  measure: () =>
    withTemporaryHome(async (home) => {
      sabc(["--home", home, "demo", "--make-only"]);
      // As the site does when it serves: whoever comes by finds the database running.
      const app = await openApp(loadConfig({ home, demo: true }));
      try {
        const demo = ["--home", home, "--demo"];
        return [
          await timed("sabc --help", { args: ["--help"], goal: 150 }),
          await timed("sabc standings show", { args: [...demo, "standings", "show"], goal: 600 }),
          await timed("sabc results show last", { args: [...demo, "results", "show", "last"], goal: 600 }),
        ];
      } finally {
        await app.close();
      }
    }),
};

async function timed(what: string, { args, goal }: { args: string[]; goal: number }): Promise<Figure> {
  const median = await medianOfTen(() => sabc(args));
  return { what: `${what}, median of 10`, figure: milliseconds(median), goal: `≤ ${milliseconds(goal)}` };
}

function sabc(args: string[]): void {
  const { status, stderr } = spawnSync("node_modules/.bin/node", ["cli/sabc.ts", ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`sabc ${args.join(" ")} ended with ${status}: ${stderr}`);
}
