import { Angler } from "../anglers/angler.entity.ts";
import { findMatches, listEveryName, type Match } from "../anglers/anglers.queries.ts";
import { nearestAnglers } from "../anglers/anglers.service.ts";
import { readCsv } from "../anglers/csv-file.service.ts";
import { readNameMap } from "../anglers/name-map.rules.ts";
import type { Problem } from "../errors.ts";
import type { Work } from "../work.ts";
import { findTwins, type Twinned } from "./new-people.rules.ts";
import { foldName, type PersonNamed, who, whoIsMeant } from "./people-named.rules.ts";

/** How people that the club does not know are settled. */
export interface PeopleChoices {
  /** A CSV with the columns name and angler: an id, e-mail, name or alias; blank: someone new. */
  map?: Uint8Array | undefined;
}

interface Asked extends PeopleChoices {
  rows: readonly PersonNamed[];
  /** What becomes of those nobody knows, and of those the map says are new; `advice` is what to do where refused. */
  strangers: { unknown: "added" | "refused"; mapped: "added" | "refused"; advice: string };
  /** Other texts that `called` is to know. */
  texts?: readonly string[];
}

/** Whom the rows of a file mean. */
export interface PeopleMatched {
  /** By line; null for someone new. Rows with a problem are not in it. */
  meant: Map<number, Angler | null>;
  /** The lines of which the map said whom they mean. */
  mapped: ReadonlySet<number>;
  problems: Problem[];
  called: (text: string) => readonly Match[];
}

/**
 * Finds everyone the rows mean: by the map, else by id, e-mail, name and alias together, never by likeness. Whoever is
 * not certain is a problem that names the candidates. A constant number of queries.
 */
export async function matchPeople(
  work: Work,
  { rows, strangers, map, texts = [] }: Asked,
): Promise<PeopleMatched> {
  const mapped = map === undefined ? { names: new Map(), problems: [] } : readNameMap(readCsv({ file: map }));
  const said = rows.flatMap(({ id, name, email, aliases }) => [id ?? [], name, email ?? [], aliases].flat());
  const references = [...mapped.names.values()].flatMap(({ reference }) => reference ?? []);
  const asked = [...new Set([...said, ...references, ...texts].map(String))];
  const matches = Map.groupBy(await findMatches(work, { texts: asked }), (match) => match.asked);
  const called = (text: string) => matches.get(text) ?? [];
  const ids = new Set([...matches.values()].flat().map(({ id }) => id));
  const anglers = await work.em.find(Angler, { id: { $in: [...ids] } });
  const byId = new Map(anglers.map((angler) => [angler.id, angler]));
  const erased = new Set(anglers.filter(({ erasedOn }) => erasedOn !== null).map(({ id }) => id));

  const meant: PeopleMatched["meant"] = new Map();
  const problems = [...mapped.problems];
  const fresh: PersonNamed[] = [];
  const unknown: PersonNamed[] = [];
  for (const row of rows) {
    const found = whoIsMeant(row, { called, erased, told: mapped.names.get(row.name.toLowerCase()) });
    if ("problem" in found) problems.push(found.problem);
    else if ("angler" in found) meant.set(row.line, byId.get(found.angler.id)!);
    else if (found.stranger === "said" && strangers.mapped === "added") fresh.push(row);
    else unknown.push(row);
  }
  const adds = strangers.unknown === "added";
  const told = adds ? nearlyKnown(work, unknown) : tellUnknown(work, { unknown, advice: strangers.advice });
  problems.push(...(await told));
  const doubted = new Set(problems.map(({ line }) => line));
  const added = [...fresh, ...(adds ? unknown.filter(({ line }) => !doubted.has(line)) : [])];
  const inOrder = added.toSorted((one, other) => one.line - other.line);
  const twins = findTwins({ rows: inOrder, told: fresh });
  problems.push(...twins.map(({ row, first }) => tellTwin(row, first)));
  const twinned = new Set(twins.map(({ row }) => row.line));
  for (const { line } of added) if (!twinned.has(line)) meant.set(line, null);
  const explained = rows.filter(({ name }) => mapped.names.get(name.toLowerCase())?.reference);
  return { meant, mapped: new Set(explained.map(({ line }) => line)), problems, called };
}

/** Those who are called almost like someone: another writing of one name more often than another person. */
async function nearlyKnown(work: Work, unknown: readonly PersonNamed[]): Promise<Problem[]> {
  if (unknown.length === 0) return [];
  const known = Map.groupBy(await listEveryName(work), ({ name }) => foldName(name));
  return unknown.flatMap(({ line, name }) => {
    const near = known.get(foldName(name)) ?? [];
    if (near.length === 0) return [];
    const reason = `Nobody is called just so, and nearly so ${near.map(who).join(", ")}. Say by --map who it is, or leave the angler blank there for someone new.`;
    return [{ line, column: "name", value: name, reason }];
  });
}

async function tellUnknown(
  work: Work,
  { unknown, advice }: { unknown: readonly PersonNamed[]; advice: string },
): Promise<Problem[]> {
  if (unknown.length === 0) return [];
  const names = [...new Set(unknown.map(({ name }) => name))].slice(0, mostGuessed);
  const near = await nearestAnglers(work, { references: names });
  return unknown.map(({ line, name }) => {
    const candidates = (near.get(name) ?? []).slice(0, 3).join(", ");
    const guess = candidates === "" ? "" : ` Nearest: ${candidates}.`;
    return { line, column: "name", value: name, reason: `Nobody is called so.${guess} ${advice}` };
  });
}

const tellTwin = ({ line, name }: PersonNamed, { row: first, same }: Twinned): Problem => ({
  line,
  column: "name",
  value: name,
  reason: same
    ? `Line ${first.line} has the same name. Keep one; two people need an e-mail each, or an id each, to be told apart.`
    : `Line ${first.line} is ${first.name}, nearly the same. Keep one, or say by --map that both are new.`,
});

/** Names whose nearest are looked for; a file of strangers has no use for more. */
const mostGuessed = 50;
