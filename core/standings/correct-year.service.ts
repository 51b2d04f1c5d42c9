import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { showPots } from "../pots/pots.service.ts";
import type { CorrectResult } from "../results/correct.schemas.ts";
import { correctResult } from "../results/correct.service.ts";
import { deleteBoat } from "../results/delete-boat.service.ts";
import { type BoatEntered, enterBoat } from "../results/enter-boat.service.ts";
import type { DeleteBoat, EnterBoat } from "../results/enter-boat.schemas.ts";
import { lockResults } from "../results/result-rows.queries.ts";
import { getResults } from "../results/results.service.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { listSeasonRules } from "../seasons/seasons.service.ts";
import {
  listTournaments,
  resolveTournament,
  type TournamentState,
} from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { getAwards } from "./awards.service.ts";
import { keepFigures } from "./keep-figures.service.ts";
import { getRecords } from "./records.service.ts";
import { getStandings } from "./standings.service.ts";
import type { Figure } from "./figure.rules.ts";
import { type FigureChange, figuresOf, movedFigures } from "./year-figures.rules.ts";

export type { FigureChange } from "./year-figures.rules.ts";

/** A correction with every figure that moves by it. */
export interface YearCorrected {
  tournament: { id: number; name: string; season: number; number: number; state: TournamentState };
  figures: FigureChange[];
  /** Of a deleted boat, or of one that was entered late: what was understood. */
  words: string | null;
}

/** What a person saw before they said yes: anything else is not saved. */
interface Agreed {
  agreed?: readonly FigureChange[] | undefined;
}

/** Puts a bag right as `correctResult` does, and tells every figure that moves: this tournament's, the year's, the pots', the club's book's. */
export function correctYear(
  work: Work,
  { correction, agreed }: { correction: CorrectResult } & Agreed,
): Promise<YearCorrected> {
  authorize(work, "correctResult", {
    roles: ["weighmaster"],
    reason: correction.reason ?? correction.override ?? null,
  });
  return withFigures(work, {
    reference: correction.tournament,
    agreed,
    change: async () => {
      await correctResult(work, correction);
      return null;
    },
  });
}

/** Deletes a boat as `deleteBoat` does, and tells every figure that moves. */
export function deleteBoatOfYear(
  work: Work,
  { deletion, agreed }: { deletion: DeleteBoat } & Agreed,
): Promise<YearCorrected> {
  authorize(work, "deleteBoat", { roles: ["weighmaster"], reason: deletion.reason ?? null });
  return withFigures(work, {
    reference: deletion.tournament,
    agreed,
    change: async () => (await deleteBoat(work, deletion)).words,
  });
}

/** Enters a boat that was left out as `enterBoat` does, and tells every figure that moves. */
export async function enterBoatOfYear(
  work: Work,
  { boat, agreed }: { boat: EnterBoat } & Agreed,
): Promise<YearCorrected & { entered: BoatEntered }> {
  authorize(work, "enterBoat", { roles: ["weighmaster"], reason: boat.reason ?? boat.override ?? null });
  let entered: BoatEntered | undefined;
  const corrected = await withFigures(work, {
    reference: boat.tournament,
    agreed,
    change: async () => {
      entered = await enterBoat(work, boat);
      return entered.words;
    },
  });
  return { ...corrected, entered: entered! };
}

async function withFigures(
  work: Work,
  {
    reference,
    agreed,
    change,
  }: { reference: string | number; change: () => Promise<string | null> } & Agreed,
): Promise<YearCorrected> {
  const found = await resolveTournament(work, { reference });
  await lockResults(work, [found.id]);
  const before = await shownFigures(work, found);
  const words = await change();
  await keepFigures(work, { years: [found.season] });
  const figures = movedFigures(before, await shownFigures(work, found));
  if (agreed !== undefined && JSON.stringify(agreed) !== JSON.stringify(figures)) {
    throw conflict(
      "changed-meanwhile",
      "Someone else changed these results meanwhile, and other figures would move now. Nothing was saved; look again.",
    );
  }
  const { id, name, season, number, state } = found;
  return { tournament: { id, name, season, number, state }, figures, words };
}

/** All that may move with a tournament: itself, the season with what starts from its totals, the pots from that day on, and the book. */
async function shownFigures(work: Work, { id, season }: { id: number; season: number }): Promise<Figure[]> {
  const rules = new Map((await listSeasonRules(work)).map((one) => [one.year, one.rules]));
  const years = [...rules.keys()].filter((year) => year >= season).toReversed();
  const tournaments = [];
  for (const year of years) tournaments.push(...(await listTournaments(work, { season: year })));
  const results = [];
  for (const one of tournaments) {
    if (one.id === id || one.state === "official")
      results.push(await getResults(work, { tournament: one.id }));
  }
  const standings = [];
  const awards = [];
  for (const year of seasonsFrom(season, rules)) {
    standings.push(await getStandings(work, { season: year }));
    awards.push(await getAwards(work, { season: year }));
  }
  const [pots, records] = [await showPots(work), await getRecords(work, { top: 1 })];
  return figuresOf({ results, standings, awards, pots, records });
}

/** The season, and the following ones as long as each starts from the totals before it. */
function seasonsFrom(season: number, rules: ReadonlyMap<number, Rules>): number[] {
  const years = [season];
  for (let year = season + 1; rules.get(year)?.season.carry; year += 1) years.push(year);
  return years;
}
