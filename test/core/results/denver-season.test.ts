import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreTournament, type TournamentScore } from "#core/results/tournament-score.rules.ts";
import { doubtsAbout } from "#core/tournaments/plausibility.rules.ts";
import type { EntryFacts, TournamentFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, bag, boat, rulesOf, tournament } from "../../support/facts.ts";
import { missing, readRows, type Row } from "../../support/real-data.ts";
import { denver } from "../seasons/club-documents.ts";

const file = "denver-results-2025.csv";
const rows = readRows(file);
const rules = rulesOf(denver.rules);
const events = ["E1", "E2", "E3", "E4", "E5", "E6"];

const of = (event: string, segment: string) =>
  rows.filter((row) => row["event"] === event && row["segment"] === segment);
const finals = (event: string) => of(event, "final");
const idOf = (row: Row) => Number(row["angler"]!.slice(1));

/** A final row with its place and points as published; its bags are the two days' where the event had two. */
function entryOf(row: Row): EntryFacts {
  const id = idOf(row);
  const days = [of(row["event"]!, "day1"), of(row["event"]!, "day2")].map((day) =>
    day.find((one) => idOf(one) === id),
  );
  const twoDays = of(row["event"]!, "day1").length > 0;
  const bags = twoDays
    ? days.flatMap((day, at) => (day?.["weight_lb"] ? [bagOf(day, at + 1)] : []))
    : [bagOf(row, 1)];
  const published = {
    publishedPlace: Number(row["place"]),
    publishedPoints: Number(row["points_published"]) * 100,
  };
  return boat(id, { crew: [aboard(id, { wasMember: row["matched_member"] === "1", ...published })], bags });
}

const bagOf = (row: Row, day: number) =>
  bag({
    anglerId: idOf(row),
    day,
    fish: row["fish"] ? Number(row["fish"]) : null,
    gross: row["weight_lb"]!,
    ...(row["big_bass_lb"] ? { big: row["big_bass_lb"] } : {}),
  });

/** The three cash prizes of the paid places; a fourth one printed is the boat prize. */
const prizes = (event: string) =>
  finals(event)
    .slice(0, 3)
    .map((row) => Number(row["cash_usd"]));

const factsOf = (event: string): TournamentFacts =>
  tournament(finals(event).map(entryOf), { purse: prizes(event).reduce((sum, prize) => sum + prize, 0) });

const differing = (score: TournamentScore) =>
  score.anglers
    .filter(({ points, publishedPoints }) => points !== publishedPoints)
    .map(({ anglerId, points, publishedPoints }) => [anglerId, points, publishedPoints]);

describe("a real club's 2025", { skip: missing(file) }, () => {
  test("159 final rows", () => assert.equal(events.flatMap(finals).length, 159));

  for (const event of events) {
    const facts = factsOf(event);
    const score = scoreTournament(facts, rules);

    test(`${event}: every angler gets the published points`, () => assert.deepEqual(differing(score), []));

    test(`${event}: half, 30 and 20 % of the purse to the dollar are the printed prizes`, () => {
      assert.deepEqual(
        score.money?.payouts.map(({ cents }) => cents / 100),
        prizes(event),
      );
    });

    test(`${event}: nothing waits for a ruling`, () => assert.deepEqual(score.rulingsNeeded, []));
  }

  test("places differ from the published ones only among zeros, and after a place that nobody has", () => {
    const differ = events.flatMap((event) =>
      scoreTournament(factsOf(event), rules)
        .anglers.filter(({ place, publishedPlace }) => place !== publishedPlace)
        .map(({ anglerId, place, publishedPlace }) => [event, anglerId, place, publishedPlace]),
    );
    assert.deepEqual(differ, [
      ["E2", 37, 30, 31],
      ["E4", 8, 26, 27],
      ["E4", 44, 26, 28],
      ["E4", 31, 26, 29],
      ["E4", 14, 26, 30],
    ]);
  });

  test("the sum of days differs from the printed total only where the file says so itself", () => {
    const differ = ["E1", "E6"].flatMap((event) => {
      const score = scoreTournament(factsOf(event), rules);
      return finals(event)
        .map((row) => ({ row, net: score.anglers.find(({ anglerId }) => anglerId === idOf(row))!.net }))
        .filter(({ row, net }) => net !== Math.round(Number(row["weight_lb"]) * 10_000))
        .map(({ row, net }) => [event, idOf(row), net! / 10_000, Number(row["weight_lb"])]);
    });
    assert.deepEqual(differ, [["E6", 21, 6.26, 6.23]]);
  });

  test("what is not plausible is doubted", () => {
    const doubted = events.flatMap((event) =>
      factsOf(event).entries.flatMap((entry) =>
        doubtsAbout(entry, { rules, changes: factsOf(event).changes, guestEvents: new Map() }).map(
          ({ code, anglerId }) => [event, anglerId, code],
        ),
      ),
    );
    assert.deepEqual(doubted, [
      ["E1", 19, "mean-too-light"],
      ["E1", 21, "mean-too-light"],
    ]);
  });
});
