import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { getAwards } from "#core/standings/awards.service.ts";
import { correctYear } from "#core/standings/correct-year.service.ts";
import { keepFigures, listWronglyKept, rebuildFigures } from "#core/standings/keep-figures.service.ts";
import { makeOfficialOfYear, setRulesOfYear } from "#core/standings/settle-year.service.ts";
import { getStandings, getStandingsWithCourse } from "#core/standings/standings.service.ts";
import { cancelEvent } from "#core/tournaments/cancel.service.ts";
import type { Work } from "#core/work.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const years = [2024, 2025, 2026];

const boat = (name: string, weight: string, big?: string) => ({
  crew: [name],
  bags: [{ fish: 5, weight, ...(big && { big }) }],
});
const individual = presets["sabc-individual"];
/** The worst is dropped, and totals start from half of the season before. */
const carrying: RulesDocument = {
  ...individual,
  season: { ...individual.season, keep: { drop: 1 }, carry: { divideBy: 2, perWin: 0 } },
};
const byName: RulesDocument = {
  ...individual,
  season: { ...individual.season, order: ["points", "name"] },
};

before(async () => {
  const year = (day: string, boats: ReturnType<typeof boat>[], more = {}) =>
    holdTournament(app, { day, state: "official", boats, ...more });
  await year("2023-03-26", [boat("Ann", "10"), boat("Bob", "10")], { rules: byName });
  await year("2024-03-24", [boat("Ann", "10"), boat("Bob", "9", "5.5")]);
  await year("2024-04-28", [boat("Bob", "12", "6"), boat("Cal", "11"), boat("Gus*", "3")]);
  await year("2025-01-26", [boat("Cal", "9"), boat("Ann", "8")], { rules: carrying });
  await year("2025-02-23", [boat("Ann", "7"), boat("Dee", "6", "5.2")]);
  await year("2025-03-23", [boat("Dee", "7"), boat("Cal", "6"), boat("Bob", "5")]);
  await year("2025-04-27", [boat("Dee", "9")], { state: "provisional" });
  await year("2025-05-25", [], { state: "scheduled" });
  for (const [day, first, second] of [
    ["2026-01-25", "Ann", "Bob"],
    ["2026-02-22", "Bob", "Cal"],
    ["2026-03-22", "Bob", "Ann"],
  ] as const)
    await year(day, [boat(first, "9", "5.1"), boat(second, "8")], { rules: "sabc-team" });
});

const shown = async (work: Work): Promise<unknown[]> => {
  const pages = [];
  for (const season of years) {
    pages.push(await getStandingsWithCourse(work, { season, top: 100, followed: 6 }));
    pages.push(await getStandingsWithCourse(work, { season, top: 2, followed: 6 }));
    pages.push(await getStandings(work, { season, top: 1 }), await getAwards(work, { season }));
  }
  return pages;
};
const read = () => app.read(visitor, shown);
const rebuild = () => app.write(tester, async (work) => (await rebuildFigures(work)).differed);
const queries = async (season: number): Promise<[standings: number, awards: number]> => [
  await countQueriesOf(app, (work) => getStandingsWithCourse(work, { season, top: 100, followed: 6 })),
  await countQueriesOf(app, (work) => getAwards(work, { season })),
];
const written = [1, 1] as const;
const workedOut = [2, 3] as const;

async function tamper(work: Work, sql: string): Promise<void> {
  authorize(work, "tamper", { roles: [] });
  await work.em.execute(sql);
}

/** What is shown is what is worked out where nothing is written down, and the check finds the same. */
async function standsAsWorkedOut(): Promise<void> {
  const anew = await app.rehearse(tester, async (work) => {
    await tamper(work, "delete from season_standing");
    return shown(work);
  });
  assert.deepEqual(await read(), anew);
  assert.deepEqual(await app.read(tester, (work) => listWronglyKept(work)), []);
}

const seasonOf = (year: number) => `(select id from season where year = ${year})`;
const correction = (tournament: string) => ({
  tournament,
  angler: "Bob",
  gross: 95_000,
  reason: "The card said so.",
});

