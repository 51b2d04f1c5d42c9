import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { authorize } from "#core/actor.ts";
import { anglerPlaces } from "#core/people/angler-places.rules.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { unmergeAnglers } from "#core/people/unmerge.service.ts";
import { recomputeResults } from "#core/results/recompute.service.ts";
import { keepFigures } from "#core/standings/keep-figures.service.ts";
import { openTestApp } from "../../support/database.ts";
import { tester } from "../../support/small-club.ts";
import { everyRowOf, twoRecordsOfBob } from "../../support/twins.ts";

const app = await openTestApp();
const { bob, twin } = await twoRecordsOfBob(app);
const season = "(select id from season where year = 2025)";

const day = fc.integer({ min: 0, max: 9 }).map((at) => `2025-0${1 + (at % 9)}-${10 + at}`);
const status = fc.record({ status: fc.constantFrom("guest", "applicant", "member", "former"), day });
const who = fc.constantFrom(bob, twin);
const text = fc.constantFrom(null, "x@club.example", "y@club.example");
const history = fc.uniqueArray(fc.record({ who, row: status }), {
  selector: ({ who: id, row }) => `${id} ${row.day}`,
  maxLength: 8,
});
const set = <T>(of: fc.Arbitrary<T>, most = 4) =>
  fc.uniqueArray(of, { maxLength: most, selector: (one) => JSON.stringify(one) });

const lives = fc.record({
  statuses: history,
  roles: set(fc.tuple(who, fc.constantFrom("admin", "editor", "treasurer"))),
  pots: set(fc.tuple(who, fc.constantFrom("a", "b"))),
  wishes: set(fc.tuple(who, fc.constantFrom("dues", "news"))),
  notices: set(fc.tuple(who, fc.constantFrom("1", "2"))),
  aliases: set(fc.tuple(who, fc.constantFrom("Bo", "Bobber", "B. C.", "Bobby Cruz"))).map((all) =>
    all.filter(([, name], at) => all.findIndex((one) => one[1] === name) === at),
  ),
  emails: fc.tuple(text, text).filter(([one, other]) => one === null || one !== other),
  phones: fc.tuple(fc.constantFrom(null, "+15125550101"), fc.constantFrom(null, "+15125550102")),
  joined: fc.tuple(fc.option(day), fc.option(day)),
  names: fc.constantFrom("Bobby Cruz", "Bob Cruz", "bob cruz", "Robert Cruz"),
  keepsTwin: fc.boolean(),
});

test("whatever two records hold, merged and taken back it is as it was", async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const [before, between, after] = await app.rehearse(tester, async (work) => {
        authorize(work, "makeLives", { roles: [] });
        const run = (statement: string, values: unknown[]) => work.em.execute(statement, values);
        for (const { who: id, row } of life.statuses)
          await run("insert into angler_status (angler_id, status, from_day) values (?, ?, ?)", [
            id,
            row.status,
            row.day,
          ]);
        for (const one of life.roles)
          await run("insert into angler_role (angler_id, role) values (?, ?)", one);
        for (const one of life.pots)
          await run(
            `insert into pot_membership (angler_id, pot, season_id, paid_on) values (?, ?, ${season}, '2025-01-01')`,
            one,
          );
        for (const one of life.wishes)
          await run("insert into notice_preference (angler_id, category, wanted) values (?, ?, false)", one);
        for (const one of life.notices)
          await run(
            "insert into notice (recipient_id, occasion, purpose, facts, token) values (?, ?, 'news', '{}', gen_random_uuid()::text)",
            one,
          );
        for (const one of life.aliases)
          await run("insert into angler_alias (angler_id, name) values (?, ?)", one);
        for (const [at, id] of [bob, twin].entries())
          await run("update angler set email = ?, phone = ?, joined_on = ? where id = ?", [
            life.emails[at],
            life.phones[at],
            life.joined[at],
            id,
          ]);
        await run("update angler set name = ?, public_name = ? where id = ?", [life.names, life.names, twin]);
        await recomputeResults(work, { tournamentIds: [1, 2] });
        await keepFigures(work, { years: [2025] });
        const [keep, gone] = life.keepsTwin ? [twin, bob] : [bob, twin];
        const untouched = await everyRowOf(work);
        const { merge } = await mergeAnglers(work, { keep: String(keep), gone: String(gone) });
        const merged = await everyRowOf(work);
        await unmergeAnglers(work, { merge });
        return [untouched, { merged, gone }, await everyRowOf(work)];
      });
      const left = anglerPlaces.flatMap(({ table, columns }) =>
        (between.merged[table] ?? []).filter((row) =>
          columns.some((column) => row.includes(`"${column}": ${between.gone},`)),
        ),
      );
      assert.deepEqual(left, []);
      assert.deepEqual(after, before);
    }),
    { numRuns: 12 },
  );
});
