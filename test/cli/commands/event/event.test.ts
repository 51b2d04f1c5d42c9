import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as add } from "../../../../cli/commands/event/add.command.ts";
import { command as list } from "../../../../cli/commands/event/list.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc event", [
  ["list the current year", list, [], { current: true }],
  ["list all", list, ["--all"], { current: false }],
  ["list a year", list, ["2026"], { year: 2026, current: false }],
  [
    "list some days",
    list,
    ["--from", "2026-03-01", "--to", "2026-03-31"],
    { from: "2026-03-01", to: "2026-03-31", current: false },
  ],
  [
    "add",
    add,
    ["meeting", "March meeting", "2026-03-10", "--starts-at", "18:30", "--ends-at", "20:00"],
    { kind: "meeting", name: "March meeting", firstDay: "2026-03-10", startsAt: "18:30", endsAt: "20:00" },
  ],
]);

const meeting = {
  id: 3,
  kind: "meeting" as const,
  name: "March meeting",
  firstDay: "2026-03-10",
  lastDay: "2026-03-10",
  startsAt: "18:30",
  endsAt: null,
  description: null,
  cancelled: null,
  revision: 0,
};

testOutputs("sabc event", [
  [
    "list",
    list.output({ year: 2026, events: [meeting] }, { current: true }),
    {
      stdout: "3\t2026-03-10\t2026-03-10\tmeeting\tMarch meeting\t18:30\t\t\n",
      said: ["Other years: sabc event list 2025, or --all."],
    },
  ],
  [
    "an empty calendar",
    list.output({ year: undefined, events: [] }, { current: false }),
    { stdout: "", said: ["Nothing is on the calendar."] },
  ],
  [
    "add",
    add.output({ event: meeting, clashes: [] }, meeting),
    { stdout: "", said: ["Added March meeting on 2026-03-10."] },
  ],
  [
    "add where something is",
    add.output({ event: meeting, clashes: ["March", "Spring break"] }, meeting),
    { stdout: "", said: ["Added March meeting on 2026-03-10.", "On the same days: March, Spring break."] },
  ],
]);

describe("sabc event on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);

  test("what is added is on the calendar, once", async () => {
    const words = ["event", "add", "meeting", "March meeting", "2026-03-10", "--starts-at", "18:30"];
    assert.equal((await club(...words)).code, 0);
    assert.equal((await club(...words)).code, 5);
    const { events } = JSON.parse((await club("event", "list", "2026", "--json")).stdout);
    assert.deepEqual(
      events.map(({ name }: { name: string }) => name),
      ["March meeting"],
    );
  });

  test("a tournament stands there with its hours, is told what is on its day, and is not added twice", async () => {
    await club("season", "rules", "2026", "--set", "sabc-team");
    const words = ["tournament", "add", "Dusk", "2026-03-10", "--first-cast", "16:30", "--weigh-in", "21:00"];
    assert.match((await club(...words)).stderr, /\nOn the same days: March meeting\.\n$/);
    const [twice, other] = [
      await club(...words),
      await club("event", "add", "other", "Picnic", "2026-03-10"),
    ];
    assert.deepEqual(
      [twice.code, twice.stderr.startsWith("sabc: Dusk is on the calendar already")],
      [5, true],
    );
    assert.match(other.stderr, /On the same days: March meeting, Dusk\./);
    const { events } = JSON.parse((await club("event", "list", "2026", "--json")).stdout);
    assert.deepEqual(
      events.map(({ name, startsAt, endsAt }: Record<string, unknown>) => [name, startsAt, endsAt]),
      [
        ["Picnic", null, null],
        ["Dusk", "16:30", "21:00"],
        ["March meeting", "18:30", null],
      ],
    );
  });

  test("a time that the clock change skips is refused", async () => {
    const said = await club("event", "add", "other", "Night", "2027-03-14", "--starts-at", "02:30");
    assert.equal(said.code, 4);
    assert.match(said.stderr, /2027-03-14 02:30 does not exist/);
  });

  test("a tournament is not added so", async () => {
    assert.equal((await club("event", "add", "tournament", "March", "2026-03-22")).code, 2);
  });
});