/** What a season is worked out from, or what its results come to. */
const changes: {
  name: string;
  /** The year that is changed, and the one whose standings are looked at. */
  of: number;
  year: number;
  change: (work: Work) => Promise<unknown>;
  then: readonly [number, number];
}[] = [
  {
    name: "a correction told with all figures that move",
    of: 2026,
    year: 2026,
    change: (work) => correctYear(work, { correction: correction("2026-03-22") }),
    then: written,
  },
  {
    name: "a correction of the season that another starts from",
    of: 2024,
    year: 2025,
    change: (work) => correctResult(work, correction("2024-03-24")),
    then: workedOut,
  },
  {
    name: "other rules",
    of: 2026,
    year: 2026,
    change: (work) =>
      setRulesOfYear(work, {
        year: 2026,
        reason: "As decided.",
        rules: {
          ...presets["sabc-team"],
          season: { ...presets["sabc-team"].season, order: ["total-weight", "wins"] },
        },
      }),
    then: written,
  },
  {
    name: "a tournament that is called off",
    of: 2025,
    year: 2025,
    change: (work) => cancelEvent(work, { event: "2025-05-25", reason: "Storm." }),
    then: workedOut,
  },
  {
    name: "a meeting",
    of: 2025,
    year: 2025,
    change: (work) =>
      tamper(
        work,
        `with meeting as (
           insert into event (kind, name, first_day, last_day) values ('meeting', 'January', '2025-01-10', '2025-01-10') returning id
         )
         insert into attendance (angler_id, meeting_id, season_id)
         select (select min(id) from angler), id, ${seasonOf(2025)} from meeting`,
      ),
    then: workedOut,
  },
];

describe("the standings of a season that are written down", () => {
  test("are what is worked out, and read in one query as its awards are", async () => {
    const open = await read();
    assert.deepEqual([await queries(2025), await queries(2026)], [workedOut, workedOut]);
    assert.equal(await rebuild(), 0);
    assert.deepEqual(await read(), open);
    assert.deepEqual(
      [await queries(2024), await queries(2025), await queries(2026)],
      [written, written, written],
    );
    await standsAsWorkedOut();
  });

  test("do not serve where more is asked for than was written down", async () => {
    const all = (work: Work) => getStandings(work, { season: 2026 });
    const first = (work: Work) => getStandings(work, { season: 2026, afterEvents: 1, top: 5 });
    assert.deepEqual([await countQueriesOf(app, all), await countQueriesOf(app, first)], [2, 2]);
  });

  test("are never those of a season whose ties names break", async () => {
    assert.deepEqual(await queries(2023), workedOut);
  });

  test("stand while a tournament is weighed, and follow when it is made official", async () => {
    const day = "2026-04-26";
    const override = { reason: "April 2025 is still argued about.", decidedBy: "The officers" };
    await holdTournament(app, { day, state: "provisional", boats: [boat("Cal", "20")] });
    assert.deepEqual(await queries(2026), workedOut, "one more is planned");
    await app.write(tester, (work) => keepFigures(work, { years: [2026] }));
    await app.write(tester, (work) =>
      correctResult(work, { tournament: day, angler: "Cal", gross: 210_000 }),
    );
    assert.deepEqual(await queries(2026), written);
    await app.write(tester, (work) => makeOfficialOfYear(work, { tournament: day, override }));
    assert.deepEqual(await queries(2026), written);
    await standsAsWorkedOut();
  });

  for (const { name, of, year, change, then } of changes) {
    test(`${then === written ? "follow" : "are let go of, until they follow,"} ${name}`, async () => {
      await app.write(tester, change);
      assert.deepEqual(await queries(year), then);
      await standsAsWorkedOut();
      await app.write(tester, (work) => keepFigures(work, { years: [of] }));
      assert.deepEqual(await queries(year), written);
      await standsAsWorkedOut();
    });
  }

  test("hold what both changed who changed two tournaments of it at once", async () => {
    const correct = (tournament: string, angler: string, gross: number) =>
      app.write(tester, (work) =>
        correctYear(work, { correction: { tournament, angler, gross, reason: "The card said so." } }),
      );
    await Promise.all([correct("2026-01-25", "Bob", 85_000), correct("2026-02-22", "Cal", 87_500)]);
    assert.deepEqual(await queries(2026), written);
    await standsAsWorkedOut();
  });

  test("that somebody changed by hand are found out and mended", async () => {
    const right = await read();
    for (const [column, value] of [
      ["races", "jsonb_set(races, '{0,rows,0,place}', '9')"],
      ["awards", "jsonb_set(awards, '{0,0,place}', '9')"],
    ] as const) {
      await app.write(tester, (work) =>
        tamper(work, `update season_standing set ${column} = ${value} where season_id = ${seasonOf(2026)}`),
      );
      assert.deepEqual(await app.read(tester, (work) => listWronglyKept(work)), [2026]);
      assert.equal(await rebuild(), 1);
      assert.deepEqual(await read(), right);
    }
  });
});
