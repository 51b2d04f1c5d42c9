import { authorize } from "../actor.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import { conflict } from "../errors.ts";
import type { Cents } from "../money.ts";
import { loadLedger, lockLedger } from "../pots/ledger.queries.ts";
import type { LedgerLine } from "../pots/ledger.rules.ts";
import { PotMovement } from "../pots/pot-movement.entity.ts";
import { writeAnglerTotals } from "../results/angler-totals.queries.ts";
import { findPublicNames } from "../results/names.queries.ts";
import { namingOf } from "../results/names.rules.ts";
import { movement } from "../results/post-pots.service.ts";
import { scoreTournaments } from "../results/recompute.service.ts";
import { lockResults } from "../results/result-rows.queries.ts";
import { seasonPotLines } from "../results/season-pots.rules.ts";
import { writeSeasonSums } from "../results/season-sums.queries.ts";
import { findSeasonTournaments, type SeasonTournament } from "../results/season-tournaments.queries.ts";
import { closeSeason, getSeason, type SeasonShown } from "../seasons/seasons.service.ts";
import type { Work } from "../work.ts";
import { keepFigures } from "./keep-figures.service.ts";

/** A season that is over, and what its season-long pots paid with that. */
export interface SeasonEnded {
  year: number;
  closed: boolean;
  pots: { name: string; paid: { to: AnglerRef[]; cents: Cents }[]; keptByClub: Cents }[];
}

/**
 * Ends a season: its season-long pots are paid to the heaviest of the year, then nothing in it changes any more. What
 * is not official by then never could be, so every tournament must be official or cancelled before. Ending it again
 * changes nothing.
 */
export async function endSeason(work: Work, { year }: { year: number }): Promise<SeasonEnded> {
  authorize(work, "closeSeason", { roles: [] });
  const season = await getSeason(work, { year });
  const lines = season.closed ? [] : await payPots(work, season);
  for (const line of lines) {
    const paid = movement(work, { line, seasonId: season.id });
    work.em.create(PotMovement, { ...paid, reason: `The end of the season ${year}` });
  }
  const { closed } = await closeSeason(work, { year });
  await work.em.flush();
  await writeSeasonSums(work, [season.id]);
  await writeAnglerTotals(work);
  await keepFigures(work, { years: [year] });
  return { year, closed, pots: await told(work, lines) };
}

async function payPots(work: Work, { year, rules }: SeasonShown): Promise<LedgerLine[]> {
  const tournamentIds = (await findSeasonTournaments(work, year)).map(({ id }) => id);
  await lockResults(work, tournamentIds);
  refuseOpen({ year, tournaments: await findSeasonTournaments(work, year) });
  const pots = (rules.money?.pots ?? []).filter(({ every }) => every === "season");
  if (pots.length === 0 || tournamentIds.length === 0) return [];
  const tournaments = await scoreTournaments(work, { tournamentIds });
  await lockLedger(work);
  return seasonPotLines({ pots, tournaments, ledger: await loadLedger(work) });
}

function refuseOpen({ year, tournaments }: { year: number; tournaments: readonly SeasonTournament[] }): void {
  const open = tournaments.filter(({ state }) => state !== "official").map(({ firstDay }) => firstDay);
  if (open.length === 0) return;
  throw conflict(
    "season-not-over",
    `The season ${year} cannot be closed while tournaments are neither official nor cancelled: ${open.join(", ")}. Make them official or cancel them first.`,
  );
}

async function told(work: Work, lines: readonly LedgerLine[]): Promise<SeasonEnded["pots"]> {
  const ids = lines.flatMap(({ paidTo }) => paidTo ?? []);
  const naming = namingOf(ids.length === 0 ? [] : await findPublicNames(work, ids));
  return [...Map.groupBy(lines, ({ pot }) => pot)].map(([name, own]) => ({
    name,
    paid: own
      .filter(({ kind }) => kind === "payout")
      .map(({ paidTo, cents }) => ({ to: (paidTo ?? []).map(naming), cents: -cents })),
    keptByClub: own.reduce((sum, { kind, cents }) => (kind === "kept-by-club" ? sum - cents : sum), 0),
  }));
}
