import type { Work } from "../work.ts";

/** A boat that comes to the scales, with the public names of its crew. */
export interface SheetBoat {
  boatNumber: number | null;
  crew: { id: number; name: string }[];
}

/** The boats of a tournament by number; not the buy-ins and who did not fish. */
export function findSheetBoats(work: Work, tournamentId: number): Promise<SheetBoat[]> {
  return work.em.execute<SheetBoat[]>(
    `select n.boat_number as "boatNumber",
            json_agg(json_build_object('id', a.id, 'name', a.public_name) order by c.berth, a.id) as crew
     from entry n join crew c on c.entry_id = n.id join angler a on a.id = c.angler_id
     where n.tournament_id = ? and n.kind = 'boat'
       and coalesce(c.outcome, n.outcome) <> 'did-not-fish'
     group by n.id
     order by n.boat_number nulls last, n.id`,
    [tournamentId],
  );
}
