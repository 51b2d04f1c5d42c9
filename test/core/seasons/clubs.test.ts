import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import { placeValue } from "#core/seasons/place-value.rules.ts";
import { checkRules, writeRules } from "#core/seasons/rules.schemas.ts";
import { standings } from "#core/standings/standings.rules.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { alone, rulesOf, team, tournament } from "../../support/facts.ts";
import { missing, readText } from "../../support/real-data.ts";
import { clubs, eliteSeasons } from "./club-documents.ts";

const file = "club-rules.json";

interface PublishedPlace {
  type: "linear" | "table" | "beat_count";
  first?: number;
  first_by_season?: Record<string, number>;
  step?: number;
  floor?: number;
  points?: number[];
  then_step?: number;
  then_flat?: number;
}

interface PublishedClub {
  id: string;
  place?: PublishedPlace | null;
  no_fish?: { type: string; points?: number; delta?: number };
  drops?: { best?: number; drop?: number } | null;
}

const document = (id: string) => rulesOf(clubs.find((club) => club.id === id)!.rules);

describe("every real club's document", () => {
  for (const { id, rules } of [...clubs, ...Object.values(eliteSeasons)]) {
    test(`${id} (${rules.name}) reads, and writes back to the same rules`, () => {
      const read = rulesOf(rules);
      assert.deepEqual(checkRules(writeRules(read)), { rules: read });
    });
  }

  test("what no document can say", () => {
    const unsupported = Object.fromEntries(
      clubs.filter((club) => club.unsupported.length > 0).map((club) => [club.id, club.unsupported]),
    );
    assert.deepEqual(unsupported, {
      "bass-elite-2022": ["ties.season: weight of the full-field days only (total weight stands in for it)"],
      "bass-elite-2023-25": [
        "ties.season: weight of the full-field days only (total weight stands in for it)",
      ],
      "topwater-bassers": [
        "awards: lunker largemouth and lunker smallmouth (a fish's species is not recorded)",
      ],
      "delta-customs": [
        "place: what places after the twelfth are worth (the published table is cut off there)",
      ],
    });
  });
});

describe("as published", { skip: missing(file) }, () => {
  const published = (missing(file) ? [] : JSON.parse(readText(file)).clubs) as PublishedClub[];

  test("every club has a document", () => {
    assert.deepEqual(
      clubs.map(({ id }) => id),
      published.map(({ id }) => id),
    );
  });

  test("twelve of fifteen state place points", () => {
    assert.equal(published.filter(({ place }) => place).length, 12);
  });

  for (const club of published.filter(({ place }) => place && place.type !== "beat_count")) {
    test(`${club.id}: the value of every place`, () => {
      const last = club.id === "delta-customs" ? 12 : 60;
      const values = document(club.id).points!.place;
      for (let nth = 1; nth <= last; nth += 1) {
        assert.equal(
          placeValue(values, { nth, field: last }),
          publishedValue(club.place!, nth) * 100,
          `place ${nth}`,
        );
      }
    });
  }

  for (const club of published.filter(({ no_fish }) => no_fish)) {
    test(`${club.id}: no fish`, () => {
      const { ranked } = document(club.id);
      const says = (fish: number) => ({ fish, gross: fish ? `${fish}.00` : "0" });
      const entry = (id: number, fish: number): EntryFacts =>
        ranked === "angler" ? alone(id, says(fish)) : team(id, says(fish));
      const score = scoreTournament(
        tournament([entry(1, 5), entry(2, 4), entry(3, 3), entry(4, 0)]),
        document(club.id),
      );
      const zero = (ranked === "angler" ? score.anglers : score.boats).at(-1)!;
      const bonus = zero.parts
        .filter(({ rule }) => rule.startsWith("points.bonus"))
        .reduce((sum, part) => sum + part.points, 0);
      assert.equal((zero.points! - bonus) / 100, publishedNoFish(club, { lastWithFish: 3, lastPlace: 4 }));
    });
  }

  for (const club of published.filter(({ drops }) => drops?.best ?? drops?.drop)) {
    test(`${club.id}: what counts`, () => {
      const { best, drop } = club.drops!;
      assert.deepEqual(document(club.id).season.keep, best === undefined ? { drop } : { best });
    });
  }
});

