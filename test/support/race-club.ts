import { openTestApp } from "./database.ts";
import type { App } from "#core/app.ts";
import { operator } from "#core/actor.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { importResults } from "#core/results/import-results.service.ts";
import { importSeason } from "#core/results/import-season.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { parseWeight } from "#core/weight.ts";
import type { Work } from "#core/work.ts";
import { authorize } from "#core/actor.ts";
import { bytes } from "./hostile-files.ts";
import { holdTournament, tester } from "./small-club.ts";
import { allAtOnce } from "./two-at-once.ts";

type Verb<T> = (work: Work) => Promise<T>;
type Guard = <T>(verb: Verb<T>) => Verb<T>;
const guarded: Guard = (verb) => verb;

/** Two officers' processes at one database: each has connections of its own. */
export async function raceClub() {
  const app = await openTestApp();
  // Ever earlier, so that no race waits for an earlier tournament of its pot.
  let year = 2025;
  return {
    app,
    importsAtOnce: (guard: Guard = guarded) => ((year -= 1), importsAtOnce(app, { year, guard })),
    seasonsAtOnce: (guard: Guard = guarded) => ((year -= 1), seasonsAtOnce(app, { year, guard })),
    officialsAtOnce: (guard: Guard = guarded) => ((year -= 1), officialsAtOnce(app, { year, guard })),
    correctionMeetsOfficial: (guard: Guard = guarded) => (
      (year -= 1),
      correctionMeetsOfficial(app, { year, guard })
    ),
    strangersAtOnce: (guard: Guard = guarded) => ((year -= 1), strangersAtOnce(app, { year, guard })),
    differing: async () => (await app.write(tester, (work) => rebuildResults(work))).differed,
  };
}

interface Race {
  year: number;
  guard: Guard;
}

const count = async (app: App, sql: string, values: unknown[] = []): Promise<number> => {
  const [row] = await app.read(tester, (work) => work.em.execute<{ count: number }[]>(sql, values));
  return row!.count;
};

const peopleOf = (app: App, year: number): Promise<number> =>
  count(app, "select count(*)::int as count from angler where name like ?", [`% ${year}`]);

const resultsFile = (year: number): string =>
  `angler,fish,weight\n${["Ann", "Bob", "Cal"].map((name, at) => `${name} ${year},5,1${at}.25`).join("\n")}\n`;

/** One file of three guests into one tournament, twice at once: how many people and boats there are then. */
async function importsAtOnce(app: App, { year, guard }: Race) {
  const id = await holdTournament(app, { day: `${year}-01-25`, boats: [], state: "scheduled" });
  const run = () =>
    app.write(
      tester,
      guard((work) =>
        importResults(work, { tournament: id, file: bytes(resultsFile(year)), createGuests: true }),
      ),
    );
  const { done, refused } = await allAtOnce([run(), run()]);
  return {
    people: await peopleOf(app, year),
    boats: await count(app, "select count(*)::int as count from entry where tournament_id = ?", [id]),
    added: done.map(({ tournament }) => tournament.added).toSorted((one, other) => one - other),
    refused,
  };
}

/** The same guest in the files of two tournaments. */
async function strangersAtOnce(app: App, { year, guard }: Race) {
  const ids = [];
  for (const day of ["01-25", "02-22"])
    ids.push(await holdTournament(app, { day: `${year}-${day}`, boats: [], state: "scheduled" }));
  const { refused } = await allAtOnce(
    ids.map((id) =>
      app.write(
        tester,
        guard((work) =>
          importResults(work, { tournament: id, file: bytes(resultsFile(year)), createGuests: true }),
        ),
      ),
    ),
  );
  return { people: await peopleOf(app, year), refused };
}

/** A season's file twice at once. */
async function seasonsAtOnce(app: App, { year, guard }: Race) {
  await app.write(tester, (work) => {
    authorize(work, "createSeason", { roles: [] });
    return createSeason(work, { year, rules: presets["sabc-individual"] });
  });
  const rows = ["01-25", "02-22"].flatMap((day) =>
    resultsFile(year)
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => `${year}-${day},Event of ${day},${row}`),
  );
  const file = bytes(`date,event,angler,fish,weight\n${rows.join("\n")}\n`);
  const run = () =>
    app.write(
      tester,
      guard((work) => importSeason(work, { year, file, createGuests: true, official: true })),
    );
  const { done, refused } = await allAtOnce([run(), run()]);
  return {
    people: await peopleOf(app, year),
    tournaments: done
      .map(({ tournaments }) => tournaments.filter(({ made }) => made).length)
      .toSorted((one, other) => one - other),
    refused,
  };
}

const field = (year: number) => [
  { crew: [`Ann ${year}`], bags: [{ fish: 5, weight: "15.20", big: "4.10" }] },
  { crew: [`Bob ${year}`], bags: [{ fish: 4, weight: "12.20", big: "3.10" }] },
];

/** One tournament made official twice at once: how often it was recorded so, and how much its pot took. */
async function officialsAtOnce(app: App, { year, guard }: Race) {
  const id = await holdTournament(app, { day: `${year}-01-25`, boats: field(year), state: "provisional" });
  const run = () =>
    app.write(
      tester,
      guard((work) => makeOfficial(work, { tournament: id })),
    );
  const { done, refused } = await allAtOnce([run(), run(), run()]);
  return {
    done: done.length,
    refused,
    recorded: await count(
      app,
      "select count(*)::int as count from audit_record where subject = 'tournament' and subject_id = ? and after ->> 'state' = 'official'",
      [String(id)],
    ),
    pot: await count(
      app,
      "select coalesce(sum(cents), 0)::int as count from pot_movement where tournament_id = ?",
      [id],
    ),
  };
}

/** A provisional bag is corrected without a reason while the tournament becomes official. */
async function correctionMeetsOfficial(app: App, { year, guard }: Race) {
  const id = await holdTournament(app, { day: `${year}-01-25`, boats: field(year), state: "provisional" });
  const official = app.write(
    operator("one"),
    guard((work) => makeOfficial(work, { tournament: id })),
  );
  const correction = app.write(
    operator("two"),
    guard((work) =>
      correctResult(work, { tournament: id, angler: `Bob ${year}`, gross: parseWeight("19.75"), fish: 5 }),
    ),
  );
  const { refused } = await allAtOnce<unknown>([official, correction]);
  const records = await app.read(tester, (work) =>
    work.em.execute<{ subject: string; late: boolean }[]>(
      `select subject, id > (select max(id) from audit_record where subject = 'tournament' and subject_id = ? and after ->> 'state' = 'official') as late
       from audit_record where verb = 'correctResult' and subject = 'bag' and after ->> 'gross' = '197500' order by id desc limit 1`,
      [String(id)],
    ),
  );
  return { refused, corrected: refused.length === 0, late: records[0]?.late ?? false };
}
