import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator, visitor } from "#core/actor.ts";
import { addEvent } from "#core/events/events.service.ts";
import { getClub, saveClub } from "#core/seasons/club.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { checkRules, writeRules } from "#core/seasons/rules.schemas.ts";
import { saveClubSchema } from "#core/seasons/seasons.schemas.ts";
import {
  closeSeason,
  createSeason,
  findSeason,
  getSeasonRules,
  listSeasonRules,
  replaceRules,
  showRules,
} from "#core/seasons/seasons.service.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const office = operator("tester");
const team = presets["sabc-team"];
const individual = presets["sabc-individual"];

describe("the club", () => {
  test("has no name at first, and none is made up", async () => {
    assert.equal(await app.read(visitor, async (work) => work.club), null);
    await assert.rejects(
      app.read(visitor, async (work) => getClub(work)),
      { kind: "not-found", code: "club-not-set-up" },
    );
    await assert.rejects(
      app.write(office, (work) => saveClub(work, { contact: "club@example.org" })),
      { kind: "invalid", code: "club-name-missing" },
    );
  });

  test("is named, and what is left out stays", async () => {
    const named = await app.rehearse(office, async (work) => {
      await saveClub(work, { name: "South Austin Bass Club" });
      await saveClub(work, { contact: "club@example.org" });
      await saveClub(work, { zone: "America/Denver" });
      return getClub(work);
    });
    assert.deepEqual(named, {
      name: "South Austin Bass Club",
      zone: "America/Denver",
      contact: "club@example.org",
    });
  });

  test("keeps its zone once there are events, and may say it again", async () => {
    const meet = (zone: string) =>
      app.rehearse(office, async (work) => {
        await saveClub(work, { name: "Club" });
        await addEvent(work, { kind: "meeting", name: "Spring meeting", firstDay: "2026-03-18" });
        return saveClub(work, { zone });
      });
    assert.equal((await meet("America/Chicago")).zone, "America/Chicago");
    await assert.rejects(meet("America/Denver"), {
      kind: "conflict",
      code: "club-zone-stays-after-the-first-event",
      message: "The club has events, so its time zone stays: their times are meant in it.",
    });
  });

  test("is changed by an admin only", () =>
    assert.rejects(
      app.write(visitor, (work) => saveClub(work, { name: "Mine" })),
      { kind: "forbidden" },
    ));

  for (const input of [
    { zone: "Texas" },
    { contact: "club@example.org\nBcc: x@y.org" },
    { name: "\u0007" },
  ]) {
    test(`is never ${JSON.stringify(input)}`, () => assert.ok(!saveClubSchema.safeParse(input).success));
  }
});

describe("seasons", () => {
  test("are opened with their rules, every default written out, newest first", async () => {
    const seen = await app.rehearse(office, async (work) => {
      await createSeason(work, { year: 2025, rules: individual });
      const created = await createSeason(work, { year: 2026, rules: team });
      const listed = await listSeasonRules(work);
      return {
        created,
        years: listed.map(({ year }) => year),
        rules: await getSeasonRules(work, { year: 2026 }),
        shown: await showRules(work, { year: 2026 }),
        missing: await findSeason(work, { year: 2027 }),
      };
    });
    const checked = checkRules(team);
    assert.ok("rules" in checked);
    assert.deepEqual(seen.years, [2026, 2025]);
    assert.deepEqual(seen.rules, checked.rules);
    assert.deepEqual(seen.shown, { year: 2026, closed: false, rules: writeRules(checked.rules) });
    assert.deepEqual(seen.created, { id: seen.created.id, year: 2026, closed: false, rules: checked.rules });
    assert.equal(seen.missing, null);
  });

  test("are one a year", () =>
    assert.rejects(
      app.rehearse(office, async (work) => {
        await createSeason(work, { year: 2026, rules: team });
        await createSeason(work, { year: 2026, rules: individual });
      }),
      { kind: "conflict", code: "season-exists" },
    ));

  test("take other rules while open, and none once closed", async () => {
    const close = (again: boolean) =>
      app.rehearse(office, async (work) => {
        await createSeason(work, { year: 2026, rules: team });
        const replaced = await replaceRules(work, { year: 2026, rules: individual, reason: "vote of May" });
        assert.equal(replaced.rules.ranked, "angler");
        await closeSeason(work, { year: 2026 });
        if (again) await replaceRules(work, { year: 2026, rules: team });
        return closeSeason(work, { year: 2026 });
      });
    assert.equal((await close(false)).closed, true);
    await assert.rejects(close(true), { kind: "conflict", code: "season-closed" });
  });

  test("that do not exist are named with those that do", () =>
    assert.rejects(
      app.rehearse(office, async (work) => {
        await createSeason(work, { year: 2025, rules: team });
        await showRules(work, { year: 2031 });
      }),
      {
        kind: "not-found",
        code: "season-not-found",
        message: "There is no season 2031. There are 2025.",
        details: { candidates: ["2025"] },
      },
    ));

  test("are not opened with faulty rules; every fault has its path", () =>
    assert.rejects(
      app.write(office, (work) =>
        createSeason(work, { year: 2026, rules: { ...team, ranked: "fish", colour: "red" } }),
      ),
      (error: Error & { code: string; details: { problems: { column: string }[] } }) => {
        assert.equal(error.code, "rules-invalid");
        assert.deepEqual(error.details.problems.map(({ column }) => column).toSorted(), ["colour", "ranked"]);
        return true;
      },
    ));
});
