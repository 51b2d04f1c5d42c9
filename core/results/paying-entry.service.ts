import { resolveAngler, resolveAnglers } from "../anglers/anglers.service.ts";
import { conflict, notFound } from "../errors.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";

interface Asked {
  boat?: number | undefined;
  angler?: string | number | undefined;
  entries: EntryFacts[];
  /** The tournament's. */
  name: string;
}

/** The boat of this number, or the entry this angler is in; of several of that name, the one who is there. */
export async function findPayingEntry(
  work: Work,
  { boat, angler, entries, name }: Asked,
): Promise<EntryFacts> {
  if (boat !== undefined) {
    const found = entries.find(({ boatNumber }) => boatNumber === boat);
    if (found !== undefined) return found;
    throw notFound("boat-not-found", `${name} has no boat ${boat}. See sabc tournament cash-sheet.`);
  }
  const reference = String(angler);
  const { found, ambiguous } = await resolveAnglers(work, { references: [reference] });
  const meant = found.get(reference);
  const people = meant === undefined ? (ambiguous.get(reference) ?? []) : [meant];
  if (people.length === 0) await resolveAngler(work, { reference });
  const theirs = entries.filter(({ crew }) =>
    crew.some(({ anglerId }) => people.some(({ id }) => id === anglerId)),
  );
  const [entry, another] = theirs;
  if (entry === undefined) {
    throw notFound("angler-not-aboard", `${reference} is in no boat of ${name} and did not buy in.`);
  }
  if (another === undefined) return entry;
  throw conflict(
    "angler-ambiguous",
    `Several entries have a ${reference} aboard. Name the boat by its number, or the angler by the e-mail address.`,
  );
}
