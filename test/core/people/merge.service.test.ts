import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addAlias } from "#core/anglers/aliases.service.ts";
import { resolveAngler } from "#core/anglers/anglers.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { DomainError } from "#core/errors.ts";
import { showMember } from "#core/membership/roster.service.ts";
import { anglerPlaces, derivedPlaces } from "#core/people/angler-places.rules.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { unmergeAnglers } from "#core/people/unmerge.service.ts";
import { enterBoat } from "#core/results/enter-boat.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { rebuildFigures } from "#core/standings/keep-figures.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";
import { everyRow, sql, twoRecordsOfBob } from "../../support/twins.ts";

const app = await openTestApp();
const { ann, bob, cal, twin } = await twoRecordsOfBob(app);
const meeting = `insert into event (kind, name, first_day, last_day) values ('meeting', 'Annual meeting', '2025-01-10', '2025-01-10')`;
const season = "(select id from season where year = 2025)";
await sql(app, [
  [meeting],
  [
    `insert into attendance (angler_id, meeting_id, season_id) select id, (select max(id) from event), ${season} from angler where id in (${bob}, ${twin})`,
  ],
  [
    `insert into pot_membership (angler_id, pot, season_id, paid_on) select id, 'big bass', ${season}, '2025-01-01' from angler where id in (${bob}, ${twin})`,
  ],
  [
    `insert into angler_role (angler_id, role) values (${bob}, 'editor'), (${twin}, 'editor'), (${twin}, 'treasurer')`,
  ],
  [`insert into officer_term (angler_id, office, year) values (${twin}, 'treasurer', 2025)`],
  [
    `insert into angler_status (angler_id, status, from_day) values (${bob}, 'member', '2024-02-01'), (${twin}, 'guest', '2025-02-23'), (${twin}, 'member', '2025-06-01'), (${bob}, 'former', '2025-09-01')`,
  ],
  [
    `insert into notice_preference (angler_id, category, wanted) values (${bob}, 'dues', true), (${twin}, 'dues', false), (${twin}, 'news', false)`,
  ],
  [
    `insert into notice (purpose, recipient_id, occasion, facts, token) values ('dues-reminder', ${bob}, '2025', '{}', 'a'), ('dues-reminder', ${twin}, '2025', '{}', 'b'), ('news', ${twin}, 'x', '{}', 'c')`,
  ],
  [
    `insert into dues_payment (angler_id, cents, method, paid_on, covers_from, covers_to, recorded_by_kind, recorded_by_name, recorded_by_id) values (${twin}, 2500, 'cash', '2025-01-02', '2025-01-01', '2025-12-31', 'angler', 'Bobby Cruz', ${twin})`,
  ],
  [
    `insert into ruling (kind, subject, subject_id, outcome, angler_id, decided_by, recorded_by_kind, recorded_by_name, recorded_by_id) values ('coin', 'tournament', 2, '{"ranking":"angler","place":${twin},"order":[[${twin}],[${cal}]]}', null, 'the coin', 'angler', 'Bobby Cruz', ${twin})`,
  ],
  [
    `insert into entry_payment (entry_id, cents, method, recorded_by_kind, recorded_by_name, recorded_by_id) select min(id), 2500, 'cash', 'angler', 'Bobby Cruz', ${twin} from entry`,
  ],
  [
    `insert into page_revision (slug, revision, body, saved_by_kind, saved_by_name, saved_by_angler_id) values ('about', 1, 'We fish.', 'angler', 'Bobby Cruz', ${twin})`,
  ],
  [
    `insert into pot_movement (pot, kind, season_id, cents, reason, recorded_by_kind, recorded_by_name, recorded_by_angler_id) values ('big bass', 'adjustment', ${season}, 100, 'found', 'angler', 'Bobby Cruz', ${twin})`,
  ],
  [`update angler set email = 'bobby@club.example', joined_on = '2024-01-05' where id = ${twin}`],
  [`update angler set phone = '+15125550101', joined_on = '2024-02-01' where id = ${bob}`],
  [`update angler set phone = '+15125550102' where id = ${twin}`],
]);
const poll = (kind: string, more: string) =>
  `insert into poll (kind, title, opens_at, closes_at, secret, tie, year) values ('${kind}', '${kind}', now(), now() + interval '1 day', ${more})`;
