import { authorize } from "../actor.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { DuesPayment } from "../membership/dues-payment.entity.ts";
import { addMembers, setStatus } from "../membership/membership.service.ts";
import { OfficerTerm } from "../membership/officer-term.entity.ts";
import type { Work } from "../work.ts";
import { ownDeed } from "./deeds.service.ts";
import type { DemoFacts } from "./demo-facts.rules.ts";
import { roleOf } from "./calendar.rules.ts";
import { clubInstant } from "../time.ts";

/** Brings in the people with what became of them, their offices and their dues; ids by name. */
export async function settlePeople(
  work: Work,
  { facts }: { facts: DemoFacts },
): Promise<ReadonlyMap<string, number>> {
  const { people } = facts;
  const members = people.map(({ name, publicName, email, phone, aliases, joinedOn, statuses }) => ({
    name,
    publicName,
    email,
    phone,
    aliases,
    ...statuses[0]!,
    ...(statuses[0]!.status === "member" && joinedOn !== null ? { joinedOn } : {}),
  }));
  const added = await ownDeed(work, () => addMembers(work, { members }));
  for (const { name: reference, statuses } of people) {
    for (const later of statuses.slice(1)) {
      await ownDeed(work, () => setStatus(work, { reference, ...later }));
    }
  }
  const ids = new Map(people.map(({ name }, at) => [name, added[at]!.id]));
  await ownDeed(work, () => electOfficers(work, { facts, ids }));
  await ownDeed(work, () => collectDues(work, { facts, ids }));
  return ids;
}

interface Known {
  facts: DemoFacts;
  ids: ReadonlyMap<string, number>;
}

/** Officers by year, and for those of the current one what they may do. */
async function electOfficers(work: Work, { facts: { seasons }, ids }: Known): Promise<void> {
  authorize(work, "electOfficers", { roles: [] });
  for (const { year, chapter, officers } of seasons) {
    for (const [office, name] of Object.entries(officers)) {
      const angler = work.em.getReference(Angler, ids.get(name)!);
      work.em.create(OfficerTerm, { angler, office, year });
      const role = roleOf[office];
      if (chapter === "current" && role !== undefined) work.em.create(AnglerRole, { angler, role });
    }
  }
  await work.em.flush();
}

async function collectDues(work: Work, { facts: { payments }, ids }: Known): Promise<void> {
  authorize(work, "recordDues", { roles: ["treasurer"] });
  const { kind, name } = work.actor;
  for (const { angler, voided, ...payment } of payments) {
    work.em.create(DuesPayment, {
      ...payment,
      angler: work.em.getReference(Angler, ids.get(angler)!),
      recordedByKind: kind,
      recordedByName: name,
      voidedAt: voided && clubInstant(voided.on, "10:00", work.now.zoneName).toJSDate(),
      voidReason: voided && voided.reason,
    });
  }
  await work.em.flush();
}
