import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { StandingRow } from "#core/standings/standing-order.rules.ts";
import { raceResults, type RaceResult } from "#core/standings/race-result.rules.ts";
import { standings } from "#core/standings/standings.rules.ts";
import { weightFromOunces } from "#core/weight.ts";
import { alone, rulesOf, tournament } from "../../support/facts.ts";
import { missing, readRows, type Row } from "../../support/real-data.ts";
import { eliteSeasons } from "../seasons/club-documents.ts";

const files = [
  "elite-results-2022-2025.csv",
  "elite-published-checkpoints.csv",
  "elite-published-gaps.csv",
] as const;
const [results, checkpoints, gaps] = files.map(readRows) as [Row[], Row[], Row[]];

const ids = new Map<string, number>();
const idOf = (name: string) => {
  if (!ids.has(name)) ids.set(name, ids.size + 1);
  return ids.get(name)!;
};
results.forEach((row) => idOf(row["angler"]!));
const names = new Map([...ids].map(([name, id]) => [id, name]));

/** Places are as given: the file knows no fish, only ounces and the printed place. */
const races = new Map(
  Object.keys(eliteSeasons).map((year) => {
    const rules = rulesOf(eliteSeasons[year]!.rules);
    const own = results.filter((row) => row["season"] === year);
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

function standingsAfter(year: string, event: number): StandingRow[] {
  const { rules, raced } = races.get(year)!;
  const held = raced.filter(({ tournamentId }: RaceResult) => tournamentId <= event);
  const events = Array.from({ length: event }, (_, at) => ({
    tournamentId: at + 1,
    group: null,
    held: true,
  }));
  return standings("angler", {
    rules,
    season: { events, results: held, meetings: new Map(), carried: new Map(), names },
  });
}

const rowOf = (rows: StandingRow[], surname: string) =>
  rows.find(({ who }) => names.get(who[0]!)!.endsWith(surname))!;

describe("36 professional events", { skip: files.map(missing).find(Boolean) ?? false }, () => {
  test("3,592 rows are read", () => assert.equal(results.length, 3_592));

  test("29 of 30 printed points agree", () => {
    const printed = checkpoints.filter((row) => row["published_points"]);
    const differing = printed
      .map((row) => ({
        row,
        computed: rowOf(standingsAfter(row["season"]!, Number(row["after_event"])), row["angler"]!),
      }))
      .filter(({ row, computed }) => computed.points !== Number(row["published_points"]) * 100)
      .map(({ row, computed }) => [
        row["season"],
        row["after_event"],
        row["angler"],
        computed.points! / 100,
        Number(row["published_points"]),
      ]);
    assert.equal(printed.length, 30);
    assert.deepEqual(differing, [["2025", "9", "Chris Johnston", 777, 776]]);
  });

  test("65 of 68 printed ranks agree; the press broke three ties by weights the file does not hold", () => {
    const differing = checkpoints
      .map((row) => ({
        row,
        computed: rowOf(standingsAfter(row["season"]!, Number(row["after_event"])), row["angler"]!),
      }))
      .filter(({ row, computed }) => computed.place !== Number(row["published_rank"]))
      .map(({ row, computed }) => [
        row["season"],
        row["after_event"],
        row["angler"],
        Number(row["published_rank"]),
        computed.place,
      ]);
    assert.equal(checkpoints.length, 68);
    assert.deepEqual(differing, [
      ["2023", "9", "Jay Przekurat", 6, 7],
      ["2023", "9", "Kyoya Fujita", 7, 6],
      ["2025", "3", "Will Davis Jr", 1, 2],
    ]);
  });

  test("all 17 printed gaps agree", () => {
    const differing = gaps
      .map((row) => ({ fact: row["published_fact"]!, published: Number.parseInt(row["published"]!, 10) }))
      .filter(({ fact, published }) => gapOf(fact) !== published);
    assert.equal(gaps.length, 17);
    assert.deepEqual(differing, []);
  });
});

/** Works out a sentence of the press, such as `2022 after 6: Palaniuk-Cox = 18`. */
function gapOf(fact: string): number {
  const [, year, after, what] = /^(\d{4}) (?:after (\d+): )?(.+) =/.exec(fact)!;
  const rows = standingsAfter(year!, Number(after ?? 9));
  const points = (row: StandingRow) => row.points! / 100;
  const at = (place: number) => points(rows[place - 1]!);
  if (what === "Cobb lead" || what === "final margin") return at(1) - at(2);
  if (what === "1st-6th") return at(1) - at(6);
  if (what!.startsWith("anglers within")) return rows.filter((row) => at(1) - points(row) <= 102).length;
  const [one, other] = what!.split("-");
  const leader = one === "leader" ? rows[0]! : rowOf(rows, one!);
  return points(leader) - points(rowOf(rows, other!));
}
