import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator, visitor } from "#core/actor.ts";
import type { DomainError, Problem } from "#core/errors.ts";
import { importResults } from "#core/results/import-results.service.ts";
import { makeAllOfficial } from "#core/results/official.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { listRulings } from "#core/results/rulings.service.ts";
import { bytes } from "../../support/hostile-files.ts";
import { counts, openImportClub, problemsOf } from "../../support/import-club.ts";
import { refused, tester } from "../../support/small-club.ts";

const { app, scheduled, imported } = await openImportClub();

const anglersOf = async (tournament: number) =>
  (await app.read(tester, (work) => getResults(work, { tournament }))).anglers.map(
    ({ angler, member, net, points, outcome }) => [angler.name, member, net, points, outcome],
  );

const individual =
  "angler,fish,weight,big_bass\nAnnie,5,15.20,5.10\nbob cruz,4,12-4,4\nDEE FOX,3,11.90,3.80\n";

describe("one tournament's results", () => {
  test("are matched by id, e-mail, name and alias, scored, and weighing has begun", async () => {
    const id = await scheduled(2025);
    const file =
      "angler,fish,weight,big_bass\nann@example.org,5,15.20,5.10\nBob Cruz,4,12-4,4\n3,3,11.90,3.80\nDEE FOX,0,0,\n";
    const done = await imported(id, file);
    assert.deepEqual(counts(done), { added: 4, changed: 0, same: 0 });
    assert.deepEqual(await anglersOf(id), [
      ["Ann Lee", true, 152_000, 10_000, "fished"],
      ["Bob Cruz", true, 122_500, 9_900, "fished"],
      ["Cal Poe", false, 119_000, 0, "fished"],
      ["Dee Fox", true, 0, 9_700, "fished"],
    ]);
    const { tournament } = await app.read(tester, (work) => getResults(work, { tournament: id }));
    assert.equal(tournament.state, "weighing");
  });

  test("of a day before the club's record begins say who counts as a guest only for that", async () => {
    const id = await scheduled(2019);
    const { unrecorded } = await imported(id, "angler,fish,weight\nBob Cruz,4,12.25\nCal Poe,3,11.90\n");
    assert.deepEqual(
      unrecorded.map(({ angler, since }) => [angler.name, since]),
      [["Bob Cruz", "2020-01-01"]],
    );
    const said = await imported(id, "angler,fish,weight,member\nBob Cruz,4,12.25,yes\n");
    assert.deepEqual([counts(said), said.unrecorded], [{ added: 0, changed: 1, same: 0 }, []]);
  });

  test("imported again change nothing and leave no record", async () => {
    const id = await scheduled(2025);
    await imported(id, individual);
    const records = () =>
      app.read(tester, (work) =>
        work.em.execute<{ count: number }[]>("select count(*)::int as count from audit_record"),
      );
    const [then] = await records();
    assert.deepEqual(counts(await imported(id, individual)), { added: 0, changed: 0, same: 3 });
    assert.deepEqual(await records(), [then]);
  });

  test("a corrected file changes what it corrects, and each change is on record", async () => {
    const id = await scheduled(2025);
    await imported(id, individual);
    const again = await imported(id, individual.replace("12-4,4", "12.75,4"));
    assert.deepEqual(counts(again), { added: 0, changed: 1, same: 2 });
    const [record] = await app.read(tester, (work) =>
      work.em.execute(
        "select verb, subject, action, before, after from audit_record order by id desc limit 1",
      ),
    );
    assert.deepEqual(record, {
      verb: "importResults",
      subject: "bag",
      action: "update",
      before: { gross: 122_500 },
      after: { gross: 127_500 },
    });
  });

  test("what a file leaves blank or out stays as it is", async () => {
    const id = await scheduled(2025);
    await imported(id, "angler,weight,fish,big_bass,dead,place\nAnnie,15.20,5,5.10,1,1\nBob Cruz,12,5,,,2\n");
    assert.deepEqual(counts(await imported(id, "angler,weight,big_bass\nAnnie,15.20,\n")), {
      added: 0,
      changed: 0,
      same: 1,
    });
    assert.deepEqual(counts(await imported(id, "angler,points\nAnnie,100\n", { column: ["place=points"] })), {
      added: 0,
      changed: 1,
      same: 0,
    });
  });

  test("a row for two makes one boat with one bag where boats are ranked", async () => {
    const id = await scheduled();
    await imported(
      id,
      "boat,angler,partner,fish,weight,lunker,dead\n1,Ann Lee,Bob Cruz,5,15.20,5.10,1\n2,Dee Fox,Cal Poe,3,9,3,\n",
    );
    const { boats } = await app.read(tester, (work) => getResults(work, { tournament: id }));
    assert.deepEqual(
      boats.map(({ place, crew, net, fish }) => [place, crew.map(({ angler }) => angler.name), net, fish]),
      [
        [1, ["Ann Lee", "Bob Cruz"], 149_500, 5],
        [2, ["Dee Fox", "Cal Poe"].toSorted(), 90_000, 3],
      ],
    );
  });
});

