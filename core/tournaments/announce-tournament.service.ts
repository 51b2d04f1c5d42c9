import { authorize } from "../actor.ts";
import { announce } from "../notices/announce.service.ts";
import type { Work } from "../work.ts";
import type { TournamentShown } from "./tournaments.service.ts";

type Held = Pick<TournamentShown, "lake" | "ramp" | "firstCast" | "weighIn">;

/** Says in the channel where and when a tournament that lies ahead is fished now; nothing where that is as before. */
export async function announceTournament(
  work: Work,
  { before, after, revision }: { before: Held; after: TournamentShown; revision: number },
): Promise<void> {
  authorize(work, "announceTournament", { roles: ["weighmaster", "editor"] });
  const { id, season, number, name, firstDay, lastDay } = after;
  const [was, is] = [inWords(before), inWords(after)];
  if (lastDay < work.today || JSON.stringify(was) === JSON.stringify(is)) return;
  await announce(work, {
    purpose: "tournament-changed",
    occasion: `tournament ${id} revision ${revision}`,
    facts: {
      tournament: `${season}-${String(number).padStart(2, "0")}`,
      name,
      firstDay,
      lastDay,
      before: was,
      after: is,
    },
  });
}

const inWords = ({ lake, ramp, firstCast, weighIn }: Held) => ({
  lake: lake?.name ?? null,
  ramp: ramp?.name ?? null,
  firstCast,
  weighIn,
});
