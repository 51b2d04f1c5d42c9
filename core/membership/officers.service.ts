import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { type AnglerFound, type AnglerRef, resolvePerson } from "../anglers/anglers.service.ts";
import { conflict, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import type { ListOfficers, SetOfficer } from "./membership.schemas.ts";
import { OfficerTerm } from "./officer-term.entity.ts";

/** Who holds an office in a year. */
export interface OfficerShown {
  year: number;
  office: string;
  angler: AnglerRef;
}

/** What setting an office came to; `angler` is null where nobody holds it now. */
export interface OfficerSet {
  year: number;
  office: string;
  angler: AnglerFound | null;
  before: AnglerFound | null;
  changed: boolean;
}

/** The officers of a year, or of all, the newest year first; the names are those everyone may see. */
export async function listOfficers(work: Work, { year }: ListOfficers): Promise<OfficerShown[]> {
  const terms = await work.em.find(OfficerTerm, year === undefined ? {} : { year }, {
    populate: ["angler"],
    orderBy: { year: "desc", id: "asc" },
  });
  return terms.map(({ year: of, office, angler: { id, publicName } }) => ({
    year: of,
    office,
    angler: { id, name: publicName },
  }));
}

/** Who would be put out by setting an office so: to be asked about before; null where nobody would. */
export async function findReplaced(
  work: Work,
  { office, reference, year = yearOf(work) }: SetOfficer,
): Promise<{ year: number; replaced: AnglerFound | null }> {
  const angler = reference === null ? null : await resolvePerson(work, { reference });
  const { term } = await findTerm(work, { office, year });
  const same = term === undefined || term.angler.id === angler?.id;
  return { year, replaced: same ? null : found(term.angler) };
}

/**
 * Gives an office of a year, the current one where none is said, to an angler, or to nobody. An office is the same
 * whatever its case. Someone who holds it is put out only when named (`replaces`); conflict else.
 */
export async function setOfficer(work: Work, input: SetOfficer): Promise<OfficerSet> {
  authorize(work, "setOfficer", { roles: [] });
  const { office, reference, replaces, year = yearOf(work) } = input;
  const angler = reference === null ? null : await resolvePerson(work, { reference });
  const { term, offices } = await findTerm(work, { office, year });
  const before = term ? found(term.angler) : null;
  if (before === null && angler === null) {
    throw notFound("office-not-held", `Nobody is ${office} of ${year}.`, { candidates: offices });
  }
  const set = { year, office: term?.office ?? office, angler, before };
  if (before !== null && before.id === angler?.id) return { ...set, changed: false };
  if (before !== null && before.id !== replaces) {
    throw conflict("office-held", `${before.name} is ${set.office} of ${year}. Look again who is put out.`, {
      holder: before,
    });
  }
  if (term === undefined) work.em.create(OfficerTerm, { angler: angler!.id, office, year });
  else if (angler === null) work.em.remove(term);
  else term.angler = work.em.getReference(Angler, angler.id);
  await work.em.flush();
  return { ...set, changed: true };
}

async function findTerm(
  work: Work,
  { office, year }: { office: string; year: number },
): Promise<{ term: OfficerTerm | undefined; offices: string[] }> {
  const terms = await work.em.find(OfficerTerm, { year }, { populate: ["angler"] });
  return {
    term: terms.find((one) => one.office.toLowerCase() === office.toLowerCase()),
    offices: terms.map((one) => one.office),
  };
}

const yearOf = ({ today }: Work): number => Number(today.slice(0, 4));

const found = ({ id, name, publicName }: Angler): AnglerFound => ({ id, name, publicName });
