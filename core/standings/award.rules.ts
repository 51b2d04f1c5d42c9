import type { Award } from "../seasons/award.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { WeighedBag } from "../tournaments/weigh.rules.ts";
import type { Weight } from "../weight.ts";
import { type Criterion, measures, type StandingRow } from "./standing-order.rules.ts";

/** An official tournament of the season, as the awards see it. */
export interface AwardTournament {
  id: number;
  /** Fish were measured there, so its bags are no stringers. */
  paper: boolean;
  bags: WeighedBag[];
  /** Who was aboard: each entry's anglers and whether each was a member that day. */
  aboard: ReadonlyMap<number, { anglerId: number; wasMember: boolean }[]>;
}

/** Who has an award: several where they tie, nobody where nothing qualifies. */
export interface AwardResult {
  title: string;
  by: Award["by"];
  winners: AwardWinner[];
}

export interface AwardWinner {
  /** The angler, or the crew. */
  who: number[];
  /** Of a standing. */
  place: number | null;
  /** The fish or the stringer, and where it was weighed. */
  weight: Weight | null;
  tournamentId: number | null;
}

/** The awards of a season. */
export function awards({
  rules,
  standings,
  tournaments,
  rookies,
  rulings,
}: {
  rules: Rules;
  /** The table of the season's first race. */
  standings: StandingRow[];
  tournaments: AwardTournament[];
  /** Anglers in their first season. */
  rookies: ReadonlySet<number>;
  /** What the officers ruled, by the award's title. */
  rulings: ReadonlyMap<string, number>;
}): AwardResult[] {
  const earned = standings.filter((row) => hasEarned(row, rules.season.order[0]));
  return rules.awards.map((award) => ({
    title: award.title,
    by: award.by,
    winners: winnersOf(award, { standings: earned, tournaments, rookies, rulings }),
  }));
}

/** Who leads without a win, a point or a pound leads nothing. */
function hasEarned(row: StandingRow, about: Criterion | undefined): boolean {
  if (about === undefined || about === "name") return true;
  return about === "best-place" ? row.bestPlace !== null : measures[about](row) > 0;
}

type AwardFacts = Omit<Parameters<typeof awards>[0], "rules">;

function winnersOf(award: Award, { standings, tournaments, rookies, rulings }: AwardFacts): AwardWinner[] {
  switch (award.by) {
    case "standing":
      return byStanding(award, { standings, rookies });
    case "big-bass":
      return heaviest(tournaments.flatMap((tournament) => bigBasses(award, tournament)));
    case "heavy-stringer":
      return heaviest(
        tournaments.filter(({ paper }) => !paper).flatMap((tournament) => stringers(award, tournament)),
      );
    case "ruling": {
      const angler = rulings.get(award.title);
      return angler === undefined ? [] : [{ who: [angler], place: null, weight: null, tournamentId: null }];
    }
    default:
      return award satisfies never;
  }
}

/** The first places of the table; of rookies, the first places among them. */
function byStanding(
  { places, rookies: onlyRookies }: Extract<Award, { by: "standing" }>,
  { standings, rookies }: Pick<AwardFacts, "standings" | "rookies">,
): AwardWinner[] {
  const rows = standings.filter(({ who }) => !onlyRookies || who.every((one) => rookies.has(one)));
  const placed = rows.filter(({ place }) => place !== null);
  return placed
    .map((row) => ({
      who: row.who,
      place: 1 + placed.filter((other) => (other.place ?? 0) < (row.place ?? 0)).length,
      weight: null,
      tournamentId: null,
    }))
    .filter(({ place }) => place <= places);
}

/** Strictly over the weight; a member's, and where the catcher is recorded the catcher was one too. */
function bigBasses(
  { over, to }: Extract<Award, { by: "big-bass" }>,
  tournament: AwardTournament,
): AwardWinner[] {
  return tournament.bags
    .filter((bag) => (bag.bigBass ?? 0) > over && (to === "anyone" || isMembersFish(bag, tournament)))
    .map((bag) =>
      winner(bag, { tournament, weight: bag.bigBass ?? 0, anglerId: bag.caughtBy ?? bag.anglerId }),
    );
}

/** The heaviest limit. */
function stringers(
  { to }: Extract<Award, { by: "heavy-stringer" }>,
  tournament: AwardTournament,
): AwardWinner[] {
  return tournament.bags
    .filter((bag) => bag.limit && bag.net !== null && (to === "anyone" || bag.member))
    .map((bag) => winner(bag, { tournament, weight: bag.net ?? 0, anglerId: bag.anglerId }));
}

function isMembersFish(bag: WeighedBag, { aboard }: AwardTournament): boolean {
  const catcher = aboard.get(bag.entryId)?.find(({ anglerId }) => anglerId === bag.caughtBy);
  return bag.member && catcher?.wasMember !== false;
}

function winner(
  bag: WeighedBag,
  { tournament, weight, anglerId }: { tournament: AwardTournament; weight: Weight; anglerId: number | null },
): AwardWinner {
  const crew = (tournament.aboard.get(bag.entryId) ?? []).map((one) => one.anglerId);
  return { who: anglerId === null ? crew : [anglerId], place: null, weight, tournamentId: tournament.id };
}

function heaviest(candidates: AwardWinner[]): AwardWinner[] {
  const most = Math.max(...candidates.map(({ weight }) => weight ?? 0));
  return candidates.filter(({ weight }) => weight === most);
}
