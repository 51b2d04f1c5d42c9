import { isOfficer } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { forbidden } from "../errors.ts";
import type { Cents } from "../money.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import { isCurrent, owingSince, paidThrough } from "./dues.rules.ts";
import { findDues, findStatuses } from "./membership.queries.ts";
import { findOwing } from "./owing.queries.ts";
import { reminderStage, type ReminderStage } from "./remind-dues.rules.ts";
import { loadDuesRules } from "./season-dues.service.ts";
import { statusRowOn } from "./status.rules.ts";

/** A member whose dues do not cover today. */
export interface OwingMember {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  /** The last day paid for without a gap; null who never paid. */
  paidThrough: ClubDate | null;
  /** The first day they are a member without having paid for it. */
  owingSince: ClubDate;
  /** Null: the year's dues are not due yet. */
  stage: ReminderStage | null;
  /** The last time this year; null: not yet. */
  remindedOn: ClubDate | null;
}

export interface OwingList {
  year: number;
  /** A year's dues; null where the rules know none. */
  cents: Cents | null;
  members: OwingMember[];
}

/** Members whose dues do not cover today, by name, with how to reach them; for officers. Five queries. */
export async function listOwing(work: Work, _: object = {}): Promise<OwingList> {
  if (!isOfficer(work.actor)) {
    throw forbidden("officers-only", "Who owes dues is for the club's officers. Ask the treasurer.");
  }
  const { today } = work;
  const year = Number(today.slice(0, 4));
  const dues = (await loadDuesRules(work))(year);
  const open = new Map((await findOwing(work, { day: today, year })).map((one) => [one.anglerId, one]));
  const anglerIds = [...open.keys()];
  const anglers = await work.em.find(Angler, { id: { $in: anglerIds } });
  const statuses = await findStatuses(work, { anglerIds });
  const paid = await findDues(work, { anglerIds });
  const members = anglers.flatMap(({ id, name, email, phone }) => {
    const history = statuses.get(id) ?? [];
    const payments = paid.get(id) ?? [];
    if (isCurrent({ statuses: history, payments, today })) return [];
    const memberSince = statusRowOn(history, today)!.from;
    const through = paidThrough({ payments, today });
    return {
      id,
      name,
      email,
      phone,
      paidThrough: through,
      owingSince: owingSince({ memberSince, paidThrough: through }),
      stage: dues && reminderStage({ today, dueMonth: dues.month, memberSince }),
      remindedOn: open.get(id)!.told.at(-1)?.on ?? null,
    };
  });
  return {
    year,
    cents: dues?.amount ?? null,
    members: members.toSorted((one, other) => byName.compare(one.name, other.name) || one.id - other.id),
  };
}

const byName = new Intl.Collator("en");
