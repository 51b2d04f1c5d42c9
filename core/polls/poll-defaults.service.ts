import { listLakes, type LakeShown } from "../lakes/lakes.service.ts";
import { clubInstant } from "../time.ts";
import {
  getTournament,
  getTournamentNeighbours,
  type TournamentShown,
} from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { mustNeedAPoll } from "./needs-poll.service.ts";
import { listPlaceHistory, type PlaceHeld } from "./place-history.service.ts";
import { type ClubMoment, defaultWindow } from "./poll-window.rules.ts";

/** What a location poll starts from: its event, the club's habits, and where the club was. */
export interface LocationPollDefaults {
  tournament: TournamentShown;
  /** Null: now, as the usual opening is over. */
  opens: ClubMoment | null;
  /** Null: the usual close is over too, so an officer has to say. */
  closes: ClubMoment | null;
  /** The event's own hours, else those of the tournament before it. */
  hours: { firstCast: string; weighIn: string } | null;
  /** Those in use. */
  lakes: LakeShown[];
  history: PlaceHeld[];
}

/** The defaults of a location poll for a tournament by id, day, number or `next`; refused where it needs none. */
export async function getLocationPollDefaults(
  work: Work,
  { tournament: reference }: { tournament: string },
): Promise<LocationPollDefaults> {
  const tournament = await getTournament(work, { reference });
  await mustNeedAPoll(work, tournament);
  const { firstDay } = tournament;
  const { opens, closes } = defaultWindow(firstDay);
  const ahead = (moment: ClubMoment): ClubMoment | null =>
    clubInstant(moment.day, moment.time, work.now.zoneName) > work.now ? moment : null;
  const { previous } = await getTournamentNeighbours(work, { id: tournament.id });
  const timed = [tournament, previous].find(
    (one) => one !== null && one.firstCast !== null && one.weighIn !== null,
  );
  return {
    tournament,
    opens: ahead(opens),
    closes: ahead(closes),
    hours: timed ? { firstCast: timed.firstCast!, weighIn: timed.weighIn! } : null,
    lakes: await listLakes(work, {}),
    history: await listPlaceHistory(work, { firstDay }),
  };
}
