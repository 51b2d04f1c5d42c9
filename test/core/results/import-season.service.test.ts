import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { addLake } from "#core/lakes/lakes.service.ts";
import { addRamp } from "#core/lakes/ramps.service.ts";
import { type ImportSeason, importSeason, type SeasonImported } from "#core/results/import-season.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { listTournaments } from "#core/tournaments/tournaments.service.ts";
import { openTestApp } from "../../support/database.ts";
import { bytes } from "../../support/hostile-files.ts";
import { problemsOf } from "../../support/import-club.ts";
import { countQueries } from "../../support/query-count.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
let year = 2000;

before(() =>
  app.write(tester, async (work) => {
    await addLake(work, { name: "Lake Travis", latitude: null, longitude: null });
    await addRamp(work, { lake: "travis", name: "Mansfield Dam", latitude: null, longitude: null });
  }),
);

/** Without pots, whose order binds one season to another. */
const { money: _, ...rules } = presets["sabc-individual"];

/** A season of its own for each test; files write YEAR for it. */
async function season(): Promise<number> {
  year += 1;
  await app.write(tester, (work) => createSeason(work, { year, rules }));
  return year;
}

const imported = (of: number, file: string, more: Partial<ImportSeason> = {}): Promise<SeasonImported> =>
  app.write(tester, (work) =>
    importSeason(work, {
      year: of,
      file: bytes(file.replaceAll("YEAR", String(of))),
      createGuests: true,
      ...more,
    }),
  );

const planned = async (of: number) =>
  (await app.read(tester, (work) => listTournaments(work, { season: of }))).map(
    ({ number, name, firstDay, lastDay, state, lake, ramp }) =>
      [number, name, firstDay.slice(5), lastDay.slice(5), state, lake?.key ?? null, ramp?.name ?? null].join(
        " ",
      ),
  );

const two = `date,event,lake,ramp,angler,member,fish,weight
YEAR-02-22,February,,,Ann,yes,5,12
YEAR-01-25,January,Lake Travis,mansfield dam,Ann,yes,5,10
YEAR-01-25,January,lake travis,,Bob,yes,3,6
`;

describe("a season's file", () => {
  test("makes the events it does not find, in order of day, and leaves them provisional", async () => {
    const of = await season();
    const { tournaments, guests } = await imported(of, two);
    assert.deepEqual(
      tournaments.map(({ name, added, made }) => [name, added, made]),
      [
        ["January", 2, true],
        ["February", 1, true],
      ],
    );
    assert.deepEqual(
      guests.map(({ name }) => name),
      ["Ann", "Bob"],
    );
    assert.deepEqual(await planned(of), [
      "1 January 01-25 01-25 provisional travis Mansfield Dam",
      "2 February 02-22 02-22 provisional  ",
    ]);
  });

  test("imported again changes nothing, then makes official what nothing stands against", async () => {
    const of = await season();
    await imported(of, two);
    const again = await imported(of, two, { official: true });
    assert.deepEqual(
      again.tournaments.map(({ name, added, changed, same, made }) => [name, added, changed, same, made]),
      [
        ["January", 0, 0, 2, false],
        ["February", 0, 0, 1, false],
      ],
    );
    assert.equal(again.official.official.length, 2);
    assert.deepEqual((await imported(of, two, { official: true })).official.official, []);
  });

  test("waits for a ruling where one is missing, and makes the others official", async () => {
    const of = await season();
    const tie =
      "date,event,angler,member,fish,weight,big_bass\nYEAR-01-25,January,Ann,yes,5,10,3\nYEAR-01-25,January,Bob,yes,5,10,3\nYEAR-02-22,February,Bob,yes,5,10,3\n";
    const { official } = await imported(of, tie, { official: true });
    assert.deepEqual(
      official.waiting.map(({ obstacles }) => obstacles.map(({ kind }) => kind)),
      [["rulings-needed"]],
    );
    assert.equal(official.official.length, 1);
  });

  test("with totals has them beside the days: place and points of the whole, the days' weights", async () => {
    const of = await season();
    const file = `date,event,day,angler,member,fish,weight,place,points,lunker
YEAR-05-03,Two days,day1,Ann,yes,5,12,2,99,
YEAR-05-04,Two days,day2,Ann,yes,5,8,1,100,
YEAR-05-04,Two days,final,Ann,yes,10,20,1,100,5
YEAR-05-03,Two days,day1,Bob,yes,5,13,1,100,
YEAR-05-04,Two days,day2,Bob,yes,2,4,2,99,
YEAR-05-04,Two days,final,Bob,yes,7,17,2,99,
YEAR-06-01,One day,final,Ann,yes,5,9,1,100,
`;
    const { accepted } = await imported(of, file, { override: "as printed" });
    assert.deepEqual(accepted, [
      {
        line: 4,
        column: "big_bass",
        value: "5.00",
        reason: "The file does not say on which day it was caught. It is written to day 1.",
      },
    ]);
    assert.deepEqual(await planned(of), [
      "1 Two days 05-03 05-04 provisional  ",
      "2 One day 06-01 06-01 provisional  ",
    ]);
    const { anglers } = await app.read(tester, (work) => getResults(work, { tournament: `${of}-01` }));
    assert.deepEqual(
      anglers.map(({ angler, place, net, bigBass, published }) => [
        angler.name,
        place,
        net,
        bigBass,
        published,
      ]),
      [
        ["Ann", 1, 200_000, 50_000, null],
        ["Bob", 2, 170_000, null, null],
      ],
    );
  });

  test("may bring days first and totals later", async () => {
    const of = await season();
    const header = "date,event,day,angler,weight,place,points\n";
    await imported(of, `${header}YEAR-05-03,Two,1,Ann,12,,\nYEAR-05-04,Two,2,Ann,8,,\n`);
    const { tournaments } = await imported(of, `${header}YEAR-05-04,Two,total,Ann,20,1,50\n`);
    assert.deepEqual(
      tournaments.map(({ added, changed, same, made }) => [added, changed, same, made]),
      [[0, 1, 0, false]],
    );
    const rows = await app.read(tester, (work) =>
      work.em.execute(
        "select published_points, (select count(*)::int from bag where entry_id = c.entry_id) as bags from crew c where tournament_id = ?",
        [tournaments[0]!.id],
      ),
    );
    assert.deepEqual(rows, [{ published_points: 5_000, bags: 2 }]);
  });

  test("is history: a weight of no fish was not counted", async () => {
    const of = await season();
    await imported(of, "date,event,angler,fish,weight\nYEAR-01-25,January,Ann,0,9.75\n");
    const { anglers } = await app.read(tester, (work) => getResults(work, { tournament: `${of}-01` }));
    assert.deepEqual(
      anglers.map(({ fish, net, zero }) => [fish, net, zero]),
      [[null, 97_500, false]],
    );
  });
});

