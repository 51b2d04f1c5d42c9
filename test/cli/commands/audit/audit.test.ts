import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as list } from "../../../../cli/commands/audit/list.command.ts";
import { command as show } from "../../../../cli/commands/audit/show.command.ts";
import { command as verify } from "../../../../cli/commands/audit/verify.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc audit", [
  ["list", list, [], {}],
  [
    "list by words",
    list,
    ["--verb", "make official", "--subject", "pot movement"],
    { verb: "makeOfficial", subject: "pot_movement" },
  ],
  [
    "list some",
    list,
    [
      "--limit",
      "5",
      "--verb",
      "addMember",
      "--subject",
      "angler",
      "--subject-id",
      "12",
      "--since",
      "2026-01-01",
      "--until",
      "2026-02-01",
      "--who",
      "Ann Lee",
    ],
    {
      limit: 5,
      verb: "addMember",
      subject: "angler",
      subjectId: "12",
      since: "2026-01-01",
      until: "2026-02-01",
      who: "Ann Lee",
    },
  ],
  ["show", show, ["120"], { id: 120 }],
  ["verify", verify, [], {}],
  ["verify a head", verify, ["--anchor", "AB".repeat(32)], { anchor: "ab".repeat(32) }],
]);

const record = {
  id: 7,
  at: "2026-03-22T15:10:00.000-05:00",
  verb: "renameLake",
  actor: { kind: "operator" as const, name: "root", anglerId: null },
  channel: "terminal",
  reason: "a slip",
  subject: "lake",
  subjectId: "3",
  action: "update" as const,
  before: { name: "Travis", retired: false },
  after: { name: "Lake Travis", retired: false },
};

const head = { hash: "ab".repeat(32), at: record.at, lastRecordId: 12, unsealed: 1 };
const sound = { seals: 2, records: 12, head, broken: [], forged: [], anchor: null };
const broken = {
  firstRecordId: 1,
  lastRecordId: 5,
  sealedAt: record.at,
  sealed: 5,
  found: 5,
  what: "changed" as const,
};

