import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as add } from "../../../../cli/commands/lake/add.command.ts";
import { command as edit } from "../../../../cli/commands/lake/edit.command.ts";
import { command as importLakes } from "../../../../cli/commands/lake/import.command.ts";
import { command as list } from "../../../../cli/commands/lake/list.command.ts";
import { command as retire } from "../../../../cli/commands/lake/retire.command.ts";
import { inputOf, printed } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

describe("sabc lake: arguments → input", () => {
  const cases: [string, () => Promise<unknown>, unknown][] = [
    ["list", () => inputOf(list, []), {}],
    ["list with the retired", () => inputOf(list, ["--retired"]), { retired: "included" }],
    ["add by name", () => inputOf(add, ["Lake Travis"]), { name: "Lake Travis" }],
    [
      "add with its place",
      () => inputOf(add, ["Canyon Lake", "--key", "canyon", "--latitude", "29.87", "--longitude", "-98.23"]),
      { name: "Canyon Lake", key: "canyon", latitude: 29.87, longitude: -98.23 },
    ],
    [
      "edit",
      () => inputOf(edit, ["travis", "--name", "Lake Travis", "--latitude", "30.4", "--longitude", "-97.9"]),
      { lake: "travis", name: "Lake Travis", latitude: 30.4, longitude: -97.9 },
    ],
    ["retire", () => inputOf(retire, ["travis"]), { lake: "travis", undo: false }],
    ["offer again", () => inputOf(retire, ["travis", "--undo"]), { lake: "travis", undo: true }],
    ["import what comes with sabc", () => inputOf(importLakes, []), null],
  ];
  for (const [label, input, expected] of cases) {
    test(label, async () => assert.deepEqual(await input(), expected));
  }

  test("degrees that are none are refused by name", async () => {
    await assert.rejects(inputOf(add, ["Lake", "--latitude", "north"]), {
      code: "degrees-not-understood",
      message: 'The latitude "north" is not a number of degrees such as 30.39 or -97.86.',
    });
  });

  test("a file that is no JSON is refused", async () => {
    await assert.rejects(inputOf(importLakes, ["-"], { stdin: "lakes:" }), { code: "json-not-understood" });
    await assert.rejects(inputOf(importLakes, ["/nonexistent.json"]), { code: "file-not-found" });
  });
});

describe("sabc lake: outcome → output", () => {
  const travis = {
    id: 1,
    key: "travis",
    name: "Lake Travis",
    latitude: 30.39,
    longitude: null,
    retired: false,
    ramps: [],
  };
  const cases: [string, ReturnType<typeof printed>, ReturnType<typeof printed>][] = [
    [
      "list",
      printed(list.output([travis], {})),
      { stdout: "travis\tLake Travis\t0\t30.39\t\tno\n", said: [], exitCode: 0 },
    ],
    [
      "list as JSON",
      printed(list.output([travis], {}), "json"),
      { stdout: `${JSON.stringify({ lakes: [travis] })}\n`, said: [], exitCode: 0 },
    ],
    [
      "add",
      printed(add.output(travis, { name: "Lake Travis" })),
      { stdout: "", said: ["Added Lake Travis (travis)."], exitCode: 0 },
    ],
    [
      "edit",
      printed(edit.output(travis, {} as never)),
      { stdout: "", said: ["Changed Lake Travis (travis)."], exitCode: 0 },
    ],
    [
      "retire",
      printed(retire.output({ ...travis, retired: true }, {} as never)),
      { stdout: "", said: ["Lake Travis is no longer offered."], exitCode: 0 },
    ],
    [
      "offer again",
      printed(retire.output(travis, {} as never)),
      { stdout: "", said: ["Lake Travis is offered."], exitCode: 0 },
    ],
    [
      "import",
      printed(importLakes.output({ added: ["Lake Travis"], changed: [], same: 3 }, null)),
      { stdout: "added\tLake Travis\n", said: ["1 added, 0 changed, 3 as they were."], exitCode: 0 },
    ],
    [
      "import of what is there",
      printed(importLakes.output({ added: [], changed: [], same: 4 }, null)),
      { stdout: "", said: ["0 added, 0 changed, 4 as they were."], exitCode: 0 },
    ],
  ];
  for (const [label, said, expected] of cases) test(label, () => assert.deepEqual(said, expected));
});

describe("sabc lake and sabc ramp on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);

  test("a dry run of the import tells all and changes nothing", async () => {
    const dry = await club("lake", "import", "--dry-run", "--json");
    const { dryRun, added }: { dryRun: boolean; added: string[] } = JSON.parse(dry.stdout);
    assert.deepEqual(
      { code: dry.code, dryRun, some: added.includes("Lake Travis") },
      { code: 0, dryRun: true, some: true },
    );
    assert.match(dry.stderr, /Dry run: nothing was changed\.\n$/);
    assert.deepEqual(await club("lake", "list"), { code: 0, stdout: "", stderr: "" });
  });

  test("the import is whole, and again it changes nothing", async () => {
    const { added }: { added: string[] } = JSON.parse((await club("lake", "import", "--json")).stdout);
    assert.equal(added.length, 60);
    const again: { added: string[]; same: number } = JSON.parse(
      (await club("lake", "import", "--json")).stdout,
    );
    assert.deepEqual({ added: again.added, same: again.same }, { added: [], same: 60 });
  });

  test("a lake and a ramp are added, and are there", async () => {
    assert.equal(
      (await club("lake", "add", "Lake Nowhere", "--key", "nowhere")).stderr,
      "Added Lake Nowhere (nowhere).\n",
    );
    assert.equal(
      (await club("ramp", "add", "nowhere", "The Ramp")).stderr,
      "Added The Ramp at Lake Nowhere.\n",
    );
    assert.equal((await club("ramp", "list", "Lake Nowhere")).stdout, "nowhere\tThe Ramp\t\t\tno\n");
  });

  test("a name that is taken is a conflict", async () => {
    const { code, stderr } = await club("lake", "add", "Lake Nowhere", "--json");
    assert.deepEqual({ code, kind: JSON.parse(stderr).error.kind }, { code: 5, kind: "conflict" });
  });

  test("a lake mistyped lists the nearest", async () => {
    const { code, stderr } = await club("ramp", "list", "travs");
    assert.equal(code, 3);
    assert.match(stderr, /\nDid you mean:\n {2}Lake Travis\n/);
  });
});
