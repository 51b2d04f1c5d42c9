import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clubHome, sabc } from "../../support/sabc.ts";

const home = await clubHome();

describe("sabc status", () => {
  test("says where the club is and that its schema is there", async () => {
    const { code, stdout, stderr } = await sabc(["status", "--home", home, "--json"]);
    const { answersInMs, stepsDone, ...rest }: Record<string, unknown> = JSON.parse(stdout);
    assert.deepEqual(
      { code, stderr, rest },
      {
        code: 0,
        stderr: "No club is set up here yet: sabc init, or sabc demo to look around.\n",
        rest: {
          club: null,
          season: null,
          next: null,
          home,
          demo: false,
          database: "your own server",
          stepsWaiting: 0,
          site: "http://localhost:3000/",
          mail: null,
          noticesWaiting: 0,
          noticesFailed: 0,
        },
      },
    );
    assert.ok(Number(answersInMs) >= 0 && Number(stepsDone) > 0);
  });

  test("is a line for each fact on a terminal", async () => {
    const { stdout } = await sabc(["status", "--home", home], { terminal: { width: 80 } });
    assert.match(
      stdout,
      /^Club {8}–\nSeason {6}–\nNext event {2}–\nSite {8}\S+\nMail {8}not set up, 0 waiting\nDirectory {3}\S+\nDatabase {4}your own server\nIt answers {2}in \d+ ms\nSchema {6}up to date\n$/,
    );
  });

  const painted = `\u001b[1mClub`;
  const cases: [string, string[], boolean, boolean][] = [
    ["on a terminal that has colours, names stand out", [], true, true],
    ["--no-color takes them away", ["--no-color"], true, false],
    ["a terminal without colours (NO_COLOR, TERM=dumb) gets none", [], false, false],
  ];
  for (const [label, words, colors, colourful] of cases) {
    test(label, async () => {
      const { stdout } = await sabc(["status", "--home", home, ...words], {
        terminal: { width: 80, colors },
      });
      assert.equal(stdout.startsWith(painted), colourful);
      assert.equal(stdout.includes("\u001b"), colourful);
    });
  }
});
