import { type EntityManager, IsolationLevel, type MikroORM } from "@mikro-orm/postgresql";
import { DateTime } from "luxon";
import { visitor } from "../actor.ts";
import { busy } from "../errors.ts";
import type { ClubShown, Who, Work } from "../work.ts";
import { ChangeRecorder } from "./change-recorder.ts";

/** What becomes of a transaction: it only reads, it is kept, or it is taken back once its outcome is known. */
export type Ending = "read" | "keep" | "take-back";

export interface Transaction<T> {
  who: Who;
  ending: Ending;
  verb: (work: Work) => Promise<T>;
  /** Whether sabc was told to stop meanwhile: whoever told it hears that nothing more is changed, and nothing is. */
  isClosing: () => boolean;
}

/** One verb in one transaction, with the audit records of all it changes. */
export async function inTransaction<T>(
  orm: MikroORM,
  { who, ending, verb, isClosing }: Transaction<T>,
): Promise<T> {
  const em = orm.em.fork({ freshEventManager: true });
  const reading = ending === "read";
  const isolationLevel = reading ? IsolationLevel.REPEATABLE_READ : IsolationLevel.READ_COMMITTED;
  await em.begin({ isolationLevel, readOnly: reading });
  try {
    const work = await openWork(em, { who, reading });
    if (!reading) em.getEventManager().registerSubscriber(new ChangeRecorder(work));
    const outcome = await verb(work);
    if (ending === "take-back") await takeBack(em);
    else await keep(em, isClosing);
    return outcome;
  } catch (error) {
    await em.rollback().catch(() => undefined);
    throw error;
  }
}

async function keep(em: EntityManager, isClosing: () => boolean): Promise<void> {
  await em.flush();
  if (isClosing()) throw busy("stopping", "sabc was told to stop. Nothing was changed.");
  await em.commit();
}

/** A rehearsal meets every constraint that the real change would meet. */
async function takeBack(em: EntityManager): Promise<void> {
  await em.flush();
  await em.execute("set constraints all immediate");
  await em.rollback();
}

const defaultZone = "America/Chicago";

interface Beginning {
  now: string;
  club: ClubShown | null;
}

const beginning = `
  select extract(epoch from club_now()) * 1000 as now,
    (select json_build_object('name', name, 'zone', zone, 'contact', contact_address) from club) as club`;

// What changes something finds rows by their keys: one plan does for all values, and need not be made five times on
// each connection before the server believes it.
const planOnce = "set local plan_cache_mode = force_generic_plan;";

/** The time and the club, which every work needs, in one question. */
async function openWork(em: EntityManager, { who, reading }: { who: Who; reading: boolean }): Promise<Work> {
  const [row] = await em.execute<Beginning[]>(reading ? beginning : `${planOnce}${beginning}`);
  const club = row?.club ?? null;
  const zone = club?.zone ?? defaultZone;
  const now = DateTime.fromMillis(Math.floor(Number(row?.now)), { zone }) as DateTime<true>;
  const nobody: Work = { em, actor: visitor, now, today: now.toISODate(), club, deed: null };
  return { ...nobody, actor: typeof who === "function" ? await who(nobody) : who };
}
