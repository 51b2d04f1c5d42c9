import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Terminal } from "../support/pseudo-terminal.ts";
import {
  atLine,
  begin,
  bookOf,
  everyone,
  lineClub,
  openLine,
  run,
  stepsOf,
  type Typed,
  typeBoat,
} from "../support/weigh-in-line.ts";

const count = 20;

/** Twenty boats of forty anglers, one of them alone, one with a dead fish, one without a catch. */
function fleet(format: "team" | "individual"): Typed[] {
  return Array.from({ length: count }, (_, at) => {
    const solo = at === 4;
    const crew = solo ? [everyone[at]!] : [everyone[at]!, everyone[at + count]!];
    const bag = (more: number): Typed["bags"][number] =>
      at === 9 ? [0, 0, "", ""] : [5, at === 2 ? 1 : 0, `${8 + more}.${String(at + 10)}`, `4.${10 + at}`];
    return { boat: at + 1, crew, bags: format === "team" || solo ? [bag(0)] : [bag(0), bag(1)] };
  });
}

for (const format of ["team", "individual"] as const) {
  describe(`a tournament of ${count} boats, ${format} format`, () => {
    const boats = fleet(format);

    test("typed without a stop", async () => {
      const home = await lineClub(`sabc-${format}`);
      const terminal = openLine(home);
      await begin(terminal);
      for (const boat of boats) {
        assert.match(
          await typeBoat(terminal, boat),
          new RegExp(`^Boat ${boat.boat}: ${boat.crew[0] as string}`),
        );
        await atLine(terminal);
      }
      terminal.answer("q");
      assert.equal(await terminal.exit, 0);
      assert.match(await run(home, "database", "rebuild", "--json"), /"differed":0/);
    });

    test(
      "killed with -9 at every boat, once in the middle and once as it is saved",
      { timeout: 600_000 },
      async () => {
        const home = await lineClub(`sabc-${format}`);
        let terminal = openLine(home);
        await begin(terminal);
        let stored = 0;
        for (const [at, boat] of boats.entries()) {
          // Somewhere in the middle: nothing of the boat is kept.
          await typeBoat(terminal, boat, { until: 2 + (at % (stepsOf(boat).length - 3)) });
          terminal = await killedAndBack(terminal, home);
          assert.equal((await boatsOf(home)).length, stored, `boat ${boat.boat} in the middle`);
          // After the last answer, at a moment of its own: all of it or nothing.
          await typeBoat(terminal, boat, { until: stepsOf(boat).length });
          await new Promise((resolve) => setTimeout(resolve, at * 4));
          terminal = await killedAndBack(terminal, home);
          const after = await boatsOf(home);
          assert.ok(
            after.length === stored || after.length === stored + 1,
            `boat ${boat.boat} as it is saved`,
          );
          if (after.length === stored) {
            await typeBoat(terminal, boat);
            await atLine(terminal);
          }
          stored += 1;
        }
        terminal.kill();
        await whole(home, { boats, format });
      },
    );

    test(
      "by two officers at once, who both take the number they are offered",
      { timeout: 600_000 },
      async () => {
        const home = await lineClub(`sabc-${format}`);
        const first = openLine(home);
        await begin(first);
        const second = openLine(home);
        await atLine(second);
        const halves = [boats.filter((_, at) => at % 2 === 0), boats.filter((_, at) => at % 2 === 1)];
        await Promise.all([first, second].map((terminal, at) => takeOffered(terminal, halves[at]!)));
        await whole(home, { boats, format });
      },
    );
  });
}

/** Types boats under whatever number is offered, and takes the next one where it is gone by then. */
async function takeOffered(terminal: Terminal, boats: Typed[]): Promise<void> {
  terminal.whenever(/! Boat \d+ is in already[^]*?\? Boat \(\d+\)/, "");
  for (const boat of boats) {
    terminal.answer("");
    for (const step of stepsOf(boat).slice(1)) await step(terminal);
    await terminal.shows(/Saved\. Boat \d+: .*\n/);
    await atLine(terminal);
  }
}

async function killedAndBack(terminal: Terminal, home: string): Promise<Terminal> {
  terminal.kill();
  await terminal.exit;
  const again = openLine(home);
  await atLine(again);
  return again;
}

async function boatsOf(home: string): Promise<string[]> {
  return [...new Set((await bookOf(home)).map((row) => row.split(",")[0]!))];
}

/** Every boat once, with its crew and its bags, numbers without a gap, and results as the rules say. */
async function whole(home: string, { boats, format }: { boats: Typed[]; format: string }): Promise<void> {
  const rows = await bookOf(home);
  const numbers = (await boatsOf(home)).map(Number).toSorted((one, other) => one - other);
  assert.deepEqual(
    numbers,
    boats.map((_, at) => at + 1),
  );
  const names = boats.flatMap(({ crew }) => crew as string[]).toSorted();
  const stored = rows.flatMap((row) => row.split(",").filter((cell) => everyone.includes(cell)));
  assert.deepEqual(stored.toSorted(), names);
  assert.equal(rows.length, format === "team" ? boats.length : names.length);
  assert.match(await run(home, "database", "rebuild", "--json"), /"differed":0/);
}
