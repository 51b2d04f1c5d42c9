import { randomBytes } from "node:crypto";
import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { Notice } from "./notice.entity.ts";
import type { FactsOf, Purpose } from "./notices.schemas.ts";

interface Tidings<P extends Purpose> {
  purpose: P;
  /** What makes it another one of its purpose: `2027`, `event 17 revision 3`. */
  occasion: string;
  /** Anglers by id; each is told once, however often they stand here. */
  recipients: readonly number[];
  facts: FactsOf<P>;
}

/**
 * Tells anglers something by mail, from the transaction in which it happens; who was told of that occasion before is
 * not told again. Whether they have an address and want it is looked at when it is sent.
 */
export async function notify<P extends Purpose>(work: Work, tidings: Tidings<P>): Promise<void> {
  const { purpose, occasion, recipients, facts } = tidings;
  const notices = [...new Set(recipients)].map((recipient) => ({ occasion, recipient, facts }));
  await notifyEach(work, { purpose, notices });
}

/** The same where everyone is told something of their own; one query however many they are. */
export async function notifyEach<P extends Purpose>(
  work: Work,
  { purpose, notices }: { purpose: P; notices: { occasion: string; recipient: number; facts: FactsOf<P> }[] },
): Promise<void> {
  authorize(work, "notify", { roles: ["weighmaster", "treasurer", "editor"] });
  const rows = notices.map((notice) => ({
    purpose,
    ...notice,
    token: randomBytes(24).toString("base64url"),
  }));
  if (rows.length === 0) return;
  await work.em.upsertMany(Notice, rows, {
    onConflictFields: ["purpose", "recipient", "occasion"],
    onConflictAction: "ignore",
    disableIdentityMap: true,
  });
}
