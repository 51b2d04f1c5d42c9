import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openScreen, type Terminal } from "../support/pseudo-terminal.ts";
import {
  atLine,
  begin,
  bookOf,
  choosing,
  lineClub,
  lineInside,
  openLine,
  run,
  stepsOf,
  type Typed,
  typeBoat,
} from "../support/weigh-in-line.ts";

const boats: [Typed, Typed, Typed] = [
  { boat: 7, crew: ["Ann Lee", "Bob Cruz"], bags: [[5, 1, "15.20", "5.10"]] },
  { boat: 1, crew: ["Cy Poe"], bags: [[5, 0, "16-8", "0"]] },
  { boat: 2, crew: ["Dee Ray", "Eve Lee"], bags: [[0, 0, "", ""]] },
];

/** Waits for a question and answers it. */
async function answers(terminal: Terminal, ...pairs: [RegExp, string][]): Promise<void> {
  for (const [question, text] of pairs) {
    await terminal.shows(question);
    terminal.answer(text);
  }
}

describe("the weigh-in line, typed at a terminal", { concurrency: 2 }, () => {
  test("takes what happens there: a catch, a solo, a zero, a new guest, a doubt, a mistake", async () => {
    const home = await lineClub("sabc-team");
    const terminal = lineInside(home);
    await begin(terminal);
    assert.deepEqual(
      [await typeBoat(terminal, boats[0]), await atLine(terminal)],
      ["Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10 by Ann Lee", 1],
    );
    assert.equal(await typeBoat(terminal, boats[1]), "Boat 1: Cy Poe alone, 5 fish, 16.50 lb");
    await terminal.shows(/1 +1 +Cy Poe +5 +16\.50/);
    await terminal.shows(/2 +7 +Ann Lee \+ Bob Cruz +5 +14\.95 +5\.10/);
    await atLine(terminal);
    assert.equal(await typeBoat(terminal, boats[2]), "Boat 2: Dee Ray + Eve Lee, no fish");
    assert.equal(await atLine(terminal), 3);

    // The fee of the boat that was just weighed, and nothing twice.
    for (const outcome of [/Took \$50\.00 \(cash\) for boat 2[^]*Nothing is open\./, /! [^\n]*(paid|open)/]) {
      terminal.answer("p");
      await answers(terminal, [/Whose fee[^]*\(2\)/, ""], [/Paid by/, ""]);
      await terminal.shows(outcome);
      await atLine(terminal);
    }

    // Who is in a boat already is shown and not chosen; a slip of the finger is no new guest.
    terminal.answer("3");
    await terminal.shows(/First angler/);
    terminal.type("Cy Po");
    await terminal.shows(/- Cy Poe \(in boat 1\)/);
    terminal.type("\u007f".repeat(5));
    await choosing(/First angler/, { typed: "Guss Cruz", chosen: /❯ Gus Cruz – did you mean\?/ })(terminal);
    await choosing(/Second angler/, { typed: "zed pole", chosen: /❯ new guest Zed Pole/ })(terminal);
    // What cannot be is asked again, field by field; what is hardly right takes a reason.
    await answers(
      terminal,
      [/Fish \(at most 5\)/, "6"],
      [/Dead/, "7"],
      [/Gross weight/, "heavy"],
      [/is not understood/, "\u007f".repeat(5) + "9.00"],
      [/Biggest fish/, "9.50"],
      [/Who caught it/, "0"],
      [/! 7 dead of 6 fish cannot be\.[^]*Dead/, "1"],
      [/Biggest fish/, "4"],
    );
    await terminal.shows(/\? 6 fish, and a bag holds 5\./);
    terminal.type("\u001b[B");
    await terminal.shows(/❯ it is so/);
    await answers(terminal, [/./, ""], [/Why/, "a club record"], [/Who says so/, "Ann Lee"]);
    await terminal.shows(
      /Saved\. Boat 3: Gus Cruz \+ Zed Pole \(guest\), 6 fish, 1 dead, 9\.00 − 0\.25 = 8\.75 lb, big 4\.00/,
    );
    await terminal.shows(/Zed Pole is a guest of the club now/);

    // Undone, and entered anew; edited.
    await atLine(terminal);
    terminal.answer("u");
    await terminal.shows(/Undone\. Boat 3[^]*Zed Pole is no guest of the club any more/);
    assert.equal(await atLine(terminal), 3);
    const anew: Typed = {
      boat: 3,
      crew: ["Gus Cruz", { typed: "zed poe", chosen: /❯ new guest Zed Poe/ }],
      bags: [[5, 1, "9", "4"]],
    };
    assert.equal(
      await typeBoat(terminal, anew),
      "Boat 3: Gus Cruz + Zed Poe (guest), 5 fish, 1 dead, 9.00 − 0.25 = 8.75 lb, big 4.00",
    );
    await atLine(terminal);
    terminal.answer("e");
    await answers(terminal, [/Which boat \(3\)/, "1"]);
    await terminal.shows(/❯ it is right/);
    terminal.type("\u001b[B".repeat(6));
    await answers(terminal, [/❯ Gross weight: 16\.50/, ""], [/Gross weight \(16\.50\)/, "14.80"]);
    await answers(terminal, [/❯ it is right/, ""]);
    await terminal.shows(/Saved\. Boat 1: Cy Poe alone, 5 fish, 14\.80 lb/);
    await atLine(terminal);
    terminal.answer("q");
    assert.equal(await terminal.exit, 0);
    const screen = terminal.screen();
    assert.match(
      screen,
      /Nothing is missing of January\.\nWhen all have weighed: sabc tournament provisional 1\n/,
    );
    assert.match(screen, /To make it official: sabc tournament official 1\n/);
    assert.deepEqual(
      (await bookOf(home)).map((row) => row.split(",").slice(0, 8).join()),
      [
        "1,Cy Poe,,yes,5,,14.80,",
        "2,Dee Ray,Eve Lee,yes,0,,0.00,",
        "3,Gus Cruz,,yes,5,1,9.00,4.00",
        "3,Zed Poe,,no,,,,",
        "7,Ann Lee,Bob Cruz,yes,5,1,15.20,5.10",
      ],
    );
    assert.match(await run(home, "database", "rebuild", "--json"), /"differed":0/);
  });

  test("at a real one is left in the middle of a boat by kill -9 and goes on with nothing lost or doubled", async () => {
    const home = await lineClub("sabc-team");
    const first = openLine(home);
    await begin(first);
    await typeBoat(first, boats[0]);
    await atLine(first);
    await typeBoat(first, boats[1], { until: stepsOf(boats[1]).length - 1 });
    first.kill();
    await first.exit;
    const second = openLine(home);
    await second.shows(/1 in the book, the last ones:\n +Boat 7: Ann Lee \+ Bob Cruz/);
    await atLine(second);
    await typeBoat(second, boats[1]);
    second.kill();
    await second.exit;
    assert.deepEqual(
      (await bookOf(home)).map((row) => row.split(",").slice(0, 3)),
      [
        ["1", "Cy Poe", ""],
        ["7", "Ann Lee", "Bob Cruz"],
      ],
    );
  });

  test("is followed by two officers at once, who hear of each other's boats", async () => {
    const home = await lineClub("sabc-team");
    const one = lineInside(home);
    await begin(one);
    const other = lineInside(home);
    await atLine(other);
    const [mine, theirs]: [Typed, Typed] = [
      { boat: 1, crew: ["Ann Lee", "Bob Cruz"], bags: [[5, 0, "12.00", "0"]] },
      { boat: 1, crew: ["Cy Poe", "Dee Ray"], bags: [[4, 0, "9.00", "0"]] },
    ];
    other.answer("1");
    for (const step of stepsOf(theirs).slice(1, -1)) await step(other);
    await typeBoat(one, mine);
    await answers(other, [/Biggest fish/, "0"], [/! Boat 1 is in already: Ann Lee \+ Bob Cruz\./, "0"]);
    await other.shows(/Type the boat's number, such as 7\./);
    other.answer("\u{15}2");
    await other.shows(/Saved\. Boat 2: Cy Poe \+ Dee Ray, 4 fish, 9\.00 lb/);
    // What the other entered is not undone without a word.
    await atLine(one);
    one.answer("u");
    await one.shows(/Undone\. Boat 1/);
    await atLine(one);
    one.answer("u");
    await one.shows(/Boat 2: Cy Poe[^]*It was not entered in this sitting\. Take it back\?/);
    one.answer("");
    await atLine(one);
    assert.deepEqual((await bookOf(home)).length, 1);
  });

  test("asks each angler where each brings a bag, and who buys in or stays at home", async () => {
    const home = await lineClub("sabc-individual");
    const terminal = lineInside(home);
    await begin(terminal);
    const boat: Typed = {
      boat: 1,
      crew: ["Ann Lee", "Bob Cruz"],
      bags: [
        [4, 0, "8.10", "3.20"],
        [3, 1, "5-7", "2.90"],
      ],
    };
    assert.equal(
      await typeBoat(terminal, boat),
      "Boat 1: Ann Lee, 4 fish, 8.10 lb, big 3.20; Bob Cruz, 3 fish, 1 dead, 5.44 − 0.25 = 5.19 lb, big 2.90",
    );
    await atLine(terminal);
    terminal.answer("b");
    await choosing(/Who buys in/, "Cy Poe")(terminal);
    await terminal.shows(/Saved\. Buy-in: Cy Poe/);
    await atLine(terminal);
    terminal.answer("d");
    await answers(terminal, [/Which boat did not fish/, "9"]);
    await choosing(/First angler/, "Dee Ray")(terminal);
    await choosing(/Second angler/, { typed: "solo", chosen: /❯ solo/ })(terminal);
    await answers(terminal, [/Why/, "engine"]);
    await terminal.shows(/Saved\. Boat 9: Dee Ray alone, did not fish/);
    await atLine(terminal);
    terminal.answer("x");
    await answers(
      terminal,
      [/Which boat/, "1"],
      [/❯ Ann Lee/, ""],
      [/Why/, "late"],
      [/Who decided/, "the officers"],
    );
    await terminal.shows(/Recorded: Ann Lee disqualified, decided by the officers\./);
    // A boat is given up without a trace.
    await atLine(terminal);
    terminal.answer("2");
    await choosing(/First angler/, "Eve Lee")(terminal);
    await choosing(/Second angler/, "Fay Lee")(terminal);
    await answers(terminal, [/Eve Lee: Fish/, "<"]);
    await terminal.shows(/Given up; nothing of it was saved/);
    await atLine(terminal);
    terminal.type("\u0003");
    assert.equal(await terminal.exit, 2);
    assert.deepEqual((await bookOf(home)).length, 4);
  });

  test("weighs a boat again on the second day, without asking who is aboard", async () => {
    const home = await lineClub("sabc-team");
    await run(home, "tournament", "add", "Classic", "2026-02-21", "--last-day", "2026-02-22");
    const terminal = openScreen(["results", "enter", "2026-02"], { home });
    await terminal.shows(/Open the scales now\?/);
    terminal.answer("");
    await terminal.shows(/Which day is weighed[^]*day 1/);
    terminal.type("\u001b[A");
    await terminal.shows(/❯ day 1/);
    terminal.answer("");
    await atLine(terminal);
    await typeBoat(terminal, boats[0]);
    await atLine(terminal);
    terminal.answer("q");
    assert.equal(await terminal.exit, 0);
    const second = openScreen(["results", "enter", "2026-02", "--day", "2"], { home });
    assert.equal(await atLine(second), 7);
    second.answer("");
    await second.shows(/Boat 7: Ann Lee \+ Bob Cruz\./);
    await answers(second, [/Fish/, "3"], [/Dead/, "0"], [/Gross weight/, "8-2"], [/Biggest fish/, "0"]);
    await second.shows(/Saved\. Boat 7: Ann Lee \+ Bob Cruz, day 1: .*; day 2: 3 fish, 8\.13 lb/);
    assert.equal(await atLine(second), 1);
    second.answer("q");
    assert.equal(await second.exit, 0);
  });
});
