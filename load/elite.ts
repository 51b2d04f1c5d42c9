import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operator } from "#core/actor.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { loadFacts } from "#core/results/facts.service.ts";
import { importSeason } from "#core/results/import-season.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import { listTournaments } from "#core/tournaments/tournaments.service.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { withTemporaryHome } from "./temporary-home.ts";

const officer = operator("load");
const firstPlace = { 2022: 100, 2023: 104, 2024: 103, 2025: 104 };
const years = Object.keys(firstPlace).map(Number);

/** Four seasons of full-field professional events, 3,592 rows, from the file to official results. */
export const elite: Measurement = {
  name: "elite",
  measure: async () => {
    const data = process.env["SABC_REAL_DATA"];
    if (data === undefined)
      return [{ what: "elite", figure: "not measured", goal: "SABC_REAL_DATA is not set" }];
    return withTemporaryHome(async (home) => {
      const app = await openApp(loadConfig({ home, env: {} }));
      try {
        return await measureElite(app, readFileSync(join(data, "elite-results-2022-2025.csv")));
      } finally {
        await app.close();
      }
    });
  },
};

async function measureElite(app: App, file: Uint8Array): Promise<Figure[]> {
  for (const year of years)
    await app.write(officer, (work) => setRules(work, { year, rules: rulesOf(year) }));
  const start = performance.now();
  for (const year of years) {
    await app.write(officer, (work) =>
      importSeason(work, {
        year,
        file,
        createGuests: true,
        official: true,
        column: ["date=start_date"],
        ignore: ["event_no", "event_id", "prize_usd"],
        where: [`season=${year}`],
      }),
    );
  }
  const imported = performance.now() - start;
  const tournaments = await app.read(officer, async (work) => {
    const listed = await Promise.all(years.map((season) => listTournaments(work, { season })));
    return loadFacts(work, { tournamentIds: listed.flat().map(({ id }) => id) });
  });
  const again = performance.now();
  for (const { facts, rules } of tournaments) scoreTournament(facts, rules);
  const scored = performance.now() - again;
  return [
    { what: "import of the 3,592 elite rows", figure: milliseconds(imported), goal: "≤ 5000 ms" },
    { what: "scoring them", figure: milliseconds(scored), goal: "≤ 50 ms" },
  ];
}

const rulesOf = (year: number): object => ({
  version: 1,
  name: `Elite ${year}`,
  ranked: "angler",
  limit: { fish: 5, per: "angler" },
  crew: 1,
  ties: { then: "share" },
  points: { place: { first: firstPlace[year as keyof typeof firstPlace], step: 1 }, noFish: 0 },
  season: { races: ["angler"], order: ["points", "total-weight"], listed: "anyone" },
});