await sql(app, [
  [poll("choice", "false, 'coin', null")],
  [poll("yes-no", "true, 'coin', null")],
  [poll("election", "true, 'president', 2026")],
  [`insert into question (poll_id, position, prompt) select id, 1, title from poll`],
  [
    `insert into option (question_id, position, label, angler_id) values (3, 1, 'Bobby Cruz', ${twin}), (3, 2, 'Ann Lee', ${ann})`,
  ],
  [
    `insert into ballot (poll_id, angler_id, cast_at, through, cast_by_kind, cast_by_name, cast_by_id) values (1, ${twin}, now(), 'site', 'angler', 'Bobby Cruz', ${twin}), (1, ${ann}, now(), 'site', 'angler', 'Ann Lee', ${ann})`,
  ],
  [`insert into ballot_request (request, poll_id, angler_id) values ('r', 1, ${twin})`],
  [`insert into roll (poll_id, angler_id) values (2, ${twin}), (2, ${ann})`],
]);
await app.write(tester, (work) => addAlias(work, { reference: String(twin), alias: "Bob C" }));

const merge = (keep: number | string, gone: number | string) =>
  app.write(tester, (work) => mergeAnglers(work, { keep: String(keep), gone: String(gone) }));
const rehearsed = (keep: number, gone: number) =>
  app.rehearse(tester, (work) => mergeAnglers(work, { keep: String(keep), gone: String(gone) }));
const unmerge = (input: { reference?: string; merge?: number }) =>
  app.write(tester, (work) => unmergeAnglers(work, input));
const told = (error: unknown) => {
  assert.ok(error instanceof DomainError);
  const { kind, code, message, details } = error;
  return { kind, code, message, details };
};
const standings = () => app.read(tester, (work) => getStandings(work, { season: 2025 }));

test("no place in the database that names an angler is forgotten", async () => {
  const named = await app.read(tester, (work) =>
    work.em.execute<{ place: string }[]>(
      `select distinct c.conrelid::regclass || '.' || a.attname as place
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       where c.contype = 'f' and c.confrelid = 'angler'::regclass
       union
       select table_name || '.' || column_name from information_schema.columns
       where table_schema = 'public' and column_name ~ 'angler_id$' and table_name <> 'audit_record'
       order by 1`,
    ),
  );
  const known = new Set(
    anglerPlaces.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  );
  const derived = (place: string) => derivedPlaces.some((table) => place.startsWith(`${table}.`));
  assert.deepEqual(
    named.map(({ place }) => place).filter((place) => !known.has(place) && !derived(place)),
    [],
    "say in core/people/angler-places.rules.ts what a merge does with it",
  );
});

