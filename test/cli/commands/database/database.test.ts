import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as migrate } from "../../../../cli/commands/database/migrate.command.ts";
import { command as rebuild } from "../../../../cli/commands/database/rebuild.command.ts";
import { command as rollback } from "../../../../cli/commands/database/rollback.command.ts";
import { command as status } from "../../../../cli/commands/database/status.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc database", [
  ["migrate", migrate, [], {}],
  ["migrate --dry-run", migrate, ["--dry-run"], {}],
  ["rollback", rollback, [], {}],
  ["status", status, [], {}],
  ["rebuild", rebuild, [], {}],
]);

const done = { name: "Tables", at: "2026-03-22T12:00:00.000Z" };
const waiting = { name: "Views", at: null };

testOutputs("sabc database", [
  ["migrate", migrate.output(["Tables", "Views"], {}), { stdout: "Tables\nViews\n", said: ["2 steps."] }],
  [
    "nothing to migrate",
    migrate.output([], {}),
    { stdout: "", said: ["The schema is up to date; nothing to do."] },
  ],
  ["rollback", rollback.output("Views", {}), { stdout: "", said: ["Took Views back."] }],
  [
    "status of a database that waits",
    status.output({ place: null, steps: [done, waiting] }, {}),
    {
      stdout: "Tables\t2026-03-22T12:00:00.000Z\nViews\t\n",
      said: ["The database is your own server's.", "1 of 2 steps are waiting: run sabc database migrate."],
    },
  ],
  [
    "rebuild that found nothing",
    rebuild.output({ tournaments: 1, results: 12, differed: 0 }, {}),
    { stdout: "", said: ["12 results of 1 tournament made again; all were right."] },
  ],
  [
    "rebuild that mended",
    rebuild.output({ tournaments: 2, results: 12, differed: 3 }, {}),
    { stdout: "", said: ["12 results of 2 tournaments made again; 3 were wrong."] },
  ],
]);

describe("sabc database on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc(["database", ...words, "--home", home, "--json"]);
  const waitingSteps = async (): Promise<number> => JSON.parse((await club("status")).stdout).waiting;

  test("a schema that is up to date has nothing to do", async () => {
    assert.deepEqual(JSON.parse((await club("migrate")).stdout), { steps: [] });
  });

  test("a step is taken back only when that is said, and done again", async () => {
    assert.equal((await club("rollback")).code, 2);
    assert.equal(await waitingSteps(), 0);
    const { step } = JSON.parse((await club("rollback", "--yes")).stdout);
    assert.equal(await waitingSteps(), 1);
    assert.deepEqual(JSON.parse((await club("migrate", "--dry-run")).stdout), {
      dryRun: true,
      steps: [step],
    });
    assert.equal(await waitingSteps(), 1);
    assert.deepEqual(JSON.parse((await club("migrate")).stdout), { steps: [step] });
    assert.equal(await waitingSteps(), 0);
  });

  test("doctor names the step that waits, and how to mend it", async () => {
    await club("rollback", "--yes");
    const said = await sabc(["doctor", "--home", home]);
    assert.equal(said.code, 5);
    assert.match(said.stdout, /schema\tno\t1 of \d+ steps are waiting\.\tsabc database migrate\n/);
    await club("migrate");
  });
});
