import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as erase } from "../../../../cli/commands/member/erase.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc member", [["erase", erase, ["Bob Cruz"], { reference: "Bob Cruz" }]]);

const erased = {
  id: 12,
  name: "Bob Cruz",
  placeholder: "Former member 12",
  on: "2026-11-23",
  gone: ["e-mail", "2 aliases"],
  left: [{ table: "news_post", id: "4", column: "body" }],
  shared: ["R. Cruz"],
  shown: false,
};

const said = [
  "Bob Cruz (12) is erased and stands as Former member 12 in results. Backups made before hold them still.",
];

testOutputs("sabc member", [
  [
    "erased, after it was shown",
    erase.output({ ...erased, shown: true }, { reference: "12" }),
    { stdout: "news post 4 (body)\n", said },
  ],
  [
    "erased",
    erase.output(erased, { reference: "12" }),
    {
      stdout:
        "What changes\nGoes: e-mail, 2 aliases.\nNames become Former member 12; results, payments and offices stay.\nR. Cruz is someone else's name too: text with it is left alone.\n\nStill named in text that people wrote; look at it\nnews post 4 (body)\n",
      said: [
        "Bob Cruz (12) is erased and stands as Former member 12 in results. Backups made before hold them still.",
      ],
    },
  ],
]);

describe("a person of a club who wants to be erased", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("member", "add", "Bob Cruz", "--email", "bob@club.example", "--from", "2024-02-01");

  test("is not by a mere yes", async () => {
    const { code, stderr } = await club("member", "erase", "Bob Cruz", "--yes");
    assert.equal(code, 2);
    assert.match(
      stderr,
      /Erase Bob Cruz \(1\) for good\? It cannot be taken back\. This is asked at a terminal only\.\n$/,
    );
  });

  test("not by another name typed", async () => {
    const room = { terminal: { width: 80 }, typed: ["Bob\r"] };
    assert.equal((await sabc(["member", "erase", "1", "--home", home], room)).code, 2);
    assert.match((await club("member", "show", "1")).stdout, /Bob Cruz/);
  });

  test("is shown what goes, types the name, and is gone", async () => {
    const dry = await club("member", "erase", "1", "--dry-run");
    assert.match(dry.stdout, /^Goes: e-mail\.\nNames become Former member 1;/);
    const room = { terminal: { width: 80 }, typed: ["Bob Cruz\r"] };
    const said = await sabc(["member", "erase", "Bob Cruz", "--home", home], room);
    assert.equal(said.code, 0, said.stderr);
    assert.equal((await club("member", "show", "Bob Cruz")).code, 3);
    assert.match((await club("member", "show", "1")).stdout, /Former member 1[\s\S]*\d{4}-\d\d-\d\d/);
    const again = await club("member", "edit", "1", "--email", "x@club.example");
    assert.equal(again.code, 5);
    assert.match(again.stderr, /^sabc: Angler 1 was erased on /);
  });
});