describe("a season's file that cannot be taken", () => {
  test("has every problem told at once, whatever its kind, and makes nothing", async () => {
    const of = await season();
    const file = `date,event,lake,ramp,angler,weight
YEAR-01-25,January,Lake Trvis,,Ann,12
YEAR-02-22,February,Lake Travis,Mansfeld Dam,Ann,x
YEAR-03-22,March,,,Nobody Yet,1
1999-03-22,Old,,,Ann,1
YEAR-04-22,April,,,Ann,1
YEAR-04-22,April,,,Ann,2
`;
    const problems = await problemsOf(imported(of, file, { createGuests: false }));
    assert.deepEqual(
      problems.map(({ line, column }) => `${line} ${column}`),
      ["2 lake", "3 weight", "3 ramp", "4 angler", "5 date", "7 angler"],
    );
    assert.match(
      problems[0]!.reason,
      /^The club knows no such lake. Nearest: Lake Travis. Add it with sabc lake add/,
    );
    assert.deepEqual(await planned(of), []);
  });

  test("needs its season", async () => {
    assert.deepEqual(await refused(imported(1950, two)), [
      "not-found",
      "season-not-found",
      "There is no season 1950. Give it rules first: sabc season rules 1950 --set FILE.",
    ]);
  });

  test("and may not move an event to another lake", async () => {
    const of = await season();
    await imported(of, "date,event,angler,weight\nYEAR-01-25,January,Ann,12\n");
    assert.deepEqual(
      await problemsOf(imported(of, "date,event,lake,angler,weight\nYEAR-01-25,january,travis,Ann,12\n")),
      [{ line: 2, column: "lake", value: "travis", reason: "January has no lake yet. Set it first." }],
    );
  });
});

test("a hundred boats take as many statements as one", async () => {
  const file = (boats: number) =>
    `date,event,angler,weight\n${Array.from({ length: boats }, (_, index) => `YEAR-01-25,January,Angler x${index},9\n`).join("")}`;
  const counted: number[] = [];
  for (const boats of [1, 100]) {
    const of = await season();
    await imported(of, file(boats));
    counted.push(await countQueries(() => imported(of, file(boats).replaceAll(",9", ",8"))));
  }
  assert.equal(counted[1], counted[0]);
});
