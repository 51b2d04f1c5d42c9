import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command as cancel } from "../../../../cli/commands/event/cancel.command.ts";
import { command as edit } from "../../../../cli/commands/event/edit.command.ts";
import { command as exportEvents } from "../../../../cli/commands/event/export.command.ts";
import { command as move } from "../../../../cli/commands/event/move.command.ts";
import { command as restore } from "../../../../cli/commands/event/restore.command.ts";
import { command as cancelTournament } from "../../../../cli/commands/tournament/cancel.command.ts";
import { command as editTournament } from "../../../../cli/commands/tournament/edit.command.ts";
import { command as restoreTournament } from "../../../../cli/commands/tournament/restore.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";
import { january } from "../../../support/tournament-shown.ts";

testInputs("sabc event, sabc tournament", [
  ["move", move, ["2026-03", "--to", "2026-03-29"], { event: "2026-03", to: "2026-03-29" }],
  [
    "move with hours",
    move,
    ["March meeting", "--to", "2026-03-17", "--starts-at", "9:00", "--ends-at", "none", "--reason", "hall"],
    { event: "March meeting", to: "2026-03-17", startsAt: "09:00", endsAt: null, reason: "hall" },
  ],
  ["cancel", cancel, ["next", "--reason", "storm"], { event: "next", reason: "storm" }],
  ["restore", restore, ["March meeting"], { event: "March meeting" }],
  [
    "restore a tournament",
    restoreTournament,
    ["2026-03", "--reason", "open again"],
    { tournament: "2026-03", reason: "open again" },
  ],
  [
    "edit",
    edit,
    ["17", "--name", "Banquet", "--description", "NONE"],
    { event: "17", name: "Banquet", description: null },
  ],
  ["export", exportEvents, ["--ics"], { kind: "all" }],
  [
    "export a part to a file",
    exportEvents,
    ["calendar.ics", "--tournaments", "--year", "2026"],
    { file: "calendar.ics", kind: "tournaments", year: 2026 },
  ],
  [
    "cancel a tournament",
    cancelTournament,
    ["2026-03", "--reason", "storm"],
    { tournament: "2026-03", reason: "storm" },
  ],
  [
    "edit a tournament",
    editTournament,
    ["next", "--lake", "travis", "--ramp", "none", "--first-cast", "6:30"],
    { tournament: "next", lake: "travis", ramp: null, firstCast: "06:30" },
  ],
  [
    "put a deadline to protests",
    editTournament,
    ["last", "--protests-until", "2026-03-29T18:00:00-05:00"],
    { tournament: "last", protestDeadline: "2026-03-29T18:00:00-05:00" },
  ],
]);

const meeting = {
  id: 3,
  kind: "meeting" as const,
  name: "March meeting",
  firstDay: "2026-03-17",
  lastDay: "2026-03-17",
  startsAt: "19:00",
  endsAt: null,
  description: null,
  cancelled: null,
  revision: 1,
};
const moved = {
  event: meeting,
  from: { firstDay: "2026-03-10", lastDay: "2026-03-11" },
  startsAt: "19:00",
  endsAt: null,
  number: null,
  changed: true,
  told: 12,
  clashes: [],
};
const nothing = { lines: [], pots: [], stays: [] };

