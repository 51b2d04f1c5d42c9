import { conflict } from "../errors.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";
import { addDays } from "../time.ts";
import type { Work } from "../work.ts";
import { resolveTournament, showTournament, type TournamentShown } from "./tournaments.service.ts";
import { findSheetBoats } from "./weigh-sheet.queries.ts";
import {
  scalesWords,
  type WeighSheetColumn,
  weighSheetColumns,
  type WeighSheetLine,
  weighSheetLines,
} from "./weigh-sheet.rules.ts";
import type { AskWeighSheet } from "./weigh-sheet.schemas.ts";

export type { WeighSheetColumn, WeighSheetLine } from "./weigh-sheet.rules.ts";

/** What is printed for the scales: the rules in words, and a line for each bag that may come. */
export interface WeighSheet {
  club: string | null;
  tournament: TournamentShown;
  /** Each needs the lines again. */
  days: string[];
  words: string[];
  columns: WeighSheetColumn[];
  lines: WeighSheetLine[];
}

/** The weigh sheet of a tournament: its boats, or numbered blank lines; conflict when it is cancelled. */
export async function getWeighSheet(work: Work, { tournament, boats }: AskWeighSheet): Promise<WeighSheet> {
  const found = await resolveTournament(work, { reference: tournament });
  if (found.cancelled !== null) {
    throw conflict("tournament-cancelled", `${found.name} is cancelled; nothing is weighed.`);
  }
  const rules = rulesSchema.parse(found.rules);
  return {
    club: work.club?.name ?? null,
    tournament: showTournament(found),
    days: daysFrom(found),
    words: scalesWords(rules, eventChangesSchema.parse(found.changes)),
    columns: weighSheetColumns(rules),
    lines: weighSheetLines(await findSheetBoats(work, found.id), { rules, boats }),
  };
}

function daysFrom({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string[] {
  const days = [firstDay];
  while (days.at(-1)! < lastDay) days.push(addDays(days.at(-1)!, 1));
  return days;
}