describe("two records of one person made one", () => {
  test("is told before and after in the same words", async () => {
    const shown = await rehearsed(bob, twin);
    assert.deepEqual(
      { ...shown, merge: 0, print: "" },
      {
        merge: 0,
        print: "",
        kept: { id: bob, name: "Bob Cruz", publicName: "Bob Cruz" },
        gone: { id: twin, name: "Bobby Cruz", publicName: "Bobby Cruz" },
        moved: [
          "1 boat fished in",
          "1 bag",
          "1 ruling",
          "1 fee taken",
          "2 lines of pots",
          "1 payment of dues",
          "1 office",
          "1 role",
          "1 alias",
          "1 ballot",
          "1 click",
          "1 secret ballot",
          "1 candidacy",
          "1 notice",
          "1 wish about mail",
          "1 club text",
        ],
        givenUp: [
          "pot joined big bass",
          "meeting",
          "role editor",
          "notice dues-reminder 2025",
          "wish about mail dues",
        ],
        aliases: ["Bobby Cruz"],
        contact: [
          { field: "email", value: "bobby@club.example", taken: true },
          { field: "phone", value: "+15125550102", taken: false },
          { field: "joinedOn", value: "2024-01-05", taken: true },
        ],
        statuses: [
          { status: "member", from: "2024-02-01" },
          { status: "former", from: "2025-09-01" },
        ],
        tournaments: 1,
      },
    );
  });

  test("moves everything, keeps every figure, and taken back it is as if it had not been", async () => {
    await app.write(tester, (work) => rebuildFigures(work));
    const before = await everyRow(app);
    const table = await standings();
    const done = await merge(bob, "Bobby Cruz");
    const merged = await everyRow(app);
    const places = [...anglerPlaces.map(({ table: name }) => name), "result"].filter(
      (name) => name !== "angler_merge",
    );
    const named = new RegExp(
      `"(\\w+_)?(angler|recipient|recorded_by|caught_by|stands_in_for|kept)(_angler)?_id": ${twin}[,}]`,
    );
    assert.deepEqual(
      places.flatMap((name) => (merged[name] ?? []).filter((row) => named.test(row))),
      [],
    );
    assert.equal((await app.rehearse(tester, (work) => rebuildResults(work))).differed, 0);
    const outcome = (await standings()).races[0]!.rows.map(({ crew, points, events }) => [
      crew[0]!.id,
      points,
      events,
    ]);
    assert.deepEqual(outcome, [
      [bob, 19_900, 2],
      [ann, 19_800, 2],
      [cal, 19_700, 2],
    ]);
    assert.deepEqual(await unmerge({ reference: String(twin) }), {
      merge: done.merge,
      kept: done.kept,
      back: done.gone,
      moved: done.moved,
      tournaments: 1,
    });
    assert.deepEqual(await everyRow(app), before);
    assert.deepEqual(await standings(), table);
  });

  test("the one that is gone is found by its number and names", async () => {
    const found = await app.rehearse(tester, async (work) => {
      await mergeAnglers(work, { keep: String(bob), gone: String(twin) });
      const ids = [];
      for (const reference of [String(twin), "bobby cruz", "Bob C", "bobby@club.example"]) {
        ids.push((await resolveAngler(work, { reference })).id);
      }
      const { aliases, email, phone, joinedOn, roles, statuses } = await showMember(work, {
        reference: String(twin),
      });
      return { ids, aliases, email, phone, joinedOn, roles, statuses };
    });
    assert.deepEqual(found, {
      ids: [bob, bob, bob, bob],
      aliases: ["Bob C", "Bobby Cruz"],
      email: "bobby@club.example",
      phone: "+15125550101",
      joinedOn: "2024-01-05",
      roles: ["editor", "treasurer"],
      statuses: [
        { status: "member", from: "2024-02-01" },
        { status: "former", from: "2025-09-01" },
      ],
    });
  });

  test("the audit log tells each row, and no name in clear", async () => {
    const { rows, records } = await app.rehearse(tester, async (work) => {
      const [last] = await work.em.execute("select max(id)::int as id from audit_record");
      await mergeAnglers(work, { keep: String(bob), gone: String(twin) });
      const all = await listAudit(work, { verb: "mergeAnglers", limit: 100 });
      const told = all.filter(({ id }) => id > last!.id);
      await unmergeAnglers(work, { reference: String(bob) });
      const clear = await work.em.execute("select before, after from audit_record where id > ?", [last!.id]);
      return {
        rows: told.map(({ subject, action, before, after }) => [subject, action, before, after]),
        records: clear,
      };
    });
    const of = (table: string) => rows.filter(([subject]) => subject === table);
    assert.deepEqual(of("crew"), [["crew", "update", { angler: twin }, { angler: bob }]]);
    assert.deepEqual(of("angler_merge"), [["angler_merge", "create", null, { kept: bob, goneId: twin }]]);
    assert.deepEqual(of("pot_movement"), [
      ["pot_movement", "update", { recordedByAnglerId: twin }, { recordedByAnglerId: bob }],
      ["pot_movement", "update", { paidTo: [twin] }, { paidTo: [bob] }],
    ]);
    assert.equal(of("notice").length, 0);
    assert.doesNotMatch(JSON.stringify(records), /bobby|bob c/i);
  });
});

