import { exactMoney } from "#core/money.ts";
import { exactPoints } from "#core/points.ts";
import type { FigureChange, YearCorrected } from "#core/standings/correct-year.service.ts";
import { exactWeight } from "#core/weight.ts";
import type { Work } from "#core/work.ts";
import { columnsOf } from "./columns.ts";
import type { Context } from "./context.ts";
import { type Section, table } from "./output.ts";

type Verb<T> = (work: Work, agreed?: readonly FigureChange[]) => Promise<T>;

/**
 * Changes results; of an official tournament every figure that moves is shown first, and it is saved when the person
 * says yes to these, and to no others.
 */
export async function withAgreement<T extends YearCorrected>(
  context: Context,
  { tournament: reference, verb }: { tournament: string; verb: Verb<T> },
): Promise<T> {
  const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
  const { state, name } = await context.read((work) => getTournament(work, { reference }));
  if (state !== "official" || context.globals.dryRun) return context.write((work) => verb(work));
  const actor = await context.actor();
  const { figures, words } = await (await context.app()).rehearse(actor, (work) => verb(work));
  if (!context.globals.yes) {
    if (words !== null) context.say(words);
    await context.show(figuresSections(figures));
    if (figures.length === 0) context.say("No figure moves.");
  }
  const moves = figures.length === 1 ? "1 figure moves" : `${figures.length} figures move`;
  await context.prompts.confirm(`${name} is official; ${moves}. Save it?`);
  return context.write((work) => verb(work, figures));
}

/** Every figure that moves, before and after. */
export const figuresSections = (figures: readonly FigureChange[]): Section[] =>
  figures.length > 0 ? [table(columns, [...figures], "What changes")] : [];

export const figuresJson = (figures: readonly FigureChange[]): object[] =>
  figures.map(({ where, who, what, kind, before, after }) => ({
    where,
    who: who || null,
    what,
    before: exactly(kind, before),
    after: exactly(kind, after),
  }));

const columns = columnsOf<FigureChange>({
  where: "text",
  who: "text",
  what: "text",
  before: { kind: "word", value: ({ kind, before }) => printed(kind, before) },
  after: { kind: "word", value: ({ kind, after }) => printed(kind, after) },
});

type Kind = FigureChange["kind"];
const exact = { weight: exactWeight, money: exactMoney, points: exactPoints, count: Number, word: String };

const printed = (kind: Kind, value: FigureChange["before"]): string =>
  value === null ? "–" : typeof value === "number" ? String(exact[kind](value)) : value;

const exactly = (kind: Kind, value: FigureChange["before"]): string | number | null =>
  typeof value === "number" ? exact[kind](value) : value;
