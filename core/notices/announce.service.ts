import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { Announcement } from "./announcement.entity.ts";
import { hasChannel } from "./announcements.queries.ts";
import type { AnnouncementFacts, AnnouncementPurpose } from "./announcements.schemas.ts";

interface Tidings<P extends AnnouncementPurpose> {
  purpose: P;
  /** What makes it another one of its purpose: `event 17 revision 3`. */
  occasion: string;
  facts: AnnouncementFacts<P>;
}

/**
 * Says something in the club's channel, from the transaction in which it happens: once for its occasion, posted by the
 * bot afterwards. A club without a channel says nothing.
 */
export async function announce<P extends AnnouncementPurpose>(
  work: Work,
  { purpose, occasion, facts }: Tidings<P>,
): Promise<void> {
  authorize(work, "announce", { roles: ["weighmaster", "treasurer", "editor"] });
  if (!(await hasChannel(work))) return;
  await work.em.upsertMany(Announcement, [{ purpose, occasion, facts }], {
    onConflictFields: ["purpose", "occasion"],
    onConflictAction: "ignore",
    disableIdentityMap: true,
  });
}
