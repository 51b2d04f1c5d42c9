import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventChangesSchema, type EventChangesDocument } from "#core/seasons/event-changes.schemas.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { doubtsAbout, doubtsAboutField } from "#core/tournaments/plausibility.rules.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, alone, bag, type BagSays, boat, buyIn, rulesOf } from "../../support/facts.ts";

const rulesWith = (more: Partial<RulesDocument> = {}) =>
  rulesOf({ version: 1, name: "A club", ranked: "angler", limit: { fish: 5, per: "angler" }, ...more });

interface Circumstances {
  rules?: Partial<RulesDocument>;
  changes?: EventChangesDocument;
  guestEvents?: number;
}

/** The codes found, those that no officer can accept marked. */
function codes(
  entry: EntryFacts,
  { rules = {}, changes = {}, guestEvents = 0 }: Circumstances = {},
): string[] {
  return doubtsAbout(entry, {
    rules: rulesWith(rules),
    changes: eventChangesSchema.parse(changes),
    guestEvents: new Map([[1, guestEvents]]),
  }).map(({ code, overridable }) => (overridable ? code : `${code}!`));
}

describe("a bag", () => {
  const table: [label: string, says: BagSays, circumstances: Circumstances, expected: string[]][] = [
    ["in order", { fish: 5, gross: "12.00", big: "4.00", dead: 1 }, {}, []],
    ["a zero", { fish: 0, gross: "0" }, {}, []],
    ["nothing known", { gross: null }, {}, []],
    ["unknown fish: checks that need them are not made", { gross: "99.00" }, {}, []],
    ["unknown weight", { fish: 5, big: "9.00" }, {}, []],
    ["more fish than the limit", { fish: 6, gross: "12.00" }, {}, ["over-limit"]],
    [
      "more than this event's limit",
      { fish: 4, gross: "12.00" },
      { changes: { fishLimit: 3 } },
      ["over-limit"],
    ],
    [
      "more, where the rules have a penalty for it",
      { fish: 6, gross: "12.00" },
      { rules: { penalties: { overLimit: 1 } } },
      [],
    ],
    ["a bass heavier than the bag", { fish: 1, gross: "4.00", big: "4.01" }, {}, ["big-bass-over-bag!"]],
    [
      "a weighed bass and a measured bag",
      { fish: 1, gross: "4.00", big: "4.01" },
      { changes: { paper: true } },
      [],
    ],
    ["over 20 lb a fish", { fish: 2, gross: "40.01" }, {}, ["bag-too-heavy"]],
    ["20 lb a fish", { fish: 2, gross: "40.00" }, {}, ["mean-too-heavy"]],
    ["12 lb a fish", { fish: 2, gross: "24.00" }, {}, []],
    ["half a pound a fish", { fish: 4, gross: "2.00" }, {}, []],
    ["less than half a pound a fish", { fish: 4, gross: "1.99" }, {}, ["mean-too-light"]],
    ["fish measured in inches", { fish: 2, gross: "45.00" }, { rules: { measure: "length" } }, []],
    ["a weight without fish", { fish: 0, gross: "2.00" }, {}, ["weight-without-fish!"]],
    ["more dead than fish", { fish: 1, dead: 2, gross: "2.00" }, {}, ["more-dead-than-fish!"]],
    ["more short than fish", { fish: 1, short: 2, gross: "2.00" }, {}, ["more-short-than-fish!"]],
    ["of nobody aboard", { anglerId: 9, fish: 1, gross: "2.00" }, {}, ["bag-of-stranger!"]],
    [
      "a catcher not aboard",
      { fish: 1, gross: "2.00", big: "2.00", caughtBy: 9 },
      {},
      ["catcher-not-aboard!"],
    ],
    ["a catcher of nothing", { fish: 1, gross: "2.00", caughtBy: 1 }, {}, ["catcher-without-bass!"]],
  ];
  for (const [label, says, circumstances, expected] of table) {
    test(label, () => assert.deepEqual(codes(alone(1, says), circumstances), expected));
  }
});

