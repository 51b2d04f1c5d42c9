import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { OfficerTerm } from "../membership/officer-term.entity.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";
import { findPolls } from "./poll-row.queries.ts";
import { Poll } from "./poll.entity.ts";
import { type PollShown, resolvePoll, show, stateOf } from "./polls.service.ts";
import type { DecidePoll } from "./polls.schemas.ts";
import { storedTallies } from "./show-poll.rules.ts";
import { settle } from "./tally.service.ts";
import { lockPoll } from "./tally.queries.ts";

/**
 * Decides the first tie of a counted poll for one of the tied: by the year's president, or by the coin that an officer
 * throws, as the poll says. What depends on it is counted on; once nothing is tied the winners are applied.
 */
export async function decidePoll(
  work: Work,
  { poll: reference, option, decidedBy, reason }: DecidePoll,
): Promise<PollShown> {
  const president = await findPresident(work);
  const self = president ?? undefined;
  // The ruling sets the tournament or fills the office, and everybody is told.
  authorize(work, "decidePoll", { roles: [], self, entails: true, reason });
  const { id } = await resolvePoll(work, { reference });
  await lockPoll(work, { poll: id });
  const row = await resolvePoll(work, { reference: id });
  if (stateOf(work, row) !== "tied")
    throw conflict("poll-not-tied", "The poll waits for no decision. See sabc poll show.");
  const tie = storedTallies(row).find(({ verdict }) => verdict === "tied")!;
  const question = row.questions.find((one) => one.id === tie.question)!;
  const tied = question.options.filter((one) => tie.tied.includes(one.id));
  const chosen = meant(tied, String(option));
  if (chosen === undefined) {
    const candidates = tied.map(({ id: one, label }) => `${label} (${one})`);
    throw conflict("option-not-tied", `Decide between the tied: ${candidates.join(", ")}.`, { candidates });
  }
  const { kind, name, anglerId } = work.actor;
  work.em.create(Ruling, {
    kind: row.tie,
    subject: "question",
    subjectId: tie.question,
    tournament: row.tournament?.id ?? null,
    outcome: { option: chosen.id, label: chosen.label, tied: tied.map(({ label }) => label) },
    decidedBy,
    reason: reason ?? null,
    recordedByKind: kind,
    recordedByName: name,
    recordedBy: anglerId,
  });
  await work.em.flush();
  await settle(work, { poll: await work.em.findOneOrFail(Poll, id), row });
  return show(work, (await findPolls(work, [id]))[0]!);
}

/** By id, else by a name that is the only one such. */
function meant<One extends { id: number; label: string }>(
  tied: readonly One[],
  word: string,
): One | undefined {
  const byName = tied.filter(({ label }) => label.toLowerCase() === word.trim().toLowerCase());
  return tied.find(({ id }) => String(id) === word) ?? (byName.length === 1 ? byName[0] : undefined);
}

/** The angler who is president this year, by id. */
export async function findPresident(work: Work): Promise<number | null> {
  const terms = await work.em.find(OfficerTerm, { year: work.now.year });
  return terms.find(({ office }) => office.toLowerCase() === "president")?.angler.id ?? null;
}
