import type { Points } from "../points.ts";
import type { ContestantResult } from "../results/contestant-result.rules.ts";
import type { Race } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { AboardFacts, Outcome } from "../tournaments/facts.rules.ts";
import type { Weight } from "../weight.ts";

/** What one tournament brought one row of a season's table. */
export interface RaceResult {
  tournamentId: number;
  /** Whose row: an angler, or a crew in order of id with stand-ins replaced. */
  who: number[];
  /** Earned as a member that day; of a crew: one aboard was. */
  member: boolean;
  outcome: Outcome | "buy-in";
  place: number | null;
  /** Null where the season has none. */
  points: Points | null;
  /** Net; null: none that counts, or not known. */
  weight: Weight | null;
  bigBass: Weight | null;
  win: boolean;
}

/** What a race needs of one result; what is stored of results says as much. */
export interface Placed extends Pick<
  ContestantResult,
  | "crew"
  | "countsFor"
  | "member"
  | "seat"
  | "outcome"
  | "place"
  | "points"
  | "net"
  | "bigBass"
  | "limit"
  | "win"
> {
  aboard: Pick<AboardFacts, "anglerId" | "wasMember" | "seat" | "outcome">[];
}

/** A tournament's score, or what is stored of it: both rankings, or the one that the season is about. */
export interface PlacedField {
  anglers: Placed[];
  boats: Placed[];
}

/** A tournament's results for one race. Who stayed at home has one only where that earns points. */
export function raceResults(
  race: Race,
  { tournamentId, score, rules }: { tournamentId: number; score: PlacedField; rules: Rules },
): RaceResult[] {
  const rows =
    race === "crew" ? crews(score) : rules.ranked === "angler" ? score.anglers.map(own) : aboard(score);
  return rows
    .filter(
      ({ seat, result }) =>
        (race === "crew" || race === "angler" || seat === race) &&
        (result.outcome !== "did-not-fish" || (result.points ?? 0) > 0),
    )
    .map(({ who, member, result }) => ({
      tournamentId,
      who,
      member,
      outcome: result.outcome,
      place: result.place,
      points: result.points,
      weight: result.net,
      bigBass: result.bigBass,
      win: result.win,
    }));
}

/** What makes two results belong to one row. */
export const whoKey = (who: number[]) => who.join("+");

type Row = { who: number[]; member: boolean; seat: string | null; result: Placed };

const own = (result: Placed): Row => ({
  who: result.crew,
  member: result.member,
  seat: result.seat,
  result,
});

const crews = ({ boats }: PlacedField): Row[] =>
  boats.map((result) => ({ who: result.countsFor, member: result.member, seat: null, result }));

/** Everyone aboard gets what the boat earned, but for those disqualified themselves. */
function aboard({ boats }: PlacedField): Row[] {
  return boats.flatMap((boat) =>
    boat.aboard.map((one) => {
      const { anglerId, wasMember, seat, outcome } = one;
      const excluded = boat.outcome === "fished" && outcome !== null && outcome !== "fished";
      const result = excluded ? { ...boat, ...nothing, outcome } : boat;
      return { who: [anglerId], member: wasMember, seat, result };
    }),
  );
}

const nothing = { place: null, points: 0, net: null, bigBass: null, win: false };
