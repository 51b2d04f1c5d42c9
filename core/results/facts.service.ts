import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { type Rules, rulesSchema } from "../seasons/rules.schemas.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";
import { type FactsRow, loadFactsRows, loadSeasonRules, type SeasonRulesRow } from "./facts.queries.ts";

/** A tournament with its season's rules and all its stored facts: what the pure functions need. */
export interface LoadedTournament extends Omit<FactsRow, "changes" | "entries" | "potMembers"> {
  rules: Rules;
  facts: TournamentFacts;
}

/** As the verbs that write need it. */
export interface SeasonedTournament extends LoadedTournament {
  season: Pick<SeasonRulesRow, "year" | "closed">;
}

/** The facts and rules of these tournaments by day, in two queries whatever their number. */
export async function loadFacts(
  work: Work,
  { tournamentIds }: { tournamentIds: readonly number[] },
): Promise<SeasonedTournament[]> {
  if (tournamentIds.length === 0) return [];
  const rows = await loadFactsRows(work, tournamentIds);
  const seasons = await loadSeasonRules(work, tournamentIds);
  const known = new Map(
    seasons.map(({ id, rules, ...season }) => [id, { season, rules: rulesSchema.parse(rules) }]),
  );
  return rows.map((row) => {
    const { season, rules } = known.get(row.seasonId)!;
    return { ...withRules(row, rules), season };
  });
}

/** The facts of one tournament, where its season's rules are at hand. */
export async function loadFactsUnder(
  work: Work,
  { tournamentId, rules }: { tournamentId: number; rules: Rules },
): Promise<LoadedTournament> {
  const [row] = await loadFactsRows(work, [tournamentId]);
  return withRules(row!, rules);
}

/** The facts of tournaments of one season, by day, where its rules are at hand. One query. */
export async function loadSeasonFacts(
  work: Work,
  { tournamentIds, rules }: { tournamentIds: readonly number[]; rules: Rules },
): Promise<LoadedTournament[]> {
  const rows = await loadFactsRows(work, tournamentIds);
  return rows.map((row) => withRules(row, rules));
}

/** The facts of tournaments of several seasons, by day, where their rules are at hand by the season's id. One query. */
export async function loadFactsBy(
  work: Work,
  { tournamentIds, rules }: { tournamentIds: readonly number[]; rules: ReadonlyMap<number, Rules> },
): Promise<LoadedTournament[]> {
  const rows = await loadFactsRows(work, tournamentIds);
  return rows.map((row) => withRules(row, rules.get(row.seasonId)!));
}

function withRules({ changes, entries, potMembers, ...row }: FactsRow, rules: Rules): LoadedTournament {
  const joined = Map.groupBy(potMembers, ({ pot }) => pot);
  return {
    ...row,
    rules,
    facts: {
      changes: eventChangesSchema.parse(changes),
      entries,
      potMembers: new Map(
        [...joined].map(([pot, members]) => [pot, new Set(members.map(({ anglerId }) => anglerId))]),
      ),
    },
  };
}
