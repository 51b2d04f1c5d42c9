import { nearest } from "../anglers/nearest.service.ts";
import type { Problem } from "../errors.ts";
import { plainName } from "../lakes/lakes.rules.ts";
import { type LakeShown, listLakes } from "../lakes/lakes.service.ts";
import { addTournaments, type NewTournament } from "../tournaments/new-tournaments.service.ts";
import { listTournaments, type TournamentSummary } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { type FileEvent, foldName } from "./season-events.rules.ts";

/** A file's event and its tournament; `made` where it was planned just now. */
export interface EventFound {
  id: number;
  event: FileEvent;
  made: boolean;
}

/**
 * Finds the tournament of each event by name and day, or plans it where there is none. Lakes and ramps are those the
 * club knows, by key or name; another is a problem with the nearest.
 */
export async function findEvents(
  work: Work,
  { year, events, problems }: { year: number; events: readonly FileEvent[]; problems: Problem[] },
): Promise<EventFound[]> {
  const known = await listTournaments(work, { season: year });
  const lakes = events.some(({ lake }) => lake !== null)
    ? await listLakes(work, { retired: "included" })
    : [];
  const found: EventFound[] = [];
  const missing: { event: FileEvent; tournament: NewTournament }[] = [];
  for (const event of events) {
    const { name, firstDay, lastDay } = event;
    const place = await findPlace(event, { lakes, problems });
    const one = known.find((other) => isSameEvent(other, event));
    if (!one) missing.push({ event, tournament: { name, firstDay, lastDay, ...place } });
    else {
      found.push({ id: one.id, event, made: false });
      if (place.lake !== null && one.lake?.key !== place.lake) {
        const reason = one.lake
          ? `${one.name} was on ${one.lake.name}.`
          : `${one.name} has no lake yet. Set it first.`;
        problems.push({ ...said(event, "lake"), reason });
      }
    }
  }
  if (missing.length === 0) return found;
  const added = await addTournaments(work, {
    year,
    tournaments: missing.map(({ tournament }) => tournament),
  });
  return [...found, ...added.map(({ id }, index) => ({ id, event: missing[index]!.event, made: true }))];
}

const isSameEvent = (one: TournamentSummary, { name, firstDay }: FileEvent): boolean =>
  foldName(one.name) === foldName(name) && one.firstDay <= firstDay && firstDay <= one.lastDay;

async function findPlace(
  event: FileEvent,
  { lakes, problems }: { lakes: readonly LakeShown[]; problems: Problem[] },
): Promise<{ lake: string | null; ramp: string | null }> {
  if (event.lake === null) return { lake: null, ramp: null };
  const asked = plainName(event.lake);
  const lake = lakes.find(({ key, name }) => key === asked || plainName(name) === asked);
  if (!lake) {
    const near = await nearest({ asked: event.lake, among: lakes.map(({ name }) => name), most: 3 });
    const reason = `The club knows no such lake.${guess(near)} Add it with sabc lake add, or --ignore the column.`;
    problems.push({ ...said(event, "lake"), reason });
    return { lake: null, ramp: null };
  }
  if (event.ramp === null) return { lake: lake.key, ramp: null };
  const ramp = lake.ramps.find(({ name }) => plainName(name) === plainName(event.ramp!));
  if (ramp) return { lake: lake.key, ramp: ramp.name };
  const near = await nearest({ asked: event.ramp, among: lake.ramps.map(({ name }) => name), most: 3 });
  const reason = `${lake.name} has no such ramp.${guess(near)} Add it with sabc ramp add, or --ignore the column.`;
  problems.push({ ...said(event, "ramp"), reason });
  return { lake: lake.key, ramp: null };
}

/** Where the event first says so. */
function said({ rows }: FileEvent, column: "lake" | "ramp"): { line: number; column: string; value: string } {
  const row = rows.find((one) => one[column] !== null)!;
  return { line: row.line, column, value: row[column]! };
}

const guess = (near: readonly string[]) => (near.length > 0 ? ` Nearest: ${near.join(", ")}.` : "");
