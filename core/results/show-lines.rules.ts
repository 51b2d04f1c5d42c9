import type { EntryFacts, TournamentFacts } from "../tournaments/facts.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { ContestantResult } from "./contestant-result.rules.ts";
import type { Naming } from "./names.rules.ts";
import { penaltyWords } from "./penalty-words.rules.ts";
import type { ResultsPage } from "./results-page.queries.ts";
import { resultKey, type ResultRow } from "./result-rows.rules.ts";
import type { AnglerResult, BoatResult, Weighed } from "./results-shown.rules.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";

interface LinesOf {
  page: ResultsPage;
  facts: TournamentFacts;
  rules: Rules;
  score: TournamentScore;
  naming: Naming;
  /** Entries that may still be weighed. */
  waiting: ReadonlySet<number>;
}

type StoredLine = ResultsPage["rows"][number];

/** The stored lines of both rankings as they are shown, with the rules' words beside the figures. */
export function showLines(of: LinesOf): { anglers: AnglerResult[]; boats: BoatResult[] } {
  const entries = new Map(of.facts.entries.map((entry) => [entry.id, entry]));
  const results = new Map(
    [...of.score.anglers, ...of.score.boats].map((one) => [keyOf(of.page.rows[0], one), one]),
  );
  const lines = of.page.rows.flatMap((row) => {
    const one = results.get(resultKey(row));
    const entry = entries.get(row.entryId);
    return one && entry ? [{ row, one, entry }] : [];
  });
  return {
    anglers: lines.filter(({ row }) => row.ranking === "angler").map((line) => showAngler(line, of)),
    // Who bought in came without a boat.
    boats: lines
      .filter(({ row }) => row.ranking === "boat" && row.outcome !== "buy-in")
      .map((line) => showBoat(line, of)),
  };
}

interface Line {
  row: StoredLine;
  one: ContestantResult;
  entry: EntryFacts;
}

function showAngler(line: Line, of: LinesOf): AnglerResult {
  const { row, one, entry } = line;
  return {
    ...showWeighed(line, of),
    angler: of.naming(row.anglerId!),
    member: row.member,
    boatNumber: entry.boatNumber,
    seat: one.seat,
  };
}

function showBoat(line: Line, of: LinesOf): BoatResult {
  const { entry } = line;
  return {
    ...showWeighed(line, of),
    entry: entry.id,
    boatNumber: entry.boatNumber,
    crew: entry.crew.map(({ anglerId, wasMember, standsInFor }) => ({
      angler: of.naming(anglerId),
      member: wasMember,
      standsInFor: standsInFor === null ? null : of.naming(standsInFor),
    })),
  };
}

function showWeighed({ row, one, entry }: Line, { page, rules, waiting }: LinesOf): Weighed {
  const counting = new Set(one.bags.map(({ id }) => id));
  const bags = entry.bags.filter(({ id }) => counting.has(id));
  const reasonOf = (bagId: number) => page.penaltyReasons.find((other) => other.bagId === bagId)?.reason;
  return {
    place: row.place,
    tied: row.tied,
    fish: row.fish,
    dead: row.dead,
    gross: row.gross,
    penalty: row.gross === null ? null : one.penalty,
    penaltyWords: penaltyWords(bags, { penalty: one.penalty, rules, reasonOf }),
    net: row.net,
    bigBass: row.bigBass,
    limit: row.limit,
    zero: row.zero && !waiting.has(entry.id),
    win: row.win,
    points: row.points,
    pointsParts:
      row.points === null ? [] : one.parts.map(({ points, sentence }) => ({ points, words: sentence })),
    published: publishedBeside(row, one),
    outcome: row.outcome,
    reason: row.reason,
    payout: row.payout,
  };
}

/** Only what differs is worth showing beside the computed. */
function publishedBeside(row: ResultRow, one: ContestantResult): Weighed["published"] {
  const place = one.publishedPlace === row.place ? null : one.publishedPlace;
  const points = one.publishedPoints === one.computedPoints ? null : one.publishedPoints;
  return place === null && points === null ? null : { place, points };
}

const keyOf = (row: StoredLine | undefined, one: ContestantResult): string =>
  resultKey({ ...one, tournamentId: row?.tournamentId ?? 0 });
