import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command } from "../../../../cli/commands/tournament/weigh-sheet.command.ts";
import { inputOf, testInputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";
import { sabc } from "../../../support/sabc.ts";

testInputs("sabc tournament weigh-sheet", [
  ["of a tournament", command, ["next"], { tournament: "next" }],
  ["with blank boats", command, ["next", "--boats", "30"], { tournament: "next", boats: 30 }],
]);

test("so many boats as no sheet has are refused", async () => {
  await assert.rejects(inputOf(command, ["next", "--boats", "501"]), { name: "ZodError" });
  await assert.rejects(inputOf(command, ["next", "--boats", "0"]), { name: "ZodError" });
});

describe("the weigh sheet", async () => {
  const club = await exampleClub();
  await club("season", "rules", "2026", "--set", "sabc-team");
  await club("lake", "import");
  const days = ["--last-day", "2026-03-22", "--first-cast", "06:30", "--weigh-in", "15:00"];
  const where = ["--lake", "travis", "--ramp", "Mansfield Dam"];
  await club("tournament", "add", "Classic", "2026-03-21", ...days, ...where);

  test("has everyone who comes to the scales, and room to write", async () => {
    const { stdout } = await club("tournament", "weigh-sheet", "2025-01");
    const names = stdout.split("\n").filter((line) => line.includes("____"));
    assert.equal(names.length, 10);
    assert.equal(
      names[0],
      `      Ann Ace                                    ____  ____  _________  ________`,
    );
    assert.doesNotMatch(stdout, /Jim Jetty/);
  });

  test("blank, it says the rules and has a page for each day that fits the paper", async () => {
    const { stdout } = await club("tournament", "weigh-sheet", "2026-01", "--boats", "2");
    const [first, second, ...more] = stdout.split("\f");
    assert.equal(
      first,
      `                                                             Weigh sheet 2026-01
Classic, Sat 21 Mar 2026 (day 1 of 2)
Lake Travis, Mansfield Dam; first cast 6:30 am, weigh-in 3:00 pm
Limit: 5 fish per boat a day. Dead fish: 0.25 lb each. A short fish is not
weighed. Late: the bag does not count. Over the limit: not taken. Fee: $50.00
per boat. Big bass pot: a bass over 5.00 lb, a member's.

Boat  Name                                       Fish  Dead  Weight     Big bass

   1  _________________________________________  ____  ____  _________  ________

   2  _________________________________________  ____  ____  _________  ________

`,
    );
    assert.match(second!, /Sun 22 Mar 2026 \(day 2 of 2\)/);
    assert.deepEqual(more, []);
    const whole = (await club("tournament", "weigh-sheet", "2026-01")).stdout;
    assert.ok(whole.split(/[\n\f]/).every((line) => line.length <= 80));
    assert.equal(whole.match(/^ {2}25 /gm)?.length, 2);
  });

  test("a terminal gets no form feed", async () => {
    const { home } = JSON.parse((await club("status", "--json")).stdout);
    const { stdout } = await sabc(["tournament", "weigh-sheet", "2026-01", "--home", home], {
      terminal: { width: 80 },
    });
    assert.doesNotMatch(stdout, /\f|\ufffd/);
    assert.match(stdout, /day 2 of 2/);
  });

  test("CSV has a row for each line of each day, to fill in", async () => {
    const { stdout } = await club("tournament", "weigh-sheet", "2026-01", "--boats", "1", "--csv");
    assert.equal(stdout, "day,boat,name,fish,dead,weight,bigBass\n2026-03-21,1,,,,,\n2026-03-22,1,,,,,\n");
  });

  test("JSON has the rules in words and the lines", async () => {
    const { stdout } = await club("tournament", "weigh-sheet", "2025-01", "--json");
    const { lines, columns, rules } = JSON.parse(stdout);
    assert.deepEqual(lines[0], { boat: null, anglers: [{ id: 1, name: "Ann Ace" }] });
    assert.deepEqual(columns, ["fish", "dead", "weight", "bigBass"]);
    assert.equal(rules[0], "Limit: 5 fish per angler a day.");
  });
});
