import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { authorize } from "#core/actor.ts";
import { openApp } from "#core/app.ts";
import { AuditSeal } from "#core/audit/audit-seal.entity.ts";
import { loadConfig } from "#core/config.ts";
import { setStatus } from "#core/membership/membership.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { command } from "../../../../cli/commands/run/due.command.ts";
import { moveClockTo } from "../../../support/clock.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { mailClub, officer, remindEach, standing } from "../../../support/mail-club.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";
import { type Manner, startSmtp } from "../../../support/smtp.ts";

testInputs("sabc run due", [
  ["do it", command, [], { list: false }],
  ["show it", command, ["--list"], { list: true }],
]);

const shown = (step: string, became: "done" | "failed" | "nothing", told: string | null = null) => ({
  step,
  became,
  told,
  complaint: null,
  exitCode: became === "failed" ? 7 : 0,
});

testOutputs("sabc run due", [
  [
    "all is well",
    command.output(
      { steps: [shown("one", "nothing"), shown("two", "done", "3 notices")], stoppedBy: null },
      { list: false },
    ),
    { stdout: "one\tnothing\t\ntwo\tdone\t3 notices\n", said: [] },
  ],
  [
    "one failed, the others went on",
    command.output(
      { steps: [shown("one", "failed", "It is away."), shown("two", "done", "3 notices")], stoppedBy: null },
      { list: false },
    ),
    { stdout: "one\tfailed\tIt is away.\ntwo\tdone\t3 notices\n", said: ["one: It is away."], exitCode: 7 },
  ],
  [
    "done, and not all of it well",
    command.output(
      { steps: [{ ...shown("one", "done", "1 failed"), complaint: "One failed." }], stoppedBy: null },
      { list: false },
    ),
    { stdout: "one\tdone\t1 failed\n", said: ["one: One failed."] },
  ],
  [
    "told to stop",
    command.output({ steps: [shown("one", "done", "1 sent")], stoppedBy: 143 }, { list: false }),
    { stdout: "one\tdone\t1 sent\n", said: [], exitCode: 143 },
  ],
]);