describe("a crew", () => {
  const guest = { wasMember: false };
  const limited: Circumstances["rules"] = {
    guests: { rank: "placed", eventsPerYear: 2, boatOfGuests: false },
  };
  const paid: Circumstances["rules"] = { points: { buyIn: 5 } };
  const table: [label: string, entry: EntryFacts, circumstances: Circumstances, expected: string[]][] = [
    ["a guest's second event", alone(1, null, guest), { rules: limited, guestEvents: 1 }, []],
    ["a guest's third event", alone(1, null, guest), { rules: limited, guestEvents: 2 }, ["guest-too-often"]],
    ["a member's third event", alone(1, null), { rules: limited, guestEvents: 2 }, []],
    ["the check switched off", alone(1, null, guest), { guestEvents: 20 }, []],
    [
      "two guests where rules forbid",
      boat(1, { crew: [aboard(1, guest), aboard(2, guest)] }),
      { rules: limited },
      ["boat-of-guests"],
    ],
    ["two guests where rules allow", boat(1, { crew: [aboard(1, guest), aboard(2, guest)] }), {}, []],
    ["a guest alone", alone(1, null, guest), { rules: limited }, []],
    ["a guest with a member", boat(1, { crew: [aboard(1, guest), aboard(2)] }), { rules: limited }, []],
    [
      "two where one fishes alone",
      boat(1, { crew: [aboard(1), aboard(2)] }),
      { rules: { crew: 1 } },
      ["crew-size!"],
    ],
    ["nobody aboard", boat(1, { crew: [] }), {}, ["crew-size!"]],
    ["a buy-in where none is offered", buyIn(1), {}, ["buy-in-not-offered!"]],
    ["a buy-in", buyIn(1), { rules: paid }, []],
    ["a guest's buy-in", buyIn(1, guest), { rules: paid }, ["buy-in-of-guest"]],
    [
      "a buy-in with a bag",
      { ...buyIn(1), bags: [bag({ anglerId: 1, fish: 1, gross: "2.00" })] },
      { rules: paid },
      ["buy-in-with-bag!"],
    ],
  ];
  for (const [label, entry, circumstances, expected] of table) {
    test(label, () => assert.deepEqual(codes(entry, circumstances), expected));
  }
});

describe("a field", () => {
  test("an angler twice is never accepted", () => {
    const doubts = doubtsAboutField([alone(1, null), boat(2, { crew: [aboard(2), aboard(1)] })]);
    assert.deepEqual(
      doubts.map(({ code, overridable, entryId, anglerId }) => [code, overridable, entryId, anglerId]),
      [["angler-twice", false, 2, 1]],
    );
  });

  test("a boat number twice", () => {
    const doubts = doubtsAboutField([alone(1, null), { ...alone(2, null), boatNumber: 1 }]);
    assert.deepEqual(
      doubts.map(({ code }) => code),
      ["boat-number-twice"],
    );
  });

  test("buy-ins have no boat number to share", () => {
    assert.deepEqual(doubtsAboutField([buyIn(1), buyIn(2), alone(3, null)]), []);
  });
});

test("the sentence names the numbers, in the unit of the season", () => {
  const sentenceOf = (rules: Partial<RulesDocument>) =>
    doubtsAbout(alone(1, { fish: 1, gross: "4.00", big: "4.01" }), {
      rules: rulesWith(rules),
      changes: eventChangesSchema.parse({}),
      guestEvents: new Map(),
    })[0]?.sentence;
  assert.equal(sentenceOf({}), "The big bass (4.01 lb) is heavier than the bag (4.00 lb) it was in.");
  assert.equal(
    sentenceOf({ measure: "length" }),
    "The big bass (4.01 in) is longer than the bag (4.00 in) it was in.",
  );
});
