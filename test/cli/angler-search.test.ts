import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AnglerToEnter } from "#core/results/weigh-in.service.ts";
import { indexAnglers, offerPeople } from "../../cli/angler-search.ts";

const angler = (id: number, name: string, more: Partial<AnglerToEnter> = {}): AnglerToEnter => ({
  id,
  name,
  publicName: name,
  aliases: [],
  member: true,
  ...more,
});

const index = indexAnglers([
  angler(1, "Ann Lee"),
  angler(2, "Annabel Poe"),
  angler(3, "José Núñez"),
  angler(4, "Robert Cruz", { aliases: ["Bobby"] }),
  angler(5, "Sam Ray"),
  angler(6, "Sam Ray"),
  angler(7, "Ann Ames", { member: false }),
]);

describe("what is offered for what was typed", () => {
  const cases: [string, string, string[]][] = [
    ["nothing before a letter", "", []],
    ["members before guests", "ann", ["Ann Lee", "Annabel Poe", "Ann Ames, guest", "new guest Ann"]],
    ["the very name first", "ann ames", ["Ann Ames, guest"]],
    ["words in any order", "lee an", ["Ann Lee", "new guest Lee An"]],
    ["an alias", "bobby", ["Robert Cruz, also Bobby"]],
    ["without accents", "jose nun", ["José Núñez", "new guest Jose Nun"]],
    ["a part of a word last", "bert", ["Robert Cruz, also Bobby", "new guest Bert"]],
    ["namesakes with their ids", "sam ray", ["Sam Ray (5)", "Sam Ray (6)"]],
    [
      "a slip of the finger",
      "Rpbert Cruz",
      ["Robert Cruz, also Bobby – did you mean?", "new guest Rpbert Cruz"],
    ],
    ["someone new, last", "zed pole", ["new guest Zed Pole"]],
    ["capitals as they were typed", "Zed McPole", ["new guest Zed McPole"]],
    ["no guest of one letter or an address", "zed@x.org", []],
  ];
  for (const [label, typed, offered] of cases) {
    test(label, () => {
      assert.deepEqual(
        offerPeople(typed, { index, entered: new Map() }).map(({ name }) => name),
        offered,
      );
    });
  }

  test("who is in a boat already is shown, and not to be chosen", () => {
    const [first] = offerPeople("ann lee", { index, entered: new Map([[1, "in boat 3"]]) });
    assert.deepEqual(first, {
      name: "Ann Lee",
      value: { id: 1, name: "Ann Lee", member: true },
      disabled: "(in boat 3)",
    });
  });
});
