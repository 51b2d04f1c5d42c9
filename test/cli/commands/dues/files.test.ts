import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command as exportCommand } from "../../../../cli/commands/dues/export.command.ts";
import { command as importCommand } from "../../../../cli/commands/dues/import.command.ts";
import { inputOf, printed, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc dues", [
  ["export all", exportCommand, [], { format: "csv" }],
  ["export a year", exportCommand, ["2026"], { year: 2026, format: "csv" }],
  ["export a year to a file", exportCommand, ["2026", "d.csv"], { year: 2026, path: "d.csv", format: "csv" }],
  ["export all to a file, as JSON", exportCommand, ["d.json", "--json"], { path: "d.json", format: "json" }],
]);

test("sabc dues import: arguments → input", async () => {
  const words = ["-", "--receipts", "--column", "name=Who", "--ignore", "Town", "--where", "Kind=a"];
  assert.deepEqual(await inputOf(importCommand, words, { stdin: "name\n" }), {
    file: Buffer.from("name\n"),
    receipts: true,
    column: ["name=Who"],
    ignore: ["Town"],
    where: ["Kind=a"],
  });
});

test("sabc dues export: two words of which the first is no year are refused", async () => {
  await assert.rejects(inputOf(exportCommand, ["d.csv", "e.csv"]), { code: "year-not-understood" });
});

const span = { coversFrom: "2026-01-01", coversTo: "2026-12-31" };
const paid = { cents: 2500, method: "cash" as const, paidOn: "2026-01-10", ...span, note: null };
const recorded = {
  id: 7,
  angler: { id: 1, name: "Ann Lee" },
  ...paid,
  voided: null,
  status: "member" as const,
  paidThrough: "2026-12-31",
  current: true,
};
const exported = { id: 7, angler: { id: 1, name: "Ann Lee" }, ...paid, voidedOn: null, voidReason: null };
const book = { payments: [exported], erased: 0, csv: "payment,id\n7,1\n", dues: [{ payment: 7 }] };

testOutputs("sabc dues", [
  [
    "import",
    importCommand.output({ recorded: [recorded], same: 2 }, {} as never),
    {
      stdout: "7\t1\tAnn Lee\t25.00\tcash\t2026-01-10\t2026-01-01\t2026-12-31\t\t\n",
      said: ["1 payment recorded, 2 in the books before."],
    },
  ],
  [
    "import of what the books have",
    importCommand.output({ recorded: [], same: 2 }, {} as never),
    { stdout: "", said: ["Nothing to do: the books have all 2 as the file says."] },
  ],
  ["export", exportCommand.output(book, {} as never), { stdout: "payment,id\n7,1\n", said: [] }],
  [
    "export to a file",
    exportCommand.output({ ...book, erased: 2 }, { path: "d.csv" } as never),
    {
      stdout: "",
      said: ["1 payment written to d.csv.", "Left out: 2 payments of people who were erased."],
    },
  ],
]);

test("exported dues are one object with --json", () => {
  const { stdout } = printed(exportCommand.output(book, {} as never), "json");
  assert.deepEqual(JSON.parse(stdout), { dues: [{ payment: 7 }] });
});

describe("sabc dues import and export on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  const path = join(home, "dues.csv");
  await club("member", "add", "Ann Lee");
  await writeFile(path, "Member,Dues,How,Date\nAnn Lee,25,cash,2026-01-10\n");

  test("what is recorded is shown, once", async () => {
    assert.match((await club("dues", "import", path, "--dry-run")).stderr, /1 payment recorded.*\nDry run/);
    assert.equal((await club("dues", "import", path)).code, 0);
    const again = await club("dues", "import", path);
    assert.equal(again.stderr, "Nothing to do: the books have all 1 as the file says.\n");
  });

  test("what is exported is read again", async () => {
    const file = join(home, "export.csv");
    assert.equal((await club("dues", "export", file)).stderr, `1 payment written to ${file}.\n`);
    const again = await club("dues", "import", file, "--json");
    assert.equal(again.stdout, `{"recorded":[],"same":1}\n`);
    assert.equal((await club("dues", "export", "1999")).stdout.split("\n").length, 2);
  });

  test("what cannot be right is refused with its line", async () => {
    await writeFile(
      join(home, "bad.csv"),
      "name,method,paid_on\nAnn Lee,gold,2026-01-10\nZed,cash,tomorrow\n",
    );
    const { code, stderr } = await club("dues", "import", join(home, "bad.csv"));
    assert.equal(code, 4);
    assert.match(
      stderr,
      /3 problems; nothing was saved[\s\S]*line 2, method: "gold"[\s\S]*line 3, paid_on: "tomorrow"/,
    );
  });
});
