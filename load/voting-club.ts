import { type Actor, operator } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import type { Work } from "#core/work.ts";

export const officer = operator("load");

/** A club of so many members who may vote, and a poll that shows its counts. */
export async function votingClub(
  app: App,
  { members: count }: { members: number },
): Promise<{ members: Actor[]; poll: PollShown }> {
  return app.write(officer, async (work) => {
    const { year } = work.now;
    await saveClub(work, { name: "Load Bass Club" });
    await setRules(work, { year, rules: "sabc-team" });
    const names = Array.from({ length: count }, (_, at) => `Member ${String(at + 1).padStart(4, "0")}`);
    const people = await addMembers(work, {
      members: names.map((name) => ({ name, status: "member" as const, joinedOn: `${year - 1}-01-01` })),
    });
    await recordDues(work, {
      payments: people.map(({ id }) => ({ angler: String(id), method: "cash" as const, year })),
    });
    const poll = await openPoll(work);
    const members = people.map(({ id: anglerId, name }): Actor => {
      return { kind: "angler", name, channel: "site", anglerId, roles: [] };
    });
    return { members, poll };
  });
}

/** Another poll that shows its counts. */
export const openPoll = (work: Work): Promise<PollShown> =>
  createPoll(work, {
    kind: "choice",
    title: "Where is the banquet?",
    options: ["Hall", "Park", "Lake"],
    totals: "live",
    closes: { day: work.now.plus({ days: 2 }).toISODate(), time: "12:00" },
  });

/** The value that so much of them stay under: 0.95 of all. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
