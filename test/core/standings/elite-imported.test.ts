import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { importSeason } from "#core/results/import-season.service.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { openTestApp } from "../../support/database.ts";
import {
  compareWithPress,
  eliteMissing,
  knownDifferences,
  type PressLine,
} from "../../support/elite-press.ts";
import { readText } from "../../support/real-data.ts";
import { countQueries } from "../../support/query-count.ts";
import { tester } from "../../support/small-club.ts";
import { eliteSeasons } from "../seasons/club-documents.ts";

describe("36 professional events, imported", { skip: eliteMissing }, async () => {
  const app = await openTestApp();
  const years = Object.keys(eliteSeasons).map(Number);

  test("all four seasons come in and are official", async () => {
    const file = Buffer.from(readText("elite-results-2022-2025.csv"));
    for (const year of years) {
      const imported = await app.write(tester, async (work) => {
        authorize(work, "importElite", { roles: [] });
        // Two events of 2025 print one place for two of equal weight: they share it.
        await createSeason(work, { year, rules: { ...eliteSeasons[year]!.rules, ties: { then: "share" } } });
        return importSeason(work, {
          year,
          file,
          createGuests: true,
          official: true,
          column: ["date=start_date"],
          ignore: ["event_no", "event_id", "prize_usd"],
          where: [`season=${year}`],
        });
      });
      assert.deepEqual([imported.tournaments.length, imported.official.waiting], [9, []]);
    }
  });

  test("29 of 30 printed points, 65 of 68 ranks and all 17 gaps agree", async () => {
    const tables = new Map<string, PressLine[]>();
    for (const year of years) {
      for (const afterEvents of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        const { races } = await app.read(visitor, (work) =>
          getStandings(work, { season: year, afterEvents }),
        );
        const lines = races[0]!.rows.map(({ crew, place, points }) => ({
          name: crew[0]!.name,
          place,
          points: points!,
        }));
        tables.set(`${year} ${afterEvents}`, lines);
      }
    }
    assert.deepEqual(
      compareWithPress((year, event) => tables.get(`${year} ${event}`)!),
      knownDifferences,
    );
  });

  test("nine events of a hundred anglers take as many queries as one of two", async () => {
    const count = await app.read(visitor, (work) => countQueries(() => getStandings(work, { season: 2025 })));
    assert.equal(count, 2);
  });
});
