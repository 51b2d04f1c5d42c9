import { Angler } from "../anglers/angler.entity.ts";
import { AuditRecord } from "../audit/audit-record.entity.ts";
import { conflict } from "../errors.ts";
import { Event } from "../events/event.entity.ts";
import { Season } from "../seasons/season.entity.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";

/** The day the demo in this database was made for; null in an empty one. Conflict where it holds a club of its own. */
export async function findDemo(work: Work): Promise<{ today: ClubDate } | null> {
  const made = await work.em.findOne(AuditRecord, { verb: "buildDemo", subject: "club", action: "create" });
  const today = /\d{4}-\d{2}-\d{2}/.exec(made?.reason ?? "")?.[0];
  if (today !== undefined) return { today };
  if (work.club === null && (await isEmpty(work))) return null;
  throw conflict("club-not-demo", "This database holds a club of its own, so no demo is made in it.");
}

async function isEmpty({ em }: Work): Promise<boolean> {
  return (await em.count(Angler)) + (await em.count(Season)) + (await em.count(Event)) === 0;
}