describe("what is due", async () => {
  let manner: Manner = "accept";
  const smtp = await startSmtp({ manner: () => manner });
  const home = await clubHome();
  const file = join(home, ".env");
  writeFileSync(file, `${readFileSync(file, "utf8")}SMTP_URL=${smtp.url}\n`);
  const app = await openApp(loadConfig({ home, env: {} }));
  after(() => app.close());
  await moveClockTo(app, "2026-03-15T12:00:00-05:00");
  const [ann, bob] = [...(await mailClub(app, ["Ann Lee", "Bob Cruz"])).values()] as [number, number];
  for (const reference of [ann, bob])
    await app.write(officer, (work) =>
      setStatus(work, { reference: String(reference), status: "former", from: "2026-03-15" }),
    );
  for (const year of [2026, 2027])
    await app.write(officer, (work) => {
      authorize(work, "createSeason", { roles: [] });
      return createSeason(work, { year, rules: presets["sabc-team"] });
    });

  beforeEach(async () => {
    manner = "accept";
    smtp.arrived.length = 0;
    await app.write(officer, async (work) => {
      authorize(work, "forget", { roles: [] });
      await work.em.nativeDelete(Notice, {});
    });
  });

  const due = (...words: string[]) => sabc(["run", "due", ...words, "--home", home]);
  const quietly = async (): Promise<[number, string]> => {
    const { code, stdout, stderr } = await due("--quiet");
    assert.equal(stdout, "");
    return [code, stderr];
  };
  const became = async (...words: string[]) =>
    Object.fromEntries(
      JSON.parse((await due("--json", ...words)).stdout).steps.map(
        ({ step, became, told }: Record<string, string>) => [
          step,
          told === null ? became : `${became}: ${told}`,
        ],
      ),
    );
  const seals = () => app.read(officer, (work) => work.em.count(AuditSeal, {}));

  test("is shown with what it would do, and nothing is done by that", async () => {
    await moveClockTo(app, "2026-03-16T12:00:00-05:00");
    await remindEach(app, [ann, bob]);
    const list = await became("--list");
    assert.match(list["seal the audit log"], /^waits: \d+ audit records$/);
    assert.deepEqual([list["remind of dues"], list["deliver notices"]], ["nothing", "waits: 2 notices"]);
    assert.deepEqual([smtp.arrived.length, await seals()], [0, 0]);
  });

  test("is done in order, silently, and again there is nothing", async () => {
    await remindEach(app, [ann, bob]);
    assert.deepEqual(await quietly(), [0, ""]);
    assert.deepEqual([smtp.arrived.length, await seals()], [2, 1]);
    assert.deepEqual([...new Set(Object.values(await became()))], ["nothing"]);
  });

  test("twice at once is done once", async () => {
    manner = { delay: 50 };
    await remindEach(app, [ann, bob], 2028);
    const runs = await Promise.all([due("--quiet"), due("--quiet"), due("--quiet")]);
    assert.deepEqual(
      runs.map(({ code, stdout, stderr }) => [code, stdout, stderr]),
      runs.map(() => [0, "", ""]),
    );
    assert.equal(smtp.arrived.length, 2);
  });

  test("one step that fails is one line and an exit code; the others are done", async () => {
    manner = { mail: 451 };
    await moveClockTo(app, "2026-04-01T12:00:00-05:00");
    await app.write(officer, (work) =>
      setStatus(work, { reference: String(bob), status: "guest", from: "2026-04-01" }),
    );
    await remindEach(app, [ann]);
    const before = await seals();
    assert.deepEqual(await quietly(), [
      7,
      "sabc: deliver notices: The mail server did not take the mail: 451 no.\n",
    ]);
    assert.equal(await seals(), before + 1);
    assert.deepEqual(await standing(app), [["waiting", 1, "451 no"]]);
    assert.deepEqual(await quietly(), [0, ""]);
  });

  // Each moment with the one a minute and a half later, when what failed is due again.
  const moments: [string, string, string][] = [
    ["01:30 before the clock goes back", "2026-11-01T01:30:00-05:00", "2026-11-01T01:31:30-05:00"],
    ["01:30 once more, after it went back", "2026-11-01T01:30:00-06:00", "2026-11-01T01:31:30-06:00"],
    ["01:59 into the hour that comes twice", "2026-11-01T01:59:30-05:00", "2026-11-01T01:01:00-06:00"],
    ["01:59 before the hour that is skipped", "2027-03-14T01:59:30-06:00", "2027-03-14T03:01:00-05:00"],
    ["01:30 on the day of the skipped hour", "2027-03-14T01:30:00-06:00", "2027-03-14T01:31:30-06:00"],
    ["half an hour before the club's midnight", "2026-11-23T23:30:00-06:00", "2026-11-23T23:31:30-06:00"],
  ];
  for (const [label, moment, after] of moments) {
    test(`${label}: what failed is sent a minute later`, async () => {
      await moveClockTo(app, moment);
      await remindEach(app, [ann]);
      manner = { rcpt: 450 };
      assert.deepEqual(await quietly(), [0, ""]);
      manner = "accept";
      await moveClockTo(app, after);
      assert.deepEqual(await quietly(), [0, ""]);
      assert.equal(smtp.arrived.length, 1);
    });
  }

  test("after three days of silence all of it is done, once, each with the day it is", async () => {
    await moveClockTo(app, "2027-03-20T23:30:00-05:00");
    await remindEach(app, [ann]);
    await moveClockTo(app, "2027-03-23T23:30:00-05:00");
    await remindEach(app, [bob]);
    assert.deepEqual(await quietly(), [0, ""]);
    assert.deepEqual(
      smtp.arrived.map(({ mail }) => mail.date?.toISOString().slice(0, 10)),
      ["2027-03-24", "2027-03-24"],
    );
  });

  test("members are reminded of dues and get the mail in the same run, not before nine", async () => {
    await moveClockTo(app, "2027-03-24T08:00:00-05:00");
    await app.write(officer, (work) =>
      setStatus(work, { reference: String(ann), status: "member", from: "2026-12-01" }),
    );
    await quietly();
    assert.equal(smtp.arrived.length, 0);
    await moveClockTo(app, "2027-03-24T09:00:00-05:00");
    assert.deepEqual(await quietly(), [0, ""]);
    assert.deepEqual(await quietly(), [0, ""]);
    assert.deepEqual(
      smtp.arrived.map(({ mail }) => mail.subject),
      ["Your club dues for 2027"],
    );
  });
});

test("a database that is away is one line, not one for each step", async () => {
  const home = await clubHome();
  writeFileSync(join(home, ".env"), "DATABASE_URL=postgresql://nobody@127.0.0.1:9/sabc_test\n");
  assert.deepEqual(await sabc(["run", "due", "--quiet", "--home", home]), {
    code: 7,
    stdout: "",
    stderr: "sabc: The club's database cannot be reached. Nothing was changed; try again.\n",
  });
});

test("without a mail server notices wait, and that is no fault of a run", async () => {
  const home = await clubHome();
  const app = await openApp(loadConfig({ home, env: {} }));
  after(() => app.close());
  const [ann] = [...(await mailClub(app, ["Ann Lee"])).values()];
  await remindEach(app, [ann!]);
  assert.deepEqual(await sabc(["run", "due", "--quiet", "--home", home]), {
    code: 0,
    stdout: "",
    stderr: "",
  });
  const { stderr } = await sabc(["status", "--home", home]);
  assert.match(stderr, /^Mail is not set up, with 1 notice waiting: sabc init --smtp-url-file FILE\.$/m);
});
