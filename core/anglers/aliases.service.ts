import { authorize } from "../actor.ts";
import { conflict, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { AnglerAlias } from "./angler-alias.entity.ts";
import { Angler } from "./angler.entity.ts";
import { findMatches } from "./anglers.queries.ts";
import type { AddAlias } from "./anglers.schemas.ts";
import { type AnglerFound, resolveAngler, resolvePerson } from "./anglers.service.ts";

export interface AliasShown {
  angler: AnglerFound;
  alias: string;
}

/** Lets results list an angler under another name. A name someone else goes by is a conflict; one's own changes nothing. */
export async function addAlias(work: Work, { reference, alias }: AddAlias): Promise<AliasShown> {
  authorize(work, "addAlias", { roles: ["weighmaster"] });
  const angler = await resolvePerson(work, { reference });
  const holders = await findMatches(work, { texts: [alias] });
  const other = holders.find(({ id }) => id !== angler.id);
  if (other !== undefined) {
    const holder = `${other.name} (angler ${other.id})`;
    throw conflict(
      "alias-taken",
      `"${alias}" is a name of ${holder}. Merge the two, or choose another alias.`,
    );
  }
  if (holders.length === 0) {
    work.em.create(AnglerAlias, { angler: work.em.getReference(Angler, angler.id), name: alias });
    await work.em.flush();
  }
  return { angler, alias };
}

/** Takes an alias away; past results stay with the angler. */
export async function removeAlias(work: Work, { alias }: { alias: string }): Promise<AliasShown> {
  authorize(work, "removeAlias", { roles: ["weighmaster"] });
  const aliases = await work.em.find(AnglerAlias, {}, { populate: ["angler"] });
  const found = aliases.find(({ name }) => name.toLowerCase() === alias.trim().toLowerCase());
  if (found === undefined) {
    throw notFound("alias-not-found", `There is no alias "${alias.slice(0, 60)}". See sabc member alias.`);
  }
  work.em.remove(found);
  await work.em.flush();
  return show(found);
}

/** All aliases by name, or those of one angler. */
export async function listAliases(work: Work, { reference }: { reference?: string }): Promise<AliasShown[]> {
  const angler = reference === undefined ? null : await resolveAngler(work, { reference });
  const aliases = await work.em.find(AnglerAlias, angler === null ? {} : { angler: angler.id }, {
    populate: ["angler"],
    orderBy: { name: "asc" },
  });
  return aliases.map(show);
}

const show = ({ angler: { id, name, publicName }, name: alias }: AnglerAlias): AliasShown => ({
  angler: { id, name, publicName },
  alias,
});
