import { visitor } from "#core/actor.ts";
import type { ClubShown, Work } from "#core/work.ts";
import type { Site } from "./context.ts";

/** Reads for a page as the public may see it, with the club whose page it is, in one snapshot. */
export async function ask<T extends object>(
  site: Site,
  read: (work: Work) => Promise<T>,
): Promise<T & { club: ClubShown }> {
  const page = await site.app.read(visitor, async (work) => ({
    ...(await read(work)),
    club: work.club ?? notSetUp,
  }));
  site.known.club = page.club;
  return page;
}

/** Before the club has a name, its site stands there empty rather than broken. */
const notSetUp: ClubShown = { name: "Bass club", zone: "America/Chicago", contact: null };
