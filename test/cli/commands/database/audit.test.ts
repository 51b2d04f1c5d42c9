import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { connect } from "#core/database/connection.ts";
import { command as audit } from "../../../../cli/commands/database/audit.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc database audit", [
  ["audit", audit, [], { checks: false }],
  [
    "audit some",
    audit,
    ["--only", "places-are-dense", "--only", "pots-are-as-drawn", "--checks"],
    { only: ["places-are-dense", "pots-are-as-drawn"], checks: true },
  ],
]);

const dense = {
  name: "places-are-dense",
  about: "Places leave no hole.",
  mend: "Write them down again: sabc database rebuild.",
  level: "wrong" as const,
  findings: [],
};
const member = {
  ...dense,
  name: "member-that-day",
  about: "They were.",
  mend: "Look.",
  level: "doubtful" as const,
};
const hole = { row: "2026-03 March", what: "place 4 of the boats stands in the wrong spot" };
const doubt = { row: "crew 7", what: "Ann Lee fished as a guest" };

testOutputs("sabc database audit", [
  [
    "all is well",
    audit.output([dense, member], { checks: false }),
    { stdout: "", said: ["All is well: 2 checks found nothing."] },
  ],
  [
    "all is well, and what was checked",
    audit.output([dense], { checks: true }),
    {
      stdout: "places-are-dense\tPlaces leave no hole.\t0\n",
      said: ["All is well: 1 check found nothing."],
    },
  ],
  [
    "doubtful",
    audit.output([dense, { ...member, findings: [doubt] }], { checks: false }),
    {
      stdout: [
        "Found",
        "member-that-day\tdoubtful\tcrew 7\tAnn Lee fished as a guest",
        "",
        "What to do",
        "member-that-day: Look.",
        "",
      ].join("\n"),
      said: ["1 check of 2 found something."],
    },
  ],
  [
    "wrong",
    audit.output([{ ...dense, findings: [hole] }], { checks: false }),
    {
      stdout: [
        "Found",
        "places-are-dense\twrong\t2026-03 March\tplace 4 of the boats stands in the wrong spot",
        "",
        "What to do",
        "places-are-dense: Write them down again: sabc database rebuild.",
        "",
      ].join("\n"),
      said: ["1 check of 1 found something.", "The data is not as it has to be: places-are-dense."],
      exitCode: 5,
    },
  ],
]);

describe("sabc database audit on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);

  test("a sound club is told so, and quietly not told", async () => {
    await club("member", "add", "Ann Lee", "--status", "member");
    const { code, stdout, stderr } = await club("database", "audit");
    assert.deepEqual([code, stdout], [0, ""]);
    assert.match(stderr, /^All is well: \d+ checks found nothing\.\n$/);
    assert.deepEqual(await club("database", "audit", "--quiet"), { code: 0, stdout: "", stderr: "" });
  });

  test("what somebody broke behind the club's back is named, for scripts too", async () => {
    const settings = await readFile(join(home, ".env"), "utf8");
    const connectionString = /^DATABASE_URL=(.*)$/m.exec(settings)![1]!;
    const client = await connect({ connectionString }, "sabc test");
    await client.query("delete from angler_status");
    await client.end();
    const { code, stdout } = await club("database", "audit", "--json", "--quiet");
    const told = JSON.parse(stdout);
    assert.deepEqual(
      [code, told.ok, told.findings],
      [
        5,
        false,
        [
          {
            check: "status-from-the-start",
            level: "wrong",
            row: "angler 1",
            what: "Ann Lee has no status",
          },
        ],
      ],
    );
    assert.equal((await club("database", "audit", "--only", "no-such-check")).code, 3);
  });
});
