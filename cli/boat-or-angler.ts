import { invalid, notFound } from "#core/errors.ts";
import type { Context } from "./context.ts";

export const boatOrAngler = { argument: "a boat's number, or an angler: e-mail, name or alias" } as const;

/** The boat that a bare number is, or nothing where an angler was named. */
export const boatNumberOf = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;

/** Whose bag is meant: the angler named, or of a boat anyone aboard where all aboard have one bag. */
export async function nameAboard(
  context: Context,
  { tournament, bag }: { tournament: string; bag: string },
): Promise<string | number> {
  const number = boatNumberOf(bag);
  if (number === undefined) return bag;
  const { getWeighIn } = await import("#core/results/weigh-in.service.ts");
  const { boats, asked } = await context.read((work) => getWeighIn(work, { tournament }));
  const boat = boats.find(({ boatNumber }) => boatNumber === number);
  if (boat === undefined) throw notFound("boat-not-found", `There is no boat ${number} in this tournament.`);
  if (boat.crew.length > 1 && asked.per === "angler") {
    const candidates = boat.crew.map(({ id, name }) => `${name} (${id})`);
    if (context.prompts.interactive) {
      const parameter = { argument: `Whose bag of boat ${number}`, choices: candidates };
      const chosen = await context.prompts.ask({ name: "bag", parameter });
      return boat.crew[candidates.indexOf(chosen)]!.id;
    }
    throw invalid("bag-ambiguous", `Boat ${number} has a bag for each aboard. Name the angler.`, {
      candidates,
    });
  }
  return boat.crew[0]!.id;
}
