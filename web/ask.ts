import { visitor } from "#core/actor.ts";
import type { ClubShown, Work } from "#core/work.ts";
import type { Site } from "./context.ts";

/** Reads for a page as the public may see it, with the club whose page it is, in one snapshot. */
export async function ask<T extends object>(
  site: Site,
  read: (work: Work) => Promise<T>,
): Promise<T & { club: ClubShown }> {
  const page = await site.app.read(visitor, withClub(read));
  site.known.club = page.club;
  return page;
}

/** The same where a visitor's form changes something. */
export async function change<T extends object>(
  site: Site,
  verb: (work: Work) => Promise<T>,
): Promise<T & { club: ClubShown }> {
  const page = await site.app.write(visitor, withClub(verb));
  site.known.club = page.club;
  return page;
}

const withClub =
  <T extends object>(verb: (work: Work) => Promise<T>) =>
  async (work: Work): Promise<T & { club: ClubShown }> => ({
    ...(await verb(work)),
    club: work.club ?? notSetUp,
  });

/** Before the club has a name, its site stands there empty rather than broken. */
const notSetUp: ClubShown = { name: "Bass club", zone: "America/Chicago", contact: null };
