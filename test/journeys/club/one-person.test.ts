import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "#core/actor.ts";
import { approveMember } from "#core/membership/approve-member.service.ts";
import { editMember } from "#core/membership/edit-member.service.ts";
import { addMembers, setStatus } from "#core/membership/membership.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { showMember } from "#core/membership/roster.service.ts";
import { eraseAngler } from "#core/people/erase.service.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { unmergeAnglers } from "#core/people/unmerge.service.ts";
import { enterBoat } from "#core/results/enter-boat.service.ts";
import { takePayment } from "#core/results/entry-payment.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { recordRuling } from "#core/results/rulings.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { keepFigures } from "#core/standings/keep-figures.service.ts";
import { getRecords } from "#core/standings/records.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { addTournament } from "#core/tournaments/new-tournaments.service.ts";
import { openTournament } from "#core/tournaments/open-tournament.service.ts";
import { parseWeight } from "#core/weight.ts";
import type { Work } from "#core/work.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { tester } from "../../support/small-club.ts";
import { everyRow, textsWith } from "../../support/twins.ts";

const app = await openTestApp();
const write = <T>(verb: (work: Work) => Promise<T>) => app.write(tester, verb);
const read = <T>(verb: (work: Work) => Promise<T>) => app.read(tester, verb);

/** All the figures of the year, and the names in them. */
const figures = () =>
  read(async (work) => ({
    standings: await getStandings(work, { season: 2026 }),
    records: await getRecords(work, {}),
    results: [
      await getResults(work, { tournament: "2026-01" }),
      await getResults(work, { tournament: "2026-02" }),
    ],
  }));

/** The same whichever of the two records it names. */
const inOneName = (shown: unknown): string =>
  JSON.stringify(shown).replaceAll(/"id":[34],"name":"(Zeb Q\.|Z\. Quill)"/g, "Zeb");

/** One weigh-in: each angler alone, with five fish. */
async function fish(day: string, catches: [string, string, string][]): Promise<void> {
  await moveClock(app, day);
  await write((work) => addTournament(work, { year: 2026, name: `Day of ${day}`, firstDay: day }));
  await write((work) => openTournament(work, { tournament: day }));
  for (const [angler, weight, big] of catches) {
    const bag = { fish: 5, gross: parseWeight(weight), dead: 0, bigBass: parseWeight(big), caughtBy: null };
    await write((work) => enterBoat(work, { tournament: day, crew: [angler], bags: [bag] }));
  }
  await write((work) => makeOfficial(work, { tournament: day }));
}

test("a life in the club: guest, applicant, member, two records, one, former, and forgotten", async () => {
  await moveClock(app, "2026-01-02");
  await write((work) => setRules(work, { year: 2026, rules: "sabc-individual" }));
  await write((work) =>
    addMembers(work, {
      members: [
        { name: "Ann Lee", status: "member", from: "2020-01-01" },
        { name: "Bob Cruz", status: "member", from: "2020-01-01" },
        { name: "Zeb Quill", status: "guest", publicName: "Zeb Q.", phone: "+15125550142" },
      ],
    }),
  );
  const { id } = await read((work) => showMember(work, { reference: "Zeb Quill" }));
  await fish("2026-01-25", [
    ["Ann Lee", "15.20", "5.10"],
    ["Zeb Quill", "14.00", "6.25"],
    ["Bob Cruz", "12.40", "4.00"],
  ]);

  // Zeb applies, is approved, pays, and helps at the scales.
  await moveClock(app, "2026-02-02");
  await write((work) =>
    editMember(work, { reference: "zeb q.", email: "zeb@club.example", status: "applicant" }),
  );
  await write((work) => approveMember(work, { reference: "zeb@club.example" }));
  await write((work) => recordDues(work, { payments: [{ angler: id, method: "cash" }] }));
  const asZeb: Actor = {
    kind: "angler",
    name: "Zeb Quill",
    channel: "site",
    anglerId: id,
    roles: ["weighmaster"],
  };

  // At the next weigh-in someone writes another name.
  await write((work) =>
    addMembers(work, { members: [{ name: "Z. Quill", status: "member", email: "z@club.example" }] }),
  );
  const { id: twin } = await read((work) => showMember(work, { reference: "Z. Quill" }));
  await fish("2026-02-22", [
    ["Z. Quill", "13.00", "5.50"],
    ["Ann Lee", "11.00", "4.50"],
  ]);
  await app.write(asZeb, (work) =>
    takePayment(work, { tournament: "2026-02", angler: "Ann Lee", method: "cash" }),
  );
  await app.write(asZeb, (work) =>
    recordRuling(work, {
      kind: "override",
      tournament: "2026-02",
      check: "Zeb Quill alone",
      decidedBy: "Zeb Quill",
      reason: "seen",
    }),
  );

  await write((work) => keepFigures(work, { years: [2026] }));
  const apart = { rows: await everyRow(app), figures: await figures() };
  const { merge } = await write((work) => mergeAnglers(work, { keep: String(id), gone: "Z. Quill" }));
  const together = await figures();
  const points = ({ standings }: typeof together) =>
    standings.races[0]!.rows.map((row) => [row.crew[0]!.name, row.points, row.events]);
  assert.deepEqual(points(apart.figures), [
    ["Ann Lee", 19_900, 2],
    ["Z. Quill", 10_000, 1],
    ["Bob Cruz", 9900, 1],
  ]);
  assert.deepEqual(points(together), [
    ["Ann Lee", 19_900, 2],
    ["Zeb Q.", 10_000, 1],
    ["Bob Cruz", 9900, 1],
  ]);
  assert.equal(inOneName(together.results), inOneName(apart.figures.results));
  assert.equal((await app.rehearse(tester, (work) => rebuildResults(work))).differed, 0);
  await write((work) => unmergeAnglers(work, { merge }));
  assert.deepEqual(await everyRow(app), apart.rows);
  assert.deepEqual(await figures(), apart.figures);
  await write((work) => mergeAnglers(work, { keep: String(id), gone: String(twin) }));

  // Zeb moves away, and asks to be forgotten.
  await moveClock(app, "2026-08-01");
  await write((work) => setStatus(work, { reference: "Zeb Quill", status: "former" }));
  assert.deepEqual(await figures(), together);
  const erased = await write((work) => eraseAngler(work, { reference: "z. quill" }));
  assert.deepEqual([erased.placeholder, erased.left], [`Former member ${id}`, []]);
  const forgotten = JSON.stringify(together)
    .replaceAll("Zeb Q.", erased.placeholder)
    .replaceAll("Zeb Quill", erased.placeholder);
  assert.equal(JSON.stringify(await figures()), forgotten);
  const { dues, statuses } = await read((work) => showMember(work, { reference: String(twin) }));
  assert.deepEqual(
    dues.map(({ cents, coversTo }) => [cents, coversTo]),
    [[2500, "2026-12-31"]],
  );
  assert.deepEqual(
    statuses.map(({ status }) => status),
    ["guest", "member", "former"],
  );
  assert.deepEqual(await textsWith(app, /quill|zeb|z@club|5550142/i), []);
});
