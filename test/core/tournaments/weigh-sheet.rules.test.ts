import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventChangesSchema, type EventChangesDocument } from "#core/seasons/event-changes.schemas.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import {
  scalesWords,
  type WeighSheetColumn,
  weighSheetColumns,
  weighSheetLines,
} from "#core/tournaments/weigh-sheet.rules.ts";
import { preset, rulesOf } from "../../support/facts.ts";

const club = (more: Partial<RulesDocument> = {}) =>
  rulesOf({ version: 1, name: "A club", ranked: "boat", limit: { fish: 5, per: "boat" }, ...more });

const ann = { id: 1, name: "Ann" };
const bob = { id: 2, name: "Bob" };
const cal = { id: 3, name: "Cal" };

describe("the lines of a weigh sheet", () => {
  const entered = [
    { boatNumber: 2, crew: [ann, bob] },
    { boatNumber: null, crew: [cal] },
  ];
  const told = (rules: Parameters<typeof weighSheetLines>[1]["rules"], boats?: number, field = entered) =>
    weighSheetLines(field, { rules, boats }).map(({ boatNumber, anglers }) =>
      [boatNumber, ...anglers.map(({ name }) => name)].join(" "),
    );

  test("a boat a line where the boat brings the bag", () => {
    assert.deepEqual(told(preset("sabc-team")), ["2 Ann Bob", " Cal"]);
  });

  test("an angler a line where each brings one", () => {
    assert.deepEqual(told(preset("sabc-individual")), ["2 Ann", "2 Bob", " Cal"]);
  });

  test("blank boats follow, by the numbers nobody has", () => {
    assert.deepEqual(told(preset("sabc-team"), 4), ["2 Ann Bob", " Cal", "1", "3"]);
    assert.deepEqual(told(preset("sabc-individual"), 3).slice(3), ["1", "1"]);
    assert.deepEqual(told(preset("sabc-team"), 1), ["2 Ann Bob", " Cal"]);
  });

  test("before anyone is entered there are 25, or as many as are asked for", () => {
    assert.equal(told(preset("sabc-team"), undefined, []).at(-1), "25");
    assert.deepEqual(told(club({ crew: 1 }), 3, []), ["1", "2", "3"]);
  });
});

describe("what is written beside a line", () => {
  const table: [string, RulesDocument["penalties"], WeighSheetColumn[]][] = [
    ["fish, dead and weights", {}, ["fish", "dead", "weight", "bigBass"]],
    ["short fish where they cost", { shortFish: 1 }, ["fish", "dead", "short", "weight", "bigBass"]],
    ["minutes where they cost", { lateMinute: 1 }, ["fish", "dead", "late", "weight", "bigBass"]],
    ["minutes where some are forgiven", { lateVoidFrom: 15 }, ["fish", "dead", "late", "weight", "bigBass"]],
    ["no minutes where any is too many", { lateVoidFrom: 1 }, ["fish", "dead", "weight", "bigBass"]],
  ];
  for (const [label, penalties, columns] of table) {
    test(label, () => assert.deepEqual(weighSheetColumns(club({ penalties })), columns));
  }
});

describe("the rules in words", () => {
  const words = (rules: RulesDocument | "sabc-team", changes: EventChangesDocument = {}) =>
    scalesWords(
      typeof rules === "string" ? preset(rules) : rulesOf(rules),
      eventChangesSchema.parse(changes),
    );

  test("of the team format", () => {
    assert.deepEqual(words("sabc-team"), [
      "Limit: 5 fish per boat a day.",
      "Dead fish: 0.25 lb each.",
      "A short fish is not weighed.",
      "Late: the bag does not count.",
      "Over the limit: not taken.",
      "Fee: $50.00 per boat.",
      "Big bass pot: a bass over 5.00 lb, a member's.",
    ]);
  });

  test("of another club, and what the event says otherwise", () => {
    const document: RulesDocument = {
      version: 1,
      name: "Another club",
      ranked: "angler",
      measure: "length",
      limit: { fish: 5, per: "angler", minimumLength: 14 },
      penalties: {
        shortFish: 1,
        lateMinute: 0.5,
        lateVoidFrom: 15,
        overLimit: 2,
        deadBigBass: false,
      },
      money: {
        fee: 10,
        per: "angler",
        pots: [
          { name: "Best", share: 10, pays: "best-boat", to: "anyone" },
          { name: "Side", optional: { fee: 5 } },
        ],
      },
    };
    assert.deepEqual(words(document, { fishLimit: 3, paper: true }), [
      "Limit: 3 fish per angler a day, 14.00 in at least.",
      "Fish are measured and released; weights come from the chart.",
      "Short fish: 1.00 in each.",
      "Late: 0.50 in a minute.",
      "From 15 minutes late the bag does not count.",
      "Over the limit: 2.00 in a fish.",
      "The big bass must be alive.",
      "Fee: $10.00 per angler.",
      "Best pot: the best boat.",
      "Side pot: a bass, a member's, of those who joined it.",
    ]);
  });

  const shorts: [string, NonNullable<RulesDocument["penalties"]>["shortFish"], string | undefined][] = [
    ["nor the largest", "not-weighed-nor-largest", "A short fish is not weighed, nor is the largest."],
    ["out", "disqualified", "A short fish disqualifies."],
    ["free", 0, undefined],
  ];
  for (const [label, shortFish, sentence] of shorts) {
    test(`a short fish: ${label}`, () => {
      const document = { version: 1, name: "A", ranked: "boat", limit: { fish: 5, per: "boat" } } as const;
      const said = words({ ...document, penalties: { shortFish, overLimit: "void" } });
      assert.equal(
        said.find((one) => one.includes("short")),
        sentence,
      );
      assert.ok(said.includes("Over the limit: the bag does not count."));
    });
  }
});
