import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { type PlacedCatch, placesOf, type RecordBook } from "./record-book.rules.ts";
import type { RecordDetails, TallyRow } from "./records.queries.ts";
import type { BestCatches, CatchShown, RecordsShown, Tally } from "./records-shown.rules.ts";

/** The book with the names of people, lakes and tournaments. */
export function showRecords(
  book: RecordBook,
  { details, top }: { details: RecordDetails; top: number },
): Omit<RecordsShown, "measure" | "leftOut"> {
  const show = catchShower(details);
  const best = (one: RecordBook["lakes"][number] | RecordBook["months"][number]): BestCatches => ({
    tournaments: one.tournaments,
    bigBass: one.bigBass.map((bass) => show(bass, "bass")),
    heaviestBag: one.heaviestBag.map((bag) => show(bag, "bag")),
  });
  return {
    tournaments: book.tournaments,
    bigBass: book.bigBass.map((bass) => show(bass, "bass")),
    heaviestBags: book.heaviestBags.map((bag) => show(bag, "bag")),
    mostWins: tally(details.wins, top),
    mostLimits: tally(details.limits, top),
    mostEvents: tally(details.events, top),
    lakes: book.lakes
      .map((one) => ({ lake: one.lake, ...best(one) }))
      .toSorted((one, other) => one.lake.name.localeCompare(other.lake.name, "en")),
    months: book.months.map((one) => ({ month: one.month, ...best(one) })),
  };
}

function catchShower({ tournaments, crews }: RecordDetails) {
  const tournamentOf = new Map<number, TournamentSummary>(tournaments.map((one) => [one.id, one]));
  const crewOf = new Map(crews.map((one) => [whose(one), one]));
  return (one: PlacedCatch, kind: "bass" | "bag"): CatchShown => {
    const { crew, caughtBy } = crewOf.get(whose(one))!;
    return {
      place: one.place,
      tied: one.tied,
      weight: one.weight,
      fish: kind === "bag" ? one.fish : null,
      crew,
      caughtBy: kind === "bass" ? caughtBy : null,
      tournament: tournamentOf.get(one.tournamentId)!,
    };
  };
}

const whose = ({ entryId, anglerId }: { entryId: number; anglerId: number | null }) =>
  `${entryId} ${anglerId}`;

const tally = (rows: TallyRow[], top: number): Tally[] =>
  placesOf(rows, { figure: ({ count }) => count, top }).map(({ place, tied, id, name, count }) => ({
    place,
    tied,
    angler: { id, name },
    count,
  }));