testOutputs("sabc event, sabc tournament", [
  [
    "move",
    move.output(moved, {} as never),
    {
      stdout: "",
      said: [
        "March meeting: Tue 10 Mar 2026 – Wed 11 Mar 2026 → Tue 17 Mar 2026, from 7:00 pm.",
        "12 anglers are told by mail.",
      ],
    },
  ],
  [
    "move a tournament onto a holiday",
    move.output(
      { ...moved, number: "2026-04", endsAt: "20:00", told: 1, clashes: ["Easter Sunday"] },
      {} as never,
    ),
    {
      stdout: "",
      said: [
        "March meeting: Tue 10 Mar 2026 – Wed 11 Mar 2026 → Tue 17 Mar 2026, 7:00 pm – 8:00 pm.",
        "Its number is 2026-04 now.",
        "On the same days: Easter Sunday.",
        "1 angler is told by mail.",
      ],
    },
  ],
  [
    "move where it is",
    move.output({ ...moved, changed: false, told: 0 }, {} as never),
    { stdout: "", said: ["March meeting is there already; nobody is told."] },
  ],
  [
    "cancel",
    cancel.output({ event: meeting, told: 2 }, {} as never),
    {
      stdout: "",
      said: ["March meeting on Tue 17 Mar 2026 is cancelled.", "2 anglers are told by mail."],
    },
  ],
  [
    "cancel what is over",
    cancelTournament.output({ event: meeting, told: 0 }, {} as never),
    {
      stdout: "",
      said: [
        "March meeting on Tue 17 Mar 2026 is cancelled.",
        "Nobody is told: its days are over, or the club has no members yet.",
      ],
    },
  ],
  [
    "restore",
    restore.output({ event: meeting, told: 2, clashes: ["Spring break"] }, {} as never),
    {
      stdout: "",
      said: [
        "March meeting on Tue 17 Mar 2026 takes place after all.",
        "On the same days: Spring break.",
        "2 anglers are told by mail.",
      ],
    },
  ],
  [
    "restore what nobody missed",
    restoreTournament.output({ event: meeting, told: 0, clashes: [] }, {} as never),
    {
      stdout: "",
      said: [
        "March meeting on Tue 17 Mar 2026 takes place after all.",
        "Nobody is told: its days are over, or nobody had heard that it is cancelled.",
      ],
    },
  ],
  [
    "export",
    exportEvents.output({ ics: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", file: undefined }, {} as never),
    { stdout: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", said: [] },
  ],
  [
    "export to a file",
    exportEvents.output({ ics: "X\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n", file: "c.ics" }, {} as never),
    { stdout: "", said: ["Wrote 1 event to c.ics."] },
  ],
  [
    "edit",
    edit.output({ event: meeting, changed: true }, {} as never),
    { stdout: "", said: ["Changed March meeting on 2026-03-17."] },
  ],
  [
    "edit nothing",
    edit.output({ event: meeting, changed: false }, {} as never),
    { stdout: "", said: ["Nothing of March meeting is different."] },
  ],
  [
    "edit a tournament",
    editTournament.output({ tournament: january, changed: true, figures: nothing }, {} as never),
    { stdout: "", said: ["Changed January. See it: sabc tournament show 7"] },
  ],
]);

test("an edit of nothing says what may be said", async () => {
  await assert.rejects(inputOf(edit, ["17"]), {
    message: "Missing: what changes: --name, --starts-at, --ends-at, --description.",
  });
});

describe("the calendar of a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("season", "rules", "2098", "--set", "sabc-team");
  await club("lake", "import");
  await club("tournament", "add", "March", "2098-03-23", "--lake", "travis", "--first-cast", "6:30");

  test("asks before it cancels, and a rehearsal cancels nothing", async () => {
    const words = ["event", "cancel", "2098-01", "--reason", "storm"];
    const unasked = await club(...words);
    assert.deepEqual(
      [unasked.code, unasked.stderr.startsWith("sabc: Cancel March on 2098-03-23")],
      [2, true],
    );
    assert.equal((await club(...words, "--dry-run")).code, 0);
    assert.equal((await club(...words, "--yes")).code, 0);
    assert.equal((await club(...words, "--yes")).code, 5);
    const { tournament } = JSON.parse((await club("tournament", "show", "2098-01", "--json")).stdout);
    assert.equal(tournament.state, "cancelled");
  });

  test("asks before it puts back what was cancelled, and of what stands only says so", async () => {
    for (const noun of ["event", "tournament"]) {
      const unasked = await club(noun, "restore", "2098-01");
      assert.deepEqual(
        [unasked.code, unasked.stderr.startsWith("sabc: Put March on 2098-03-23 back")],
        [2, true],
        noun,
      );
    }
    assert.equal((await club("event", "restore", "2098-01", "--dry-run")).code, 0);
    assert.equal((await club("tournament", "restore", "2098-01", "--yes")).code, 0);
    assert.equal((await club("event", "restore", "2098-01")).code, 5);
  });

  test("edits what a tournament says of the rules, or tells every fault of the file", async () => {
    await club("tournament", "add", "July", "2098-07-27");
    const file = join(home, "changes.json");
    await writeFile(file, '{"fishLimit": 3, "paper": true}');
    assert.equal((await club("tournament", "edit", "2098-02", "--changes", file)).code, 0);
    const shown = JSON.parse((await club("tournament", "show", "2098-02", "--json")).stdout);
    assert.deepEqual([shown.tournament.limit.fish, shown.tournament.paper], [3, true]);
    await writeFile(file, '{"fishLimit": 0, "fee": 25}');
    const { code, stderr } = await club("tournament", "edit", "2098-02", "--changes", file);
    assert.deepEqual(
      [code, stderr.split("\n").slice(1, 3)],
      [
        4,
        [
          "  fishLimit: must be a whole number, 1 or more",
          "  fee: is not part of the rules; check the spelling",
        ],
      ],
    );
    assert.equal((await club("tournament", "edit", "2098-02", "--changes", "none")).code, 0);
  });

  test("is written to a file whole, or the reason is told", async () => {
    const file = join(home, "calendar.ics");
    assert.equal((await club("event", "export", "--ics", file)).code, 0);
    const written = await readFile(file, "utf8");
    assert.equal(written, (await club("event", "export")).stdout);
    assert.match(written, /\r\nUID:event-1@localhost\r\nSEQUENCE:2\r\n/);
    const { code, stderr } = await club("event", "export", home);
    assert.deepEqual([code, stderr.includes("it is a directory")], [4, true]);
  });

  test("offers no retired water for what is ahead, and tells the way back", async () => {
    await club("lake", "retire", "travis");
    const { code, stderr } = await club("tournament", "edit", "2098-02", "--lake", "travis");
    assert.deepEqual(
      [code, stderr],
      [
        5,
        "sabc: Lake Travis is no longer offered. Choose another, or offer it again: sabc lake retire travis --undo.\n",
      ],
    );
    assert.equal((await club("tournament", "add", "May", "2098-05-25", "--lake", "travis")).code, 5);
  });
});
