import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import type { NoticeShown } from "#core/notices/notices.service.ts";
import { command as list } from "../../../../cli/commands/notice/list.command.ts";
import { command as retry } from "../../../../cli/commands/notice/retry.command.ts";
import { command as send } from "../../../../cli/commands/notice/send.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { addressOf, forceAddress, mailClub, remindEach } from "../../../support/mail-club.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";
import { type Manner, startSmtp } from "../../../support/smtp.ts";

testInputs("sabc notice", [
  ["list", list, [], {}],
  [
    "list, all said",
    list,
    ["--state", "failed", "--purpose", "news", "--angler", "12", "--limit", "5"],
    { state: "failed", purpose: "news", angler: "12", limit: 5 },
  ],
  ["send", send, [], {}],
  ["retry one", retry, ["17"], { notice: 17 }],
  ["retry all", retry, ["--failed"], { failed: "all" }],
]);

describe("what notices are not", () => {
  const cases: [string, Parameters<typeof inputOf>[0], string[], object][] = [
    ["listed in another state", list, ["--state", "lost"], { code: "word-not-offered" }],
    ["of another purpose", list, ["--purpose", "spam"], { name: "ZodError" }],
    ["listed by none", list, ["--limit", "0"], { name: "ZodError" }],
    ["retried without saying which", retry, [], { code: "missing" }],
    ["retried in two ways", retry, ["17", "--failed"], { code: "missing" }],
    ["numbered in words", retry, ["all"], { code: "number-not-understood" }],
  ];
  for (const [label, command, words, error] of cases) {
    test(label, () => assert.rejects(inputOf(command, words), error));
  }
});

const notice: NoticeShown = {
  id: 17,
  purpose: "dues-reminder",
  occasion: "2027",
  recipient: { id: 1, name: "Ann Lee" },
  state: "failed",
  attempts: 6,
  madeAt: "2026-11-23T09:00:00.000-06:00",
  dueAt: null,
  sentAt: null,
  failure: "450 later",
};
const nothing = { sent: 0, later: 0, failed: 0, withheld: 0, obstacle: null, waiting: 0, stoppedBy: null };

testOutputs("sabc notice", [
  ["nothing to list", list.output([], {}), { stdout: "", said: ["There are no such notices."] }],
  [
    "one that failed",
    list.output([notice], {}),
    {
      stdout: "17\tAnn Lee\tdues-reminder\t2027\tfailed\t6\t2026-11-23 09:00\t\t\t450 later\n",
      said: ["What failed is tried again by: sabc notice retry ID, or --failed for all of it."],
    },
  ],
  ["nothing to send", send.output(nothing, {}), { stdout: "", said: ["Mail: nothing to send. 0 waiting."] }],
  [
    "some sent, some not",
    send.output({ ...nothing, sent: 12, later: 1, failed: 2, withheld: 3, waiting: 1 }, {}),
    {
      stdout: "",
      said: [
        "Mail: 12 sent, 1 to be tried again, 2 failed, 3 withheld. 1 waiting.",
        "2 notices failed for good: see sabc notice list --state failed.",
      ],
    },
  ],
  [
    "the server is away",
    send.output({ ...nothing, later: 1, waiting: 4, obstacle: { kind: "away", words: "it hung up" } }, {}),
    {
      stdout: "",
      said: ["Mail: 1 to be tried again. 4 waiting.", "The mail server did not take the mail: it hung up."],
      exitCode: 7,
    },
  ],
  [
    "no server",
    send.output({ ...nothing, obstacle: { kind: "not-set-up", words: "Mail is not set up." } }, {}),
    {
      stdout: "",
      said: ["Mail: nothing to send. 0 waiting.", "Mail is not set up. Run sabc init --smtp-url-file FILE."],
    },
  ],
  [
    "told to stop",
    send.output({ ...nothing, sent: 1, waiting: 3, stoppedBy: 143 }, {}),
    { stdout: "", said: ["Mail: 1 sent. 3 waiting."], exitCode: 143 },
  ],
  ["nothing to retry", retry.output([], { failed: "all" }), { stdout: "", said: ["Nothing failed."] }],
  [
    "retried",
    retry.output([notice], { notice: 17 }),
    { stdout: "", said: ["1 notice to Ann Lee will be tried again."] },
  ],
  [
    "too late",
    retry.output([{ ...notice, state: "withheld" }], { failed: "all" }),
    { stdout: "", said: ["1 notice to Ann Lee will not: what it says is over."] },
  ],
]);