describe("names that nobody has", () => {
  const file = "angler,weight\nAnn Leee,1\nSam Hill,1\nZed,1\n";

  test("are told with the nearest, and never guessed", async () => {
    const id = await scheduled(2025);
    assert.deepEqual(await problemsOf(imported(id, file)), [
      {
        line: 2,
        column: "angler",
        value: "Ann Leee",
        reason:
          "Nobody is called so. Nearest: Ann Lee (1), Annie (1). Say who it is by --map, or make guests by --create-guests.",
      },
      {
        line: 3,
        column: "angler",
        value: "Sam Hill",
        reason: "2 anglers are called so: Sam Hill (5), Sam Hill (6). Say which by --map.",
      },
      {
        line: 4,
        column: "angler",
        value: "Zed",
        reason: "Nobody is called so. Say who it is by --map, or make guests by --create-guests.",
      },
    ]);
  });

  test("are settled by a map, where a blank makes a guest", async () => {
    const id = await scheduled(2025);
    const map = bytes("name;angler\nANN LEEE;ann@example.org\nSam Hill;6\nZed;\n");
    const { guests } = await imported(id, file, { map });
    assert.deepEqual(
      guests.map(({ name }) => name),
      ["Zed"],
    );
    assert.deepEqual(
      (await anglersOf(id)).map(([name]) => name),
      ["Ann Lee", "Sam Hill", "Zed"],
    );
  });

  test("a map that names nobody, or one name twice, is told by its line", async () => {
    const id = await scheduled(2025);
    const map = bytes("name,angler\nAnn Leee,nobody\nSam Hill,5\nsam hill,6\nZed,\n");
    assert.deepEqual(
      await problemsOf(imported(id, file, { map })),
      [
        { line: 4, column: "--map", value: "sam hill", reason: "The map has this name twice." },
        { line: 2, column: "--map", value: "nobody", reason: "Nobody is called so." },
      ].toSorted((one, other) => one.line - other.line),
    );
  });

  test("become guests once where that is asked for, whatever the case", async () => {
    const id = await scheduled();
    const { guests } = await imported(
      id,
      "boat,angler,partner,weight\n1,Ann Lee,New Guy,1\n2,Bob Cruz,Old Guy,2\n",
      { createGuests: true },
    );
    assert.deepEqual(
      guests.map(({ name }) => name),
      ["New Guy", "Old Guy"],
    );
    const again = await imported(await scheduled(), "boat,angler,partner,weight\n1,NEW GUY,Dee Fox,1\n", {
      createGuests: true,
    });
    assert.deepEqual(again.guests, []);
  });

  test("a number is no name for a guest", async () => {
    const id = await scheduled(2025);
    assert.deepEqual(await problemsOf(imported(id, "angler,weight\n99999,1\n", { createGuests: true })), [
      { line: 2, column: "angler", value: "99999", reason: "A guest's name must have a letter." },
    ]);
  });
});

