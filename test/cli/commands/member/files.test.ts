import assert from "node:assert/strict";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command as exportCommand } from "../../../../cli/commands/member/export.command.ts";
import { command as importCommand } from "../../../../cli/commands/member/import.command.ts";
import { inputOf, printed, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

const nothing = { column: [], ignore: [], where: [], create: false };
const empty = new Uint8Array(Buffer.from(""));

testInputs("sabc member", [
  ["export to stdout", exportCommand, [], { template: false, format: "csv" }],
  ["export to a file", exportCommand, ["m.csv"], { path: "m.csv", template: false, format: "csv" }],
  ["export as JSON", exportCommand, ["--json"], { template: false, format: "json" }],
  ["export a template", exportCommand, ["--template"], { template: true, format: "csv" }],
]);

describe("sabc member import: arguments → input", () => {
  test("a file alone", async () => {
    const input = await inputOf(importCommand, ["-"], { stdin: "" });
    assert.deepEqual(input, { ...nothing, file: Buffer.from(empty) });
  });

  test("with everything", async () => {
    const words = ["-", "--create", "--status", "guest", "--map", "-", "--column", "name=Who"];
    const input = await inputOf(importCommand, [...words, "--ignore", "Town", "--where", "Kind=a"], {
      stdin: "name\nAnn\n",
    });
    assert.deepEqual(input, {
      file: Buffer.from("name\nAnn\n"),
      map: Buffer.from(""),
      column: ["name=Who"],
      ignore: ["Town"],
      where: ["Kind=a"],
      create: true,
      status: "guest",
    });
  });
});

const changed = {
  id: 2,
  name: "Bob Cruz",
  line: 3,
  fields: [{ field: "email" as const, before: null, after: "bob@club.example" }],
};
const added = {
  id: 7,
  name: "Ann Lee",
  line: 2,
  fields: [
    { field: "name" as const, before: null, after: "Ann Lee" },
    { field: "role" as const, before: null, after: "admin" },
  ],
};
const person = {
  id: 1,
  name: "Ann Lee",
  publicName: "Ann Lee",
  email: null,
  phone: null,
  joinedOn: null,
  aliases: [],
  statuses: [],
  roles: [],
  offices: [],
};

testOutputs("sabc member", [
  [
    "import",
    importCommand.output({ added: [added], changed: [changed], same: 4 }, {} as never),
    {
      stdout:
        "Added\n7\tAnn Lee\tname\tAnn Lee\n7\tAnn Lee\trole\tadmin\n\nChanged\n2\tBob Cruz\te-mail\t\tbob@club.example\n",
      said: ["1 added, 1 changed, 4 as they were.", "Roles given: Ann Lee admin."],
    },
  ],
  [
    "import of what is known",
    importCommand.output({ added: [], changed: [], same: 4 }, {} as never),
    { stdout: "", said: ["Nothing to do: the club knows all 4 as the file says."] },
  ],
  [
    "export",
    exportCommand.output({ members: [person], csv: "id,name\n1,Ann Lee\n" }, {} as never),
    { stdout: "id,name\n1,Ann Lee\n", said: [] },
  ],
  [
    "export to a file",
    exportCommand.output({ members: [person], csv: "" }, { path: "m.csv" } as never),
    { stdout: "", said: ["1 person written to m.csv."] },
  ],
]);

test("exported people are one object with --json, and the file itself with --csv", () => {
  const output = exportCommand.output({ members: [person], csv: "id,name\n" }, {} as never);
  assert.deepEqual(JSON.parse(printed(output, "json").stdout), { members: [person] });
  assert.equal(printed(output, "csv").stdout, "id,name\n");
});

describe("sabc member import and export on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  const path = join(home, "people.csv");
  await writeFile(path, "Full name;E-mail;Status\nAnn Lee;ann@club.example;member\nBob Cruz;;guest\n");

  test("strangers are told with what to do, shown by --dry-run, and added once", async () => {
    const refused = await club("member", "import", path);
    assert.equal(refused.code, 4);
    assert.match(refused.stderr, /2 problems[\s\S]*\n {2}line 3, Full name: "Bob Cruz": Nobody is called so/);
    const tried = await club("member", "import", path, "--create", "--dry-run");
    assert.match(tried.stderr, /^2 added, 0 changed, 0 as they were\.\nDry run: nothing was changed\.\n$/);
    assert.equal((await club("member", "import", path, "--create")).code, 0);
    const again = await club("member", "import", path, "--create");
    assert.equal(again.stderr, "Nothing to do: the club knows all 2 as the file says.\n");
  });

  test("what is exported to a file is its owner's alone, is not written over, and is read again", async () => {
    const file = join(home, "export.json");
    assert.equal((await club("member", "export", file, "--json")).stdout, `{"file":"${file}","members":2}\n`);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal((await club("member", "export", file)).code, 5);
    const again = await sabc(["member", "import", "-", "--home", home], {
      typed: (await readFile(file, "utf8")).split("\n"),
    });
    assert.equal(again.stderr, "Nothing to do: the club knows all 2 as the file says.\n");
    const unwritable = await club("member", "export", join(home, "no", "such", "folder"));
    assert.equal(unwritable.code, 4);
  });

  test("a template is the names of the columns", async () => {
    const { stdout } = await club("member", "export", "--template");
    assert.equal(
      stdout,
      "id,name,public_name,email,phone,joined_on,status,from,earlier,aliases,roles,offices\n",
    );
  });
});
