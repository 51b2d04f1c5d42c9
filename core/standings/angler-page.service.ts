import type { AnglerRef } from "../anglers/anglers.service.ts";
import { notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { addUpFinishes, type AnglerFinishes } from "./angler-page.rules.ts";
import { type AnglerListPart, findAnglerList, findAnglerPage } from "./angler-page.queries.ts";

/** Of the list of anglers, with what is official, under their public names. */
export type AnglerList = AnglerListPart;

/** Who a number means. Of who was erased, or whose record was made one with another's, nothing else is told. */
export type AnglerPage =
  | ({ is: "here"; angler: AnglerRef } & AnglerFinishes)
  | { is: "erased" }
  | { is: "kept-as"; angler: AnglerRef };

/** As many as one page lists. */
export const listedAtOnce = 200;

/** Who has an official result, by public name, the first 200 unless said; who was erased is not among them. One query. */
export const listAnglers = (
  work: Work,
  { from = 0, limit = listedAtOnce }: { from?: number; limit?: number } = {},
): Promise<AnglerList> => findAnglerList(work, { from, limit });

/** One angler's official tournaments: seasons, bests, months and finishes; not-found for a number nobody has. One query. */
export async function getAnglerPage(work: Work, { id }: { id: number }): Promise<AnglerPage> {
  const row = await findAnglerPage(work, id);
  if (row === null) throw notFound("angler-not-found", `There is no angler ${id}.`);
  if (row.erased) return { is: "erased" };
  if (row.keptAs !== null) return { is: "kept-as", angler: row.keptAs };
  return { is: "here", angler: { id: row.id, name: row.name }, ...addUpFinishes(row.finishes) };
}
