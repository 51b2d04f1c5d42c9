import type { Work } from "../work.ts";
import type { BoatState } from "./boat-state.rules.ts";

/** The boats of these tournaments as `findBoats` finds them, their tournaments locked until this work ends. */
export async function lockBoats(work: Work, tournamentIds: readonly number[]): Promise<BoatState[]> {
  const ids = `{${tournamentIds.join(",")}}`;
  await work.em.execute("select from tournament where id = any(?::int[]) order by id for update", [ids]);
  return findBoats(work, tournamentIds);
}

/** The boats of these tournaments, each whole; one query whatever their number. */
export async function findBoats(work: Work, tournamentIds: readonly number[]): Promise<BoatState[]> {
  const rows = await work.em.execute<{ boat: BoatState }[]>(
    `select json_build_object(
       'entry', ${object("n", { ...whole, tournament: "tournament_id", boatNumber: "boat_number", kind: "kind", weighInOrder: "weigh_in_order" })},
       'crew', coalesce((select json_agg(${object("c", { ...whole, entry: "entry_id", tournament: "tournament_id", angler: "angler_id", berth: "berth", wasMember: "was_member", seat: "seat", standsInFor: "stands_in_for_id" })} order by c.berth) from crew c where c.entry_id = n.id), '[]'),
       'bags', coalesce((select json_agg(${object("b", bag)} order by b.day, b.angler_id) from bag b where b.entry_id = n.id), '[]')
     ) as boat
     from entry n where n.tournament_id = any(?::int[]) order by n.id`,
    [`{${tournamentIds.join(",")}}`],
  );
  return rows.map(({ boat }) => boat);
}

/** Who fished as a guest in which tournament of a calendar year. */
export function findGuestEvents(
  work: Work,
  { year, anglerIds }: { year: number; anglerIds: readonly number[] },
): Promise<{ anglerId: number; tournamentId: number }[]> {
  return work.em.execute<{ anglerId: number; tournamentId: number }[]>(
    `select c.angler_id as "anglerId", c.tournament_id as "tournamentId"
     from crew c join entry n on n.id = c.entry_id
     join tournament t on t.id = c.tournament_id join event e on e.id = t.event_id
     where c.angler_id = any(?::int[]) and not c.was_member and n.kind = 'boat' and e.cancelled_on is null
       and 'did-not-fish' not in (n.outcome, coalesce(c.outcome, n.outcome))
       and e.first_day between make_date(?, 1, 1) and make_date(?, 12, 31)`,
    [`{${anglerIds.join(",")}}`, year, year],
  );
}

const object = (table: string, columns: Record<string, string>): string =>
  `json_build_object(${Object.entries(columns)
    .map(([name, column]) => `'${name}', ${table}.${column}`)
    .join(", ")})`;

/** What an entry and one aboard have both. */
const whole = {
  id: "id",
  outcome: "outcome",
  grace: "grace",
  reason: "reason",
  tieRank: "tie_rank",
  publishedPlace: "published_place",
  publishedPoints: "published_points",
};

const bag = {
  id: "id",
  entry: "entry_id",
  angler: "angler_id",
  day: "day",
  fish: "fish",
  dead: "dead",
  short: "short",
  gross: "gross",
  netOnly: "net_only",
  late: "late",
  otherPenalty: "other_penalty",
  penaltyReason: "penalty_reason",
  measured: "measured",
  lengths: "lengths",
  bigBass: "big_bass",
  caughtBy: "caught_by_id",
};