testOutputs("sabc audit", [
  [
    "list",
    list.output([record], {}),
    {
      stdout: "7\t2026-03-22 15:10\troot\trename lake\tlake 3\tupdate\tname: Travis → Lake Travis\ta slip\n",
      said: [],
    },
  ],
  [
    "a weight, and what was never said",
    list.output(
      [
        {
          ...record,
          subject: "bag",
          before: { gross: 150_800, late: 0 },
          after: { gross: 140_800, late: null },
        },
      ],
      {},
    ),
    {
      stdout:
        "7\t2026-03-22 15:10\troot\trename lake\tbag 3\tupdate\tgross: 15.08 → 14.08; late: 0 → –\ta slip\n",
      said: [],
    },
  ],
  [
    "a long text is cut short",
    list.output([{ ...record, before: { body: "a" }, after: { body: "b".repeat(500) } }], {}),
    {
      stdout: `7\t2026-03-22 15:10\troot\trename lake\tlake 3\tupdate\tbody: a → ${"b".repeat(120)}…\ta slip\n`,
      said: [],
    },
  ],
  [
    "something new: what is known of it",
    list.output(
      [
        {
          ...record,
          action: "create",
          before: null,
          after: { id: 3, cents: 2500, on: "2026-03-22", voidedAt: null },
        },
      ],
      {},
    ),
    {
      stdout:
        "7\t2026-03-22 15:10\troot\trename lake\tlake 3\tcreate\tamount: $25.00; on: 2026-03-22\ta slip\n",
      said: [],
    },
  ],
  [
    "show: field by field",
    show.output(record, { id: 7 }),
    {
      stdout: [
        "Record\t7",
        "When\t2026-03-22 15:10",
        "Who\troot, at the terminal",
        "Did\trename lake",
        "To\tlake 3 (update)",
        "Why\ta slip",
        "",
        "What changed",
        "name\tTravis\tLake Travis",
        "",
      ].join("\n"),
      said: [],
    },
  ],
  [
    "verify: all as it was sealed",
    verify.output({ ...sound, anchor: { found: true, at: head.at, lastRecordId: 12 } }, {}),
    {
      stdout: `${head.hash}\n`,
      said: [
        "12 records in 2 seals: all as they were sealed.",
        "The head that was kept is in the chain, sealed on 2026-03-22 15:10.",
        "1 record came after the last seal: protected by privileges alone until the next.",
        "Keep the head outside this database: a chain that was cut short is found by --anchor alone.",
      ],
    },
  ],
  [
    "verify: nothing is sealed yet",
    verify.output({ ...sound, seals: 0, records: 0, head: null }, {}),
    { stdout: "", said: ["Nothing is sealed yet; sabc run due does it once an hour."] },
  ],
  [
    "verify: what is broken",
    verify.output(
      {
        ...sound,
        broken: [
          broken,
          { ...broken, firstRecordId: 6, lastRecordId: 6, sealed: 1, found: 0, what: "removed" },
        ],
        forged: [{ recordId: 3, field: "after.name" }],
        anchor: { found: false },
      },
      {},
    ),
    {
      stdout: [
        "Head of the chain",
        head.hash,
        "",
        "Not as sealed",
        "1\t5\t2026-03-22 15:10\t5\t5\tchanged",
        "6\t6\t2026-03-22 15:10\t1\t0\tremoved",
        "",
        "Personal values that do not fit",
        "3\tafter.name",
        "",
      ].join("\n"),
      said: [
        "Compare with a backup of before: it holds the records, and the head of its day.",
        "1 record came after the last seal: protected by privileges alone until the next.",
        "Keep the head outside this database: a chain that was cut short is found by --anchor alone.",
        "Records 1 to 5, 5 sealed on 2026-03-22 15:10: at least one of them was changed. Record 6, 1 sealed on 2026-03-22 15:10: 1 of them was removed. 1 personal value beside the records: not what was recorded. The head that was kept is not in the chain: its end was cut off, or it was made anew.",
      ],
      exitCode: 5,
    },
  ],
  ["nothing", list.output([], {}), { stdout: "", said: ["Nothing was changed so."] }],
]);

test("a limit that is no number is refused", async () => {
  await assert.rejects(inputOf(list, ["--limit", "many"]), { code: "number-not-understood" });
});

describe("sabc audit on a club", async () => {
  const home = await clubHome();

  test("tells what was done, and names cannot forge a line", async () => {
    await sabc(["lake", "add", "Lake One", "--home", home]);
    await sabc(["member", "add", "Bob Cruz", "--home", home]);
    const { stdout } = await sabc(["audit", "list", "--verb", "addLake", "--home", home]);
    assert.match(
      stdout,
      /^\d+\t\S+ \S+\t[^\t]+\tadd lake\tlake \d+\tcreate\t[^\t]*name: Lake One[^\t]*\t\n$/,
    );
  });

  test("shows one change, finds who did it, and verifies", async () => {
    const listed = await sabc(["audit", "list", "--verb", "addLake", "--json", "--home", home]);
    const [{ id, actor }] = JSON.parse(listed.stdout).records;
    const one = await sabc(["audit", "show", String(id), "--json", "--home", home]);
    assert.equal(JSON.parse(one.stdout).record.after.name, "Lake One");
    const by = await sabc(["audit", "list", "--who", actor.name, "--until", "2199-01-01", "--home", home]);
    assert.match(by.stdout, /add lake/);
    const nobody = await sabc(["audit", "list", "--who", "Bob Cruz", "--home", home]);
    assert.equal(nobody.stdout, "");
    const verified = await sabc(["audit", "verify", "--json", "--home", home]);
    assert.deepEqual([verified.code, JSON.parse(verified.stdout).seals], [0, 0]);
    const kept = await sabc(["audit", "verify", "--anchor", "ab".repeat(32), "--home", home]);
    assert.equal(kept.code, 5);
  });
});
