import { anglerDraftSchema } from "../anglers/anglers.schemas.ts";
import { type AnglerRef, nearestAnglers, resolveAnglers } from "../anglers/anglers.service.ts";
import type { Problem } from "../errors.ts";
import { addMembers } from "../membership/membership.service.ts";
import type { Work } from "../work.ts";
import type { MatchedRow } from "./boat-rows.rules.ts";
import { readCsv } from "../anglers/csv-file.service.ts";
import { readNameMap } from "../anglers/name-map.rules.ts";
import type { ResultsRow } from "./results-row.rules.ts";

/** How names that the club does not know are settled. */
export interface NameChoices {
  /** Makes guests of those whom nobody knows. */
  createGuests?: boolean | undefined;
  /** A CSV with the columns name and angler: an id, e-mail, name or alias; blank makes a guest. */
  map?: Uint8Array | undefined;
}

/** Whom the names of a file mean. */
export interface NamesMatched {
  /** Rows with the persons they name; below zero who is not known. */
  matched: (rows: readonly ResultsRow[]) => MatchedRow[];
  guests: AnglerRef[];
  problems: Problem[];
}

/**
 * Finds everyone a file names: by the map, else by id, e-mail, name or alias, and never by likeness. Who is left is a
 * problem with the nearest names, or becomes a guest; `since` is the day their status begins. With other problems
 * nobody is made: the file is refused anyway.
 */
export async function matchNames(
  work: Work,
  {
    rows,
    createGuests,
    map,
    since,
    refused,
  }: NameChoices & { rows: readonly ResultsRow[]; since: string; refused: boolean },
): Promise<NamesMatched> {
  const lines = linesOfNames(rows);
  const mapped = map === undefined ? { names: new Map(), problems: [] } : readNameMap(readCsv({ file: map }));
  const problems = [...mapped.problems];
  const asked = new Map<string, string>();
  for (const [key, { name }] of lines) {
    const told = mapped.names.get(key);
    if (told?.reference !== null) asked.set(key, told?.reference ?? name);
  }
  const { found, ambiguous } = await resolveAnglers(work, { references: [...new Set(asked.values())] });

  const ids = new Map<string, number>();
  const unknown: string[] = [];
  for (const [key, { line, name }] of lines) {
    const reference = asked.get(key);
    const told = mapped.names.get(key);
    const several = reference === undefined ? undefined : ambiguous.get(reference);
    const one = reference === undefined ? undefined : found.get(reference);
    const where = told
      ? { line: told.line, column: "--map", value: reference }
      : { line, column: "angler", value: name };
    if (one) ids.set(key, one.id);
    else if (several) {
      const whom = several.map((other) => `${other.name} (${other.id})`).join(", ");
      problems.push({
        ...where,
        reason: `${several.length} anglers are called so: ${whom}. Say which by --map.`,
      });
    } else if (told && reference !== undefined) problems.push({ ...where, reason: "Nobody is called so." });
    else unknown.push(key);
  }

  const toMake = unknown.filter((key) => createGuests || mapped.names.has(key));
  const bad = toMake.flatMap((key) => notAName(lines.get(key)!));
  problems.push(
    ...bad,
    ...(await tellUnknown(
      work,
      unknown.filter((key) => !toMake.includes(key)).map((key) => lines.get(key)!),
    )),
  );
  const names = toMake.map((key) => lines.get(key)!.name);
  const makes = !refused && problems.length === 0 && names.length > 0;
  const guests = makes
    ? await addMembers(work, {
        members: names.map((name) => ({ name, status: "guest" as const, from: since })),
      })
    : [];
  // Whoever is not made yet still has to be told apart, to find what else is wrong.
  unknown.forEach((key, index) => ids.set(key, -1 - index));
  guests.forEach(({ id }, index) => ids.set(toMake[index]!, id));
  return {
    matched: (some) => some.map((row) => matchRow(row, ids)),
    guests: guests.map(({ id, publicName: name }) => ({ id, name })),
    problems,
  };
}

interface Named {
  name: string;
  line: number;
}

function matchRow(row: ResultsRow, ids: ReadonlyMap<string, number>): MatchedRow {
  const idOf = (name: string | null) => (name === null ? null : (ids.get(key(name)) ?? null));
  return Object.assign({}, row, {
    anglerId: idOf(row.angler)!,
    partnerId: idOf(row.partner),
    standsInForId: idOf(row.standsInFor),
    caughtById: idOf(row.caughtBy),
  });
}

const key = (name: string): string => name.toLowerCase();

/** Every name of the rows, as it is first written, and the line it first stands on. */
function linesOfNames(rows: readonly ResultsRow[]): Map<string, Named> {
  const lines = new Map<string, Named>();
  for (const { line, angler, partner, standsInFor, caughtBy } of rows) {
    for (const name of [angler, partner, standsInFor, caughtBy]) {
      if (name !== null && !lines.has(key(name))) lines.set(key(name), { name, line });
    }
  }
  return lines;
}

function notAName({ line, name }: Named): Problem[] {
  const checked = anglerDraftSchema.shape.name.safeParse(name);
  const fault = checked.error?.issues[0]?.message;
  return fault === undefined
    ? []
    : [{ line, column: "angler", value: name, reason: `A guest's name ${fault}.` }];
}

async function tellUnknown(work: Work, unknown: readonly Named[]): Promise<Problem[]> {
  const near = await nearestAnglers(work, {
    references: unknown.slice(0, mostGuessed).map(({ name }) => name),
  });
  return unknown.map(({ line, name }) => {
    const candidates = near.get(name) ?? [];
    const guess = candidates.length > 0 ? ` Nearest: ${candidates.slice(0, 3).join(", ")}.` : "";
    const reason = `Nobody is called so.${guess} Say who it is by --map, or make guests by --create-guests.`;
    return { line, column: "angler", value: name, reason };
  });
}

/** Names whose nearest are looked for; a file of strangers has no use for more. */
const mostGuessed = 200;
