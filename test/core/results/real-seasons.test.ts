import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ImportSeason, importSeason } from "#core/results/import-season.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { openTestApp } from "../../support/database.ts";
import { bytes } from "../../support/hostile-files.ts";
import { missing, readRows, readText } from "../../support/real-data.ts";
import { tester } from "../../support/small-club.ts";
import { denver, eliteSeasons } from "../seasons/club-documents.ts";

const denverFile = "denver-results-2025.csv";
const eliteFile = "elite-results-2022-2025.csv";

describe("a real club's season as an officer imports it", { skip: missing(denverFile) }, () => {
  const choices: Omit<ImportSeason, "file"> = {
    year: 2025,
    createGuests: true,
    official: true,
    column: [
      "member=matched_member",
      "weight=weight_lb",
      "big_bass=big_bass_lb",
      "points=points_published",
      "day=segment",
    ],
    ignore: ["lake", "cash_usd", "big_bass_usd", "boat_team_usd"],
  };

  test("in one go: two-day events from their days, place and points from the final rows", async () => {
    const app = await openTestApp();
    await app.write(tester, (work) => createSeason(work, { year: 2025, rules: denver.rules }));
    const file = bytes(readText(denverFile));
    const done = await app.write(tester, (work) =>
      importSeason(work, { ...choices, file, override: "as printed" }),
    );
    assert.deepEqual(
      done.tournaments.map(({ name, firstDay, added }) => [name, firstDay, added]),
      [
        ["E1", "2025-05-03", 22],
        ["E2", "2025-05-17", 30],
        ["E3", "2025-05-31", 30],
        ["E4", "2025-06-01", 30],
        ["E5", "2025-07-12", 25],
        ["E6", "2025-08-02", 22],
      ],
    );
    assert.deepEqual(
      done.accepted.map(({ line, column, value }) => [line, column, value]),
      [
        [20, "weight", undefined],
        [22, "weight", undefined],
        [47, "big_bass", "6.02"],
        [64, "fish", "3"],
        [232, "big_bass", "3.20"],
        [238, "big_bass", "3.26"],
        [247, "weight", "6.23"],
      ],
    );
    assert.equal(done.official.official.length, 6);

    const finals = readRows(denverFile).filter((row) => row["segment"] === "final");
    const published = finals.map((row) => [
      row["event"],
      row["angler"],
      Number(row["points_published"]) * 100,
    ]);
    const computed = await app.read(tester, async (work) => {
      const all: unknown[][] = [];
      for (const { id, name } of done.tournaments) {
        const { anglers } = await getResults(work, { tournament: id });
        all.push(...anglers.map(({ angler, points }) => [name, angler.name, points]));
      }
      return all;
    });
    assert.deepEqual(new Set(computed.map(String)), new Set(published.map(String)));

    const again = await app.write(tester, (work) => importSeason(work, { ...choices, file }));
    assert.deepEqual(
      again.tournaments.map(({ added, changed }) => added + changed),
      [0, 0, 0, 0, 0, 0],
    );
  });
});

describe("four professional seasons of the whole field", { skip: missing(eliteFile) }, () => {
  test("3,592 rows become 36 events, as the file places them", async () => {
    const app = await openTestApp();
    const file = bytes(readText(eliteFile));
    const totals = { boats: 0, official: 0, waiting: 0 };
    for (const year of [2022, 2023, 2024, 2025]) {
      await app.write(tester, (work) => createSeason(work, { year, rules: eliteSeasons[year]!.rules }));
      const done = await app.write(tester, (work) =>
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
      totals.boats += done.tournaments.reduce((sum, { added }) => sum + added, 0);
      totals.official += done.official.official.length;
      totals.waiting += done.official.waiting.length;
    }
    // Two events of 2025 print one place for two of equal weight: whose it is, only a ruling can say.
    assert.deepEqual(totals, { boats: 3_592, official: 34, waiting: 2 });
  });
});