describe("what is wrong", () => {
  test("is told of all rows at once, of whatever kind, and nothing is saved", async () => {
    const id = await scheduled(2025);
    const file =
      "angler,fish,weight,dead\nAnn Lee,5,15.20,\nBob Cruz,x,12,\nNemo,2,4,\nDee Fox,2,4,3\nAnn Lee,1,1,\nCal Poe,7,9,\n";
    const problems = await problemsOf(imported(id, file));
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [3, "fish"],
        [4, "angler"],
        [5, "dead"],
        [6, "angler"],
      ].concat([[7, "fish"]]),
    );
    assert.deepEqual(await anglersOf(id), []);
  });

  test("is hardly possible: told with its line, accepted with a reason, which is on record", async () => {
    const id = await scheduled(2025);
    const file = "angler,fish,weight\nAnn Lee,7,15.20\nBob Cruz,1,24\n";
    assert.deepEqual(await refused(imported(id, file)), [
      "invalid",
      "file-doubtful",
      "The file says 2 things that can hardly be; nothing was saved. Mend it, or accept them with --override REASON.",
    ]);
    const { accepted } = await imported(id, file, { override: "seen by the president" });
    assert.deepEqual(accepted, [
      { line: 2, column: "fish", reason: "7 fish, and a bag holds 5." },
      {
        line: 3,
        column: "weight",
        reason: "1 fish of 24.00 lb are 24.00 lb each: more than 20 lb. Check the weight and the count.",
      },
    ]);
    const [ruling] = await app.read(tester, (work) => listRulings(work, { tournament: id }));
    assert.equal(ruling?.reason, "seen by the president");
    assert.deepEqual((await imported(id, file)).accepted, []);
  });

  test("a guest's third event of the year is doubted", async () => {
    const file = "angler,fish,weight\nCal Poe,1,2\n";
    const problems: Problem[][] = [];
    for (let events = 0; events < 3; events += 1) {
      const id = await scheduled(2024);
      problems.push(
        await imported(id, file).then(
          () => [],
          (error: DomainError) => error.details?.problems ?? [],
        ),
      );
    }
    assert.deepEqual(problems, [
      [],
      [],
      [
        {
          line: 2,
          column: "angler",
          reason: "A guest may fish 2 events a year, and this would be one more; it takes membership.",
        },
      ],
    ]);
  });

  test("boats of other crews and taken numbers are told, not overwritten", async () => {
    const id = await scheduled(2026, [{ crew: ["Ann Lee", "Bob Cruz"], bags: [{ fish: 3, weight: "9" }] }]);
    assert.deepEqual(await problemsOf(imported(id, "boat,angler,partner,weight\n2,Ann Lee,Dee Fox,9\n")), [
      {
        line: 2,
        column: "angler",
        value: "Ann Lee",
        reason: "The boat is recorded with another crew. Delete it first, or give the file the same.",
      },
    ]);
    assert.deepEqual(await problemsOf(imported(id, "boat,angler,weight\n1,Dee Fox,9\n")), [
      { line: 2, column: "boat", reason: "There is already a boat 1." },
    ]);
  });

  test("an official tournament takes the same file and no other", async () => {
    const id = await scheduled(2025);
    await imported(id, individual);
    await app.write(tester, (work) =>
      makeAllOfficial(work, { tournamentIds: [id], override: { decidedBy: "Ann", reason: "a test" } }),
    );
    assert.deepEqual(counts(await imported(id, individual)), { added: 0, changed: 0, same: 3 });
    const [kind, code] = await refused(imported(id, individual.replace("15.20", "15.30")));
    assert.deepEqual([kind, code], ["conflict", "tournament-official"]);
  });

  test("only a weighmaster imports", async () => {
    const id = await scheduled(2025);
    const asked = app.write(visitor, (work) =>
      importResults(work, { tournament: id, file: bytes(individual) }),
    );
    assert.deepEqual((await refused(asked)).slice(0, 2), ["forbidden", "role-required"]);
  });

  test("a rehearsal tells the same and keeps nothing", async () => {
    const id = await scheduled(2025);
    const told = await app.rehearse(operator("tester"), (work) =>
      importResults(work, { tournament: id, file: bytes(individual) }),
    );
    assert.deepEqual(counts(told), { added: 3, changed: 0, same: 0 });
    assert.deepEqual(await anglersOf(id), []);
  });
});

test("a big bass is of one aboard", async () => {
  const id = await scheduled();
  const file = "angler,partner,weight,big_bass,caught_by\nAnn Lee,Bob Cruz,9,4,Dee Fox\n";
  assert.deepEqual(await problemsOf(imported(id, file)), [
    { line: 2, column: "caught_by", reason: "Who caught the big bass is not aboard this boat." },
  ]);
});