function publishedValue(place: PublishedPlace, nth: number): number {
  const step = place.step ?? place.then_step ?? 0;
  if (place.points) {
    if (nth <= place.points.length) return place.points[nth - 1]!;
    return place.then_flat ?? Math.max(0, place.points.at(-1)! - (nth - place.points.length) * step);
  }
  const first = place.first ?? place.first_by_season!["2023"]!;
  return Math.max(place.floor ?? 0, first - (nth - 1) * step);
}

function publishedNoFish(
  club: PublishedClub,
  { lastWithFish, lastPlace }: { lastWithFish: number; lastPlace: number },
) {
  const { type, points, delta } = club.no_fish!;
  if (type === "fixed") return points;
  if (type === "relative_last_with_fish") return publishedValue(club.place!, lastWithFish) + delta!;
  return type === "last_place_points" ? publishedValue(club.place!, lastPlace) : 0;
}

describe("published worked examples", () => {
  const weights = (count: number, from = 20) =>
    Array.from({ length: count }, (_, at) => alone(at + 1, { fish: 3, gross: `${from - at}.00` }));
  const zeros = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => alone(from + at, { fish: 0, gross: "0" }));
  const pointsOf = (id: string, entries: EntryFacts[]) => {
    const score = scoreTournament(tournament(entries), document(id));
    const ranked = document(id).ranked === "angler" ? score.anglers : score.boats;
    return new Map(ranked.map(({ entryId, points }) => [entryId, points! / 100]));
  };

  test("Cast-A-Way: first with 5.67 lb earns 55", () => {
    assert.equal(pointsOf("castaway", [alone(1, { fish: 3, gross: "5.67" })]).get(1), 55);
  });

  test("Cast-A-Way: fifth of five who weighed, with -0.01 lb, earns 46", () => {
    const entries = [...weights(4), alone(5, { fish: 1, dead: 1, gross: "0.49" }), ...zeros(2, 6)];
    assert.equal(pointsOf("castaway", entries).get(5), 46);
  });

  test("Elite Bass Club: first and last of ten earn 50 and 5", () => {
    const points = pointsOf("elite-bass-club", weights(10));
    assert.deepEqual([points.get(1), points.get(10)], [50, 5]);
  });

  test("Elite Bass Club: only those strictly beaten count", () => {
    const points = pointsOf("elite-bass-club", [
      alone(1, { fish: 1, gross: "3.00" }),
      alone(2, { fish: 1, gross: "2.00" }),
      alone(3, { fish: 1, gross: "2.00" }),
    ]);
    assert.deepEqual([...points.values()], [15, 5, 5]);
  });

  test("Topwater: no fish in a field of seven earns 10", () => {
    assert.equal(pointsOf("topwater-bassers", [...weights(4), ...zeros(3, 5)]).get(7), 10);
  });

  test("New England: third with big fish, 3 fish, 27 teams earns 215", () => {
    const crews = Array.from({ length: 27 }, (_, at) =>
      team(at + 1, { fish: 3, gross: `${40 - at}.00`, big: at === 2 ? "8.00" : "4.00" }),
    );
    assert.equal(pointsOf("newc", crews).get(3), 215);
  });

  test("Cyclone: a buy-in earns 5 less than last place", () => {
    const paid = { ...team(9, null), kind: "buy-in" as const };
    const points = pointsOf("cyclone", [
      team(1, { fish: 2, gross: "5.00" }),
      team(2, { fish: 0, gross: "0" }),
      paid,
    ]);
    assert.deepEqual([points.get(1), points.get(2), points.get(9)], [60, 59, 54]);
  });

  test("Denver: the best four of 100, 96, 86, 98 and 81 are 380", () => {
    const results = [100, 96, 86, 98, 81].map((points, at) => ({
      tournamentId: at + 1,
      who: [1],
      member: true,
      outcome: "fished" as const,
      place: 1,
      points: points * 100,
      weight: null,
      bigBass: null,
      win: false,
    }));
    const events = results.map(({ tournamentId }) => ({ tournamentId, group: null, held: true }));
    const season = { events, results, meetings: new Map(), carried: new Map(), names: new Map() };
    const [row] = standings("angler", { rules: document("dbm-2025"), season });
    assert.equal(row?.points, 380_00);
  });
});