describe("what stops it", () => {
  test("both in one tournament, aboard, bought in or stood in for: each is named", async () => {
    await sql(app, [
      [`update crew set stands_in_for_id = ${twin} where angler_id = ${cal} and tournament_id = 1`],
    ]);
    const error = await merge(ann, twin).catch((reason: unknown) => reason);
    assert.partialDeepStrictEqual(told(error), {
      kind: "conflict",
      code: "merge-clashes",
      message: `Ann Lee (${ann}) and Bobby Cruz (${twin}) cannot be one yet: both stand in the same tournament or poll. If they are one person, settle what is listed first: delete a boat (sabc results delete) or withdraw a ballot.`,
      details: {
        problems: [
          {
            reason: `Tournament of 2025-01-26 of 2025-01-26: Ann Lee (${ann}) in boat 1, another in boat 2 in place of Bobby Cruz (${twin}).`,
          },
          {
            reason: `Tournament of 2025-02-23 of 2025-02-23: Ann Lee (${ann}) in boat 2, Bobby Cruz (${twin}) in boat 2.`,
          },
          { reason: "Poll 1, choice: both have voted." },
          { reason: "Poll 2, yes-no: both have voted." },
          { reason: "Poll 3, election: both stand for one office." },
        ],
      },
    });
    await sql(app, [["update crew set stands_in_for_id = null"]]);
  });

  test("one record is not merged with itself", async () => {
    assert.deepEqual(await refused(merge("Bob Cruz", bob)), [
      "invalid",
      "same-angler",
      `Both mean Bob Cruz (${bob}). Name two records, by their ids.`,
    ]);
  });

  test("two officers who merge the same two at once: the second is told, nothing is lost", async () => {
    const before = await everyRow(app);
    const outcomes = await Promise.allSettled([merge(bob, twin), merge(twin, bob)]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    const done = outcomes.find((one) => one.status === "fulfilled")!.value;
    await unmerge({ merge: done.merge });
    assert.deepEqual(await everyRow(app), before);
  });
});

test("a boat entered for the one that goes, at the same moment: it is the kept one's", async () => {
  const id = await holdTournament(app, { day: "2025-04-27", rules: "sabc-individual", boats: [] });
  const bag = { fish: 5, gross: 90_000, dead: 0, bigBass: null, caughtBy: null };
  const enter = app.write(tester, (work) =>
    enterBoat(work, {
      tournament: id,
      crew: [String(twin)],
      bags: [bag],
      kind: "boat",
      day: 1,
      outcome: "fished",
      accepted: [],
    }),
  );
  const [merged, entered] = await Promise.allSettled([merge(bob, twin), enter]);
  assert.equal(merged.status, "fulfilled");
  const crews = await app.read(tester, (work) =>
    work.em.execute("select angler_id as id from crew where tournament_id = ?", [id]),
  );
  assert.deepEqual([entered.status, crews], ["fulfilled", [{ id: bob }]]);
  assert.equal((await app.rehearse(tester, (work) => rebuildResults(work))).differed, 0);
  await unmerge({ merge: merged.value.merge });
});

describe("taking it back", () => {
  test("is refused once what moved has changed, and says what", async () => {
    const { merge: id } = await merge(bob, twin);
    const bag = `(select id from bag where angler_id = ${bob} and gross = 140000)`;
    await sql(app, [
      [`update bag set gross = 141000 where id = ${bag}`],
      [`update notice set state = 'withheld' where recipient_id = ${bob}`],
      [`delete from angler_role where role = 'treasurer'`],
    ]);
    const error = await unmerge({ merge: id }).catch((reason: unknown) => reason);
    assert.equal(
      told(error).message,
      `Merge ${id} cannot be taken back: 2 things it moved changed since. Give them to the right person by hand.`,
    );
    assert.match(JSON.stringify(error), /"bag \(\d+\) was changed since".*"role \(\d+\) was deleted since"/);
    await sql(app, [
      [`update bag set gross = 140000 where gross = 141000`],
      [`insert into angler_role (id, angler_id, role) values (3, ${bob}, 'treasurer')`],
    ]);
    assert.equal((await unmerge({ merge: id })).back.id, twin);
  });

  test("the later of two goes first; none is left after", async () => {
    const first = await merge(bob, twin);
    await holdTournament(app, {
      day: "2025-03-23",
      boats: [{ crew: ["Dee Orr"], bags: [{ fish: 5, weight: "9" }] }],
    });
    const { id: dee } = await app.read(tester, (work) => resolveAngler(work, { reference: "Dee Orr" }));
    const second = await merge(dee, bob);
    assert.deepEqual(await refused(unmerge({ merge: first.merge })), [
      "conflict",
      "merged-again",
      `The kept record was itself merged later. Take that back first: sabc member unmerge --merge ${second.merge}.`,
    ]);
    assert.equal((await unmerge({ reference: String(twin) })).merge, second.merge);
    assert.equal((await unmerge({ reference: String(twin) })).merge, first.merge);
    assert.deepEqual(await refused(unmerge({ reference: String(bob) })), [
      "not-found",
      "merge-not-found",
      `No record was merged into Bob Cruz (${bob}), or it was taken back already.`,
    ]);
  });

  test("not while someone else has the address that comes back", async () => {
    await sql(app, [[`update angler set email = 'bob@club.example' where id = ${bob}`]]);
    const { merge: id } = await merge(bob, twin);
    await sql(app, [[`update angler set email = 'bobby@club.example' where id = ${ann}`]]);
    assert.deepEqual(await refused(unmerge({ merge: id })), [
      "conflict",
      "angler-email-taken",
      `bobby@club.example is the e-mail of Ann Lee (angler ${ann}) now. Take it from them first: sabc member edit ${ann} --clear email.`,
    ]);
  });
});
