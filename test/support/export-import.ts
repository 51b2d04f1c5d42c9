import assert from "node:assert/strict";
import fc from "fast-check";
import { exportResults } from "#core/results/export-results.service.ts";
import { importResults } from "#core/results/import-results.service.ts";
import { exactWeight } from "#core/weight.ts";
import { openTestApp } from "./database.ts";
import { type Boat, type Catch, holdTournament, tester } from "./small-club.ts";

const people = [
  "Ann Lee",
  "Bob Cruz",
  "Cal Poe",
  "Dee Fox",
  "Eve Hall",
  "Fay Moss",
  "=Gus",
  "Hal O'Day, Jr",
  "Ünal Ö",
  "12",
];

/** Fish of half a pound to eight each, the biggest no less than the mean; some dead. */
const oneCatch = (limit: number): fc.Arbitrary<Catch> =>
  fc
    .record({
      fish: fc.integer({ min: 0, max: limit }),
      each: fc.integer({ min: 5_000, max: 80_000 }),
      more: fc.integer({ min: 0, max: 10_000 }),
      dead: fc.integer({ min: 0, max: limit }),
      told: fc.boolean(),
    })
    .map(({ fish, each, more, dead, told }) => ({
      fish,
      weight: exactWeight(fish * each + (fish > 1 ? more : 0)),
      dead: Math.min(dead, fish),
      ...(fish > 0 && told ? { big: exactWeight(fish > 1 ? each + more : each) } : {}),
    }));

/** Boats of one or two out of a shuffled club, some of them guests, some disqualified, some without fish. */
const fields = (common: boolean): fc.Arbitrary<Boat[]> =>
  fc
    .tuple(
      fc.shuffledSubarray(people, { minLength: 2 }),
      fc.array(
        fc.record({
          two: fc.boolean(),
          guest: fc.boolean(),
          outcome: fc.constantFrom("fished" as const, "fished" as const, "disqualified" as const),
          bags: fc.tuple(oneCatch(5), oneCatch(5)),
        }),
        { minLength: people.length, maxLength: people.length },
      ),
    )
    .map(([names, boats]) => {
      const left = [...names];
      return boats.flatMap(({ two, guest, outcome, bags }): Boat[] => {
        const crew = left.splice(0, two ? 2 : 1);
        if (crew.length === 0) return [];
        const marked = crew.map((name, at) => (guest && at === 0 ? `${name}*` : name));
        return [{ crew: marked, outcome, bags: bags.slice(0, common ? 1 : crew.length) }];
      });
    });

/** A club whose random tournaments are exported, imported elsewhere, and exported again: the same file, and nothing new. */
export async function exportThenImport() {
  const app = await openTestApp();
  let day = 0;
  const held = (year: number, boats: Boat[]): Promise<number> => {
    day += 1;
    const date = new Date(Date.UTC(year, 0, 1 + (day % 360))).toISOString().slice(0, 10);
    const rules = year === 2026 ? "sabc-team" : "sabc-individual";
    return holdTournament(app, { day: date, boats, rules, state: "scheduled" });
  };
  const exported = (tournament: number) => app.read(tester, (work) => exportResults(work, { tournament }));
  const imported = (tournament: number, csv: string) =>
    app.write(tester, (work) =>
      importResults(work, { tournament, file: Buffer.from(csv), override: "random" }),
    );
  return ({ year, runs }: { year: number; runs: number }): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fields(year === 2026), async (boats) => {
        const from = await held(year, boats);
        const csv = await exported(from);
        const again = await imported(from, csv);
        assert.deepEqual([again.tournament.added, again.tournament.changed], [0, 0]);
        const to = await held(year, []);
        await imported(to, csv);
        assert.equal(await exported(to), csv);
      }),
      { numRuns: runs },
    );
}