describe("the club's mail in a terminal", async () => {
  const manners = new Map<string, Manner>();
  const smtp = await startSmtp({ manner: (address) => manners.get(address) ?? "accept" });
  const home = await clubHome();
  const file = join(home, ".env");
  writeFileSync(file, `${readFileSync(file, "utf8")}SMTP_URL=${smtp.url}\n`);
  const app = await openApp(loadConfig({ home, env: {} }));
  after(() => app.close());
  const [ann, bob, cal] = [...(await mailClub(app, ["Ann Lee", "Bob Cruz", "Cal Cove"])).values()];
  const run = (...words: string[]) => sabc([...words, "--home", home]);
  const states = async () =>
    JSON.parse((await run("notice", "list", "--json")).stdout).notices.map(
      ({ recipient, state, failure }: NoticeShown) => [recipient.name, state, failure],
    );

  test("goes from waiting to sent, failed and withheld, and what failed is retried when it is mended", async () => {
    manners.set(addressOf("Bob Cruz"), { rcpt: 550, say: `<${addressOf("Bob Cruz")}> unknown` });
    await forceAddress(app, cal!, null);
    await remindEach(app, [ann!, bob!, cal!]);
    const { code, stderr } = await run("notice", "send", "--quiet");
    assert.deepEqual(
      [code, stderr],
      [0, "sabc: 1 notice failed for good: see sabc notice list --state failed.\n"],
    );
    assert.deepEqual(await states(), [
      ["Cal Cove", "withheld", "there is no address"],
      ["Bob Cruz", "failed", "550 <(address)> unknown"],
      ["Ann Lee", "sent", null],
    ]);
    manners.clear();
    await forceAddress(app, cal!, addressOf("Cal Cove"));
    assert.equal((await run("notice", "retry", "--failed", "--dry-run")).code, 0);
    assert.equal((await states())[1][1], "failed");
    await run("notice", "retry", "--failed");
    await run("notice", "retry", "3");
    assert.deepEqual((await run("notice", "send")).stderr, "Mail: 2 sent. 0 waiting.\n");
    assert.equal(smtp.arrived.length, 3);
    const again = await run("notice", "retry", "1");
    assert.deepEqual(
      [again.code, again.stderr],
      [5, "sabc: Notice 1 was sent already and is not sent twice.\n"],
    );
  });

  test("shows no address, in no format", async () => {
    for (const format of [[], ["--json"], ["--csv"]]) {
      const { stdout, stderr } = await run("notice", "list", ...format);
      assert.doesNotMatch(stdout + stderr, /@/);
    }
  });

  test("is one worker's at a time", async () => {
    const { code, stderr } = await app.lock("deliver notices", () => run("notice", "send"));
    assert.deepEqual(
      [code, stderr],
      [75, "sabc: Another run of deliver notices is still at work. Try again later.\n"],
    );
  });

  test("status and doctor know of it", async () => {
    const status = JSON.parse((await run("status", "--json")).stdout);
    assert.deepEqual(
      [status.mail, status.noticesWaiting, status.noticesFailed],
      [new URL(smtp.url).host, 0, 0],
    );
    const local = await run("doctor", "--quiet");
    assert.deepEqual(
      [local.code, local.stderr],
      [
        5,
        "sabc: Something is wrong. mail: Links in mails lead to localhost:3000, where no member gets to.\n",
      ],
    );
    writeFileSync(file, `${readFileSync(file, "utf8")}PUBLIC_URL=https://club.example\n`);
    const { code, stdout } = await run("doctor", "--json");
    const found = Object.fromEntries(
      JSON.parse(stdout).checks.map(({ check, found }: Record<string, string>) => [check, found]),
    );
    assert.deepEqual(
      [code, found.mail, found.notices],
      [0, `${new URL(smtp.url).host} lets us in, from info@club.example.`, "None waiting."],
    );
    await smtp.close();
    const away = await run("doctor", "--quiet");
    assert.equal(away.code, 7);
    assert.match(away.stderr, /^sabc: Something is wrong\. mail: The mail server [\d.:]+: .*ECONNREFUSED/);
  });
});
