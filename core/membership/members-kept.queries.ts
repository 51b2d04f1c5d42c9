import { AnglerAlias } from "../anglers/angler-alias.entity.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import type { Work } from "../work.ts";
import { OfficerTerm } from "./officer-term.entity.ts";

/** Aliases, roles and offices of many anglers, by angler; three queries. */
export async function findBelongings(work: Work, { anglerIds }: { anglerIds: number[] }) {
  const theirs = { angler: { $in: anglerIds } };
  const aliases = await work.em.find(AnglerAlias, theirs, { orderBy: { name: "asc" } });
  const roles = await work.em.find(AnglerRole, theirs, { orderBy: { role: "asc" } });
  const offices = await work.em.find(OfficerTerm, theirs, { orderBy: { year: "desc", office: "asc" } });
  return {
    aliases: Map.groupBy(aliases, ({ angler }) => angler.id),
    roles: Map.groupBy(roles, ({ angler }) => angler.id),
    offices: Map.groupBy(offices, ({ angler }) => angler.id),
  };
}

/** Who holds any office in these years. */
export async function findOfficeHolders(work: Work, { years }: { years: number[] }): Promise<OfficerTerm[]> {
  if (years.length === 0) return [];
  return work.em.find(OfficerTerm, { year: { $in: [...new Set(years)] } }, { populate: ["angler"] });
}
