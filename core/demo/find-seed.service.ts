import { Angler } from "../anglers/angler.entity.ts";
import { AuditRecord } from "../audit/audit-record.entity.ts";
import { conflict } from "../errors.ts";
import { Event } from "../events/event.entity.ts";
import { Season } from "../seasons/season.entity.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import type { SeedName } from "./seed-sizes.rules.ts";

export interface SeedFound {
  size: SeedName;
  /** The day it was begun on, and stands on. */
  today: ClubDate;
}

/** How a seeded club says in the audit record what it is. */
export const seedWords = ({ size, today }: SeedFound): string => `An invented club, ${size}, as of ${today}.`;

/** The seeded club in this database; null in an empty one. Conflict where it holds a club of its own. */
export async function findSeed(work: Work): Promise<SeedFound | null> {
  const made = await work.em.findOne(AuditRecord, { verb: "seedClub", subject: "club", action: "create" });
  const said = /^An invented club, (\w+), as of (\d{4}-\d{2}-\d{2})\.$/.exec(made?.reason ?? "");
  if (said !== null) return { size: said[1] as SeedName, today: said[2]! };
  if (work.club === null && (await isEmpty(work))) return null;
  throw conflict(
    "club-not-seeded",
    "This database holds a club of its own, so nothing invented is put into it. Use another one: --home DIR.",
  );
}

async function isEmpty({ em }: Work): Promise<boolean> {
  return (await em.count(Angler)) + (await em.count(Season)) + (await em.count(Event)) === 0;
}
