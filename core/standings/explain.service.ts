import { resolveAngler } from "../anglers/anglers.service.ts";
import { notFound } from "../errors.ts";
import { loadSeasonFacts } from "../results/facts.service.ts";
import { scoreTournament } from "../results/tournament-score.rules.ts";
import type { Work } from "../work.ts";
import { explainRow, type TournamentReasoning } from "./explain-row.rules.ts";
import { loadReasons } from "./season-page.queries.ts";
import { loadSeasonTables, type SeasonTables } from "./season-tables.service.ts";
import type { SeasonTable } from "./season-tables.rules.ts";
import { keyOf } from "./show-standings.rules.ts";
import type { Race, StandingExplained } from "./standings-shown.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";

/**
 * How a total and its place came about, event by event, from the facts and the rules: of the row with this key (`17`,
 * `17-23`) in the season's first race, or the one named. Not-found where no such row is listed. Four queries.
 */
export async function explainStanding(
  work: Work,
  { season, race, key }: { season: number; race?: Race["race"] | undefined; key: string },
): Promise<StandingExplained> {
  const tables = await loadSeasonTables(work, { season });
  const table = race ? tables.tables.find((one) => one.race === race) : tables.tables[0];
  const row = table?.rows.find((one) => keyOf(one) === key);
  if (!table || !row) {
    throw notFound(
      "standing-not-found",
      `The standings of ${season} list no ${key}. See sabc standings ${season}.`,
    );
  }
  const reasoning = await loadReasoning(work, tables);
  return explainRow(row, { ...tables, table, reasoning });
}

/** The same for an angler by id, e-mail, name or alias: one for each row of any race the angler is in. */
export async function explainAngler(
  work: Work,
  { season, angler: reference }: { season: number; angler: string },
): Promise<StandingExplained[]> {
  const angler = await resolveAngler(work, { reference });
  const tables = await loadSeasonTables(work, { season });
  const found = tables.tables.flatMap((table) =>
    table.rows
      .filter(({ who }) => who.includes(angler.id))
      .map((row): [SeasonTable, StandingRow] => [table, row]),
  );
  if (found.length === 0) {
    throw notFound(
      "standing-not-found",
      `The standings of ${season} do not list ${angler.publicName}${tables.rules.season?.listed === "member" ? ": they list what was fished as a member, or aboard with one" : ""}. See sabc standings ${season}.`,
    );
  }
  const reasoning = await loadReasoning(work, tables);
  return found.map(([table, row]) => explainRow(row, { ...tables, table, reasoning }));
}

/** The tournaments so far scored again, for the parts that explain the stored figures. */
async function loadReasoning(
  work: Work,
  { held, rules }: SeasonTables,
): Promise<ReadonlyMap<number, TournamentReasoning>> {
  const tournamentIds = held.map(({ id }) => id);
  const loaded = await loadSeasonFacts(work, { tournamentIds, rules });
  const { rulings, penaltyReasons } = await loadReasons(work, tournamentIds);
  return new Map(
    loaded.map(({ tournamentId, facts }) => [
      tournamentId,
      {
        facts,
        score: scoreTournament(facts, rules),
        rulings: rulings.filter((one) => one.tournamentId === tournamentId),
        penaltyReasons,
      },
    ]),
  );
}
