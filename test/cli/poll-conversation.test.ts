import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { moveClockTo } from "../support/clock.ts";
import { foundPollClub } from "../support/poll-club.ts";
import { openScreen, type Terminal } from "../support/pseudo-terminal.ts";
import { clubHome, sabc } from "../support/sabc.ts";

const home = await clubHome();
const app = await openApp(loadConfig({ home, env: {} }));
await moveClockTo(app, "2026-03-10T09:00:00-05:00");
await foundPollClub(app, { members: 4, year: 2026, tournament: { year: 2026, firstDay: "2026-03-22" } });
await app.close();

/** Waits for each question and types the answer to it, key by key. */
async function talk(terminal: Terminal, ...pairs: [RegExp, string][]): Promise<void> {
  for (const [question, text] of pairs) {
    await terminal.shows(question);
    terminal.type(text);
  }
  assert.equal(await terminal.exit, 0, terminal.screen());
}

const made = async (): Promise<number[]> => {
  const { stdout } = await sabc(["poll", "list", "--json", "--home", home]);
  return JSON.parse(stdout).polls.map(({ id }: { id: number }) => id);
};

const newest = async () => {
  const poll = Math.max(...(await made()));
  const { stdout } = await sabc(["poll", "show", String(poll), "--json", "--home", home]);
  const { title, opensAt, closesAt, secret, year, questions } = JSON.parse(stdout).poll;
  const asked = questions.map(({ prompt, options }: { prompt: string; options: { label: string }[] }) => [
    prompt,
    ...options.map(({ label }) => label),
  ]);
  return { title, opensAt, closesAt, secret, year, asked };
};

const down = "\u001b[B";
const enter = "\r";

describe("sabc poll create, asked at a terminal", { concurrency: false }, () => {
  test("a location poll starts from its event: window, hours and the lakes with their ramps", async () => {
    await talk(
      openScreen(["poll", "create"], { home }),
      [/What kind of poll\?/, enter],
      [/Of which tournament\?[^]*\(next\)/, enter],
      [/For March on 2026-03-22[^]*Which lakes\?/, ` ${down} ` + enter],
      [/Which ramps of North Lake\?/, " " + enter],
      [/Hours to offer/, "6:30" + enter],
      [/not two times such as/, "\u007f".repeat(4) + "06:30-15:00" + enter],
      [/Enter: that is all\)/, enter],
      [/When does it open\?[^]*2026-03-12 06:00/, enter],
      [/When does it close\?[^]*2026-03-15 18:00/, "2026-03-16 20:00" + enter],
      [/South Lake[^]*Make this poll\?/, "y" + enter],
    );
    assert.deepEqual(await newest(), {
      title: "Lake, ramp and hours for March",
      opensAt: "2026-03-12T06:00:00-05:00",
      closesAt: "2026-03-16T20:00:00-05:00",
      secret: false,
      year: null,
      asked: [
        ["Lake", "North Lake", "South Lake"],
        ["Ramp", "Pier", "Dam"],
        ["Hours", "6:30 am to 3:00 pm"],
      ],
    });
  });

  test("a tournament that has its poll is said at once, before anything is filled in", async () => {
    const screen = openScreen(["poll", "create", "location"], { home });
    await screen.shows(/Of which tournament\?/);
    screen.type(enter);
    await screen.shows(/March has its poll already: Lake, ramp and hours for March \(\d+\)/);
    screen.type("\u0003");
    assert.notEqual(await screen.exit, 0);
  });

  test("a choice takes answers until there are no more, and a close that exists", async () => {
    await talk(
      openScreen(["poll", "create", "choice"], { home }),
      [/What does it ask\?/, "Where is the banquet?" + enter],
      [/Answer 1:/, "Hall" + enter],
      [/Answer 2:/, enter],
      [/two answers or more/, "Park" + enter],
      [/Answer 3 \(Enter: that is all\):/, enter],
      [/When does it open\?[^]*\(now\)/, enter],
      [/When does it close\?[^]*2026-03-17 18:00/, "2027-03-14 02:30" + enter],
      [/Use 01:30 or 03:30/, "\u007f".repeat(16) + "2026-03-01 12:00" + enter],
      [/before it opens[^]*When does it open\?/, enter],
      [/When does it close\?/, "2026-03-20 18:00" + enter],
      [/Hall[^]*Make this poll\?/, "y" + enter],
    );
    const { title, closesAt, asked } = await newest();
    assert.deepEqual(
      [title, closesAt, asked],
      ["Where is the banquet?", "2026-03-20T18:00:00-05:00", [["Where is the banquet?", "Hall", "Park"]]],
    );
  });

  test("an election asks for its year, the offices and who stands", async () => {
    await talk(
      openScreen(["poll", "create", "election"], { home }),
      [/Officers of which year\?[^]*\(2026\)/, "2027" + enter],
      [/Which office\?[^]*\(President\)/, enter],
      [/Candidate 1 for President/, "0002"],
      [/: 0002\n❯ Member 0002\n\n/, enter],
      [/Candidate 2 for President:[^]*❯ that is all/, down],
      [/❯ Member 0001/, enter],
      [/Candidate 3 for President:[^]*❯ that is all/, enter],
      [/Another office\?/, enter],
      [/When does it open\?/, enter],
      [/When does it close\?/, enter],
      [/Make this poll\?/, "y" + enter],
    );
    const { secret, year, asked } = await newest();
    assert.deepEqual([secret, year, asked], [true, 2027, [["President", "Member 0002", "Member 0001"]]]);
  });

  test("what the flags say is not asked; saying no makes nothing", async () => {
    const terminal = openScreen(["poll", "create", "yes-no", "--title", "New banner?"], { home });
    for (const question of [/When does it open\?/, /When does it close\?/]) {
      await terminal.shows(question);
      terminal.answer("");
    }
    await terminal.shows(/Make this poll\?/);
    terminal.answer("n");
    assert.equal(await terminal.exit, 2);
    assert.equal((await made()).length, 3);
  });
});
