import { authorize } from "../actor.ts";
import { invalid, notFound } from "../errors.ts";
import type { ClubShown, Work } from "../work.ts";
import { Club } from "./club.entity.ts";
import type { SaveClub } from "./seasons.schemas.ts";

/** The club; not-found before it was given a name. */
export function getClub({ club }: Work): ClubShown {
  if (club === null) throw notFound("club-not-set-up", "The club has no name yet. Run sabc init.");
  return club;
}

/**
 * Says or changes the club's name, zone and contact address; the first time a name is needed. The zone stays once
 * there are events: their times are meant in it.
 */
export async function saveClub(work: Work, { name, zone, contact }: SaveClub): Promise<ClubShown> {
  authorize(work, "saveClub", { roles: [] });
  const club = (await work.em.findOne(Club, { id: 1 })) ?? create(work, name);
  if (zone !== undefined) club.zone = zone;
  if (name !== undefined) club.name = name;
  if (contact !== undefined) club.contactAddress = contact;
  await work.em.flush();
  work.club = show(club);
  return work.club;
}

function create(work: Work, name: string | undefined): Club {
  if (name === undefined) {
    throw invalid("club-name-missing", "The club has no name yet. Say its name the first time.", {
      problems: [{ column: "name", reason: "is needed the first time" }],
    });
  }
  return work.em.create(Club, { name, zone: work.now.zoneName });
}

const show = ({ name, zone, contactAddress }: Club): ClubShown => ({ name, zone, contact: contactAddress });
