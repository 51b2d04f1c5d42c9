import { conflict, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { Angler } from "./angler.entity.ts";
import { findMatches, listEveryName, type Match } from "./anglers.queries.ts";
import { nearest } from "./nearest.service.ts";

/** An angler as everyone may see them: `name` is the public name. */
export interface AnglerRef {
  id: number;
  name: string;
}

/** An angler as the club knows them. */
export interface AnglerFound {
  id: number;
  name: string;
  publicName: string;
}

/** What became of many references; the keys are the references as they were given. */
export interface AnglersResolved {
  found: Map<string, AnglerFound>;
  ambiguous: Map<string, AnglerFound[]>;
  unknown: string[];
}

/**
 * The one angler whose id, e-mail, exact name, public name or alias this is, without regard to case. Not-found names
 * the nearest; a name of several is a conflict that lists their ids.
 */
export async function resolveAngler(work: Work, { reference }: { reference: string }): Promise<AnglerFound> {
  const { found, ambiguous } = await resolveAnglers(work, { references: [reference] });
  const angler = found.get(reference);
  if (angler !== undefined) return angler;
  const several = ambiguous.get(reference)?.map(label);
  if (several !== undefined) {
    throw conflict(
      "angler-ambiguous",
      `${several.length} anglers are called "${cut(reference)}". Use the id.`,
      {
        candidates: several,
      },
    );
  }
  const near = await nearestAnglers(work, { references: [reference] });
  throw notFound(
    "angler-not-found",
    `There is no angler "${cut(reference)}". Use an id, e-mail, name or alias.`,
    {
      candidates: near.get(reference) ?? [],
    },
  );
}

/**
 * The one person meant, whose record may still be changed: as `resolveAngler`, and a conflict where the person was
 * erased. Their results are reached by `resolveAngler`.
 */
export async function resolvePerson(work: Work, { reference }: { reference: string }): Promise<AnglerFound> {
  const found = await resolveAngler(work, { reference });
  const { erasedOn } = await work.em.findOneOrFail(Angler, found.id);
  if (erasedOn === null) return found;
  throw conflict(
    "angler-erased",
    `Angler ${found.id} was erased on ${erasedOn}. Results stay under "${found.name}"; nothing else is kept or changed.`,
  );
}

/** As `resolveAngler`, for many at once and without refusing any. */
export async function resolveAnglers(
  work: Work,
  { references }: { references: string[] },
): Promise<AnglersResolved> {
  const asked = new Map(references.map((reference) => [reference, plain(reference)]));
  const matches = Map.groupBy(
    await findMatches(work, { texts: [...new Set(asked.values())] }),
    (match) => match.asked,
  );
  const resolved: AnglersResolved = { found: new Map(), ambiguous: new Map(), unknown: [] };
  for (const [reference, text] of asked) {
    const [first, ...others] = (matches.get(text) ?? []).map(angler);
    if (first === undefined) resolved.unknown.push(reference);
    else if (others.length === 0) resolved.found.set(reference, first);
    else resolved.ambiguous.set(reference, [first, ...others]);
  }
  return resolved;
}

/** For each reference that names nobody, the anglers it may have meant, as `Bob Cruz (12)`, best first. */
export async function nearestAnglers(
  work: Work,
  { references }: { references: string[] },
): Promise<Map<string, string[]>> {
  const labels = Map.groupBy(await listEveryName(work), ({ name }) => name);
  const among = [...labels.keys()];
  const near = new Map<string, string[]>();
  for (const reference of references) {
    const names = await nearest({ asked: plain(reference), among });
    near.set(reference, names.flatMap((name) => labels.get(name) ?? []).map(label));
  }
  return near;
}

/** Blanks and accents as names are kept. */
const plain = (reference: string): string => reference.normalize("NFC").trim().replaceAll(/\s+/g, " ");

const label = ({ name, id }: { name: string; id: number }): string => `${name} (${id})`;

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const angler = ({ id, name, publicName }: Match): AnglerFound => ({ id, name, publicName });
