import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, operator, visitor } from "#core/actor.ts";
import { checks } from "../../../core/people/check-club-list.service.ts";
import { checkClub } from "#core/people/check-club.service.ts";
import { openDemo } from "../../support/demo-day.ts";
import { breaks, drop, firstOf } from "./club-breaks.ts";

const app = await openDemo();
const office = operator("tester");

/** What one check finds after somebody who may do all in the database did this; taken back then. */
function brokenBy(check: string, statements: readonly string[]) {
  return app.rehearse(office, async (work) => {
    authorize(work, "break", { roles: [] });
    await work.em.execute("set local session_replication_role = replica");
    for (const statement of statements) await work.em.execute(statement);
    const [made] = await checkClub(work, { only: [check] });
    await work.em.execute("set local session_replication_role = origin");
    return made!.findings;
  });
}

describe("checking the club", () => {
  test("a healthy demo has nothing wrong, nothing doubtful", async () => {
    const made = await app.read(office, (work) => checkClub(work, {}));
    assert.deepEqual(
      made.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding }))),
      [],
    );
    assert.equal(made.length, checks.length);
  });

  for (const [check, statements, told] of breaks) {
    test(`${check}: ${String(told)}`, async () => {
      const findings = await brokenBy(check, statements);
      assert.match(findings.map(({ row, what }) => `${row}: ${what}`)[0] ?? "nothing", told);
    });
  }

  test("what is worked out of rules that cannot be read is not told besides", async () => {
    assert.deepEqual(
      await brokenBy("results-are-as-the-rules-say", [
        "update season set rules = '{}'",
        "delete from result",
      ]),
      [],
    );
  });

  test("every check was broken, has a name of its own, and says what to do", () => {
    const broken = new Set([...breaks.map(([check]) => check), "schema-is-as-described"]);
    assert.deepEqual(new Set(checks.map(({ name }) => name)), broken);
    assert.equal(new Set(checks.map(({ name }) => name)).size, checks.length);
    for (const { about, mend } of checks) assert.ok(/\.$|…$/.test(about) && mend.length > 10, about);
  });

  test("is for admins, and knows its checks", async () => {
    const editor = { ...visitor, kind: "angler" as const, roles: ["editor" as const] };
    await assert.rejects(
      app.read(editor, (work) => checkClub(work, {})),
      { code: "role-required" },
    );
    await assert.rejects(
      app.read(office, (work) => checkClub(work, { only: ["places-are-dens"] })),
      { kind: "not-found", code: "check-not-found", details: { candidates: ["places-are-dense"] } },
    );
  });

  test("schema-is-as-described: a guard somebody took away is named, and the rows it let in", async () => {
    await app.write(office, async (work) => {
      authorize(work, "break", { roles: [] });
      await work.em.execute(drop("bag", "dead_fish_within_fish"));
      await work.em.execute(`update bag set dead = fish + 1 where id = ${firstOf("bag", "fish > 0")}`);
    });
    const made = await app.read(office, (work) =>
      checkClub(work, { only: ["schema-is-as-described", "rows-keep-their-bounds"] }),
    );
    const [drift, bounds] = made.map(({ findings }) => findings);
    assert.deepEqual(
      drift!.map(({ row, what }) => [row, /dead_fish_within_fish/.test(what)]),
      [["bag", true]],
    );
    assert.match(bounds![0]!.what, /^dead fish within fish/);
  });
});
