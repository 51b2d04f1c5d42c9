import { LockMode } from "@mikro-orm/core";
import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { Announcement } from "./announcement.entity.ts";
import { Notice } from "./notice.entity.ts";
import type { Purpose } from "./notices.schemas.ts";

/** Who never heard what was taken back: the recipients, by id, and whether the channel did not either. */
export interface TakenBack {
  unsent: Set<number>;
  unsaid: boolean;
}

/**
 * Takes back what was to be told and does not hold any more: whatever of it waits is not sent. Of what was tried before
 * nobody knows whether it arrived.
 */
export async function takeBack(
  work: Work,
  { purpose, occasion }: { purpose: Purpose; occasion: string },
): Promise<TakenBack> {
  authorize(work, "takeBack", { roles: ["weighmaster", "treasurer", "editor"] });
  const waiting = { purpose, occasion, state: "waiting" } as const;
  const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const notices = await work.em.find(Notice, waiting, locked);
  const announcements = await work.em.find(Announcement, waiting, locked);
  for (const one of [...notices, ...announcements]) one.withhold("it was taken back");
  await work.em.flush();
  return {
    unsent: new Set(notices.filter(({ attempts }) => attempts === 0).map(({ recipient }) => recipient.id)),
    unsaid: announcements.some(({ attempts }) => attempts === 0),
  };
}
