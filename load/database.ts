import { stat } from "node:fs/promises";
import { join } from "node:path";
import { operator } from "#core/actor.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { seedClub } from "#core/demo/seed-club.service.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { withTemporaryHome } from "./temporary-home.ts";

const actor = operator("load");
const report = () => undefined;

/** How long a club of 1,000 anglers, 500 tournaments and 20,000 bags takes to make, to copy and to put back. */
export const database: Measurement = {
  name: "database",
  measure: () =>
    withTemporaryHome(async (home) => {
      const app = await openApp(loadConfig({ home, env: {} }));
      try {
        return await measureDatabase(app, join(home, "club.tar.gz"));
      } finally {
        await app.close();
      }
    }),
};

async function measureDatabase(app: App, file: string): Promise<Figure[]> {
  const seeding = await timed(() => seedClub(app, { actor, size: "production", report }));
  const copying = await timed(() => app.backups.make({ file, keep: null, report }));
  const verifying = await timed(() => app.backups.verify({ file, report, actor }));
  const restoring = await timed(() => app.backups.restore({ file, report, actor }));
  const { size } = await stat(file);
  const memory = process.resourceUsage().maxRSS / 1_000;
  return [
    { what: "seed --size production", figure: milliseconds(seeding), goal: "≤ 60000 ms" },
    { what: "backup of it", figure: milliseconds(copying), goal: "≤ 10000 ms" },
    { what: "its file", figure: `${(size / 1_000_000).toFixed(1)} MB`, goal: "≤ 10 MB" },
    { what: "verify of it", figure: milliseconds(verifying), goal: "≤ 30000 ms" },
    { what: "restore of it", figure: milliseconds(restoring), goal: "≤ 30000 ms" },
    { what: "most memory of the process", figure: `${memory.toFixed(0)} MB`, goal: "≤ 500 MB" },
  ];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
