import { heldBefore, type LedgerLine } from "../pots/ledger.rules.ts";
import { potLines } from "../pots/pot-ledger.rules.ts";
import { drawSeasonPot, settlePot } from "../pots/pot.rules.ts";
import type { PotRules } from "../seasons/money.schemas.ts";
import type { ScoredTournament } from "./recompute.service.ts";

interface Season {
  /** The pots that are paid when the season is over. */
  pots: readonly PotRules[];
  /** Its official tournaments by day, at least one. */
  tournaments: readonly ScoredTournament[];
  ledger: readonly LedgerLine[];
}

/**
 * The lines that pay the season's pots: what each holds after the last tournament, with what earlier seasons left and
 * without what came in since, to the heaviest of all the season's catches. They stand beside the last tournament.
 */
export function seasonPotLines({ pots, tournaments, ledger }: Season): LedgerLine[] {
  const { tournamentId, firstDay } = tournaments.at(-1)!;
  const over = { tournamentId: Number.MAX_SAFE_INTEGER, firstDay };
  const eventsFished = countEvents(tournaments);
  return pots.flatMap((pot) => {
    const catches = tournaments.flatMap(({ score }) =>
      (score.money?.pots ?? []).flatMap((draw) => (draw.pot === pot.name ? draw.forSeason : [])),
    );
    const draw = drawSeasonPot({ pot, catches, eventsFished });
    const settled = settlePot({ draw, carried: heldBefore(ledger, { pot: pot.name, of: over }) });
    return potLines(settled).map((line) => ({
      ...line,
      id: null,
      pot: pot.name,
      tournamentId,
      firstDay,
      reversesId: null,
    }));
  });
}

/** How many tournaments each angler fished. */
function countEvents(tournaments: readonly ScoredTournament[]): Map<number, number> {
  const fished = tournaments.flatMap(({ facts }) =>
    facts.entries
      .filter(({ kind }) => kind === "boat")
      .flatMap(({ outcome, crew }) => crew.filter((one) => (one.outcome ?? outcome) === "fished")),
  );
  const byAngler = Map.groupBy(fished, ({ anglerId }) => anglerId);
  return new Map([...byAngler].map(([anglerId, aboard]) => [anglerId, aboard.length]));
}
