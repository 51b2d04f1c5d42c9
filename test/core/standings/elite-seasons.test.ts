import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import { raceResults, type RaceResult } from "#core/standings/race-result.rules.ts";
import { standings } from "#core/standings/standings.rules.ts";
import { weightFromOunces } from "#core/weight.ts";
import {
  compareWithPress,
  eliteMissing,
  eliteResults,
  knownDifferences,
  type PressLine,
} from "../../support/elite-press.ts";
import { alone, rulesOf, tournament } from "../../support/facts.ts";
import { eliteSeasons } from "../seasons/club-documents.ts";

const ids = new Map<string, number>();
const idOf = (name: string) => {
  if (!ids.has(name)) ids.set(name, ids.size + 1);
  return ids.get(name)!;
};
eliteResults.forEach((row) => idOf(row["angler"]!));
const names = new Map([...ids].map(([name, id]) => [id, name]));

/** Places are as given: the file knows no fish, only ounces and the printed place. */
const races = new Map(
  Object.keys(eliteSeasons).map((year) => {
    const rules = rulesOf(eliteSeasons[year]!.rules);
    const own = eliteResults.filter((row) => row["season"] === year);
    const raced = [...Map.groupBy(own, (row) => row["event_no"]!)].flatMap(([event, rows]) => {
      const entries = rows.map((row) => {
        const says = { gross: null, lengths: null };
        const entry = alone(idOf(row["angler"]!), says, { publishedPlace: Number(row["place"]) });
        return {
          ...entry,
          bags: entry.bags.map((bag) => ({ ...bag, gross: weightFromOunces(row["weight_oz"]!) })),
        };
      });
      const score = scoreTournament(tournament(entries), rules);
      return raceResults("angler", { tournamentId: Number(event), score, rules });
    });
    return [year, { rules, raced }] as const;
  }),
);

function tableAfter(year: string, event: number): PressLine[] {
  const { rules, raced } = races.get(year)!;
  const held = raced.filter(({ tournamentId }: RaceResult) => tournamentId <= event);
  const events = Array.from({ length: event }, (_, at) => ({
    tournamentId: at + 1,
    group: null,
    held: true,
  }));
  const rows = standings("angler", {
    rules,
    season: { events, results: held, meetings: new Map(), carried: new Map(), names },
  });
  return rows.map(({ who, place, points }) => ({ name: names.get(who[0]!)!, place, points: points! }));
}

describe("36 professional events", { skip: eliteMissing }, () => {
  test("3,592 rows are read", () => assert.equal(eliteResults.length, 3_592));

  test("29 of 30 printed points, 65 of 68 ranks and all 17 gaps agree", () => {
    assert.deepEqual(compareWithPress(tableAfter), knownDifferences);
  });
});
