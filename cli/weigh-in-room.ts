import { DomainError, type Problem } from "#core/errors.ts";
import type { BoatDoubt } from "#core/results/enter-draft.rules.ts";
import type { BoatInBook, WeighIn } from "#core/results/weigh-in.service.ts";
import type { Work } from "#core/work.ts";
import { type AnglerIndex, indexAnglers } from "./angler-search.ts";
import type { Context } from "./context.ts";
import type { Questions } from "./questions.ts";

/** What the conversation at the scales has in its hands. Nothing here is truth: that is saved boat by boat. */
export interface WeighInRoom {
  readonly context: Context;
  readonly questions: Questions;
  readonly tournament: number;
  readonly day: number;
  /** As it stood when it was last looked at; others may have added since. */
  weighIn: WeighIn;
  anglers: AnglerIndex;
  /** Entries of this sitting, the last one last. */
  readonly mine: number[];
  /** Whom boats of this sitting made guests: forgotten again with a boat that is undone or said anew. */
  readonly guests: number[];
  /** Who accepts what is hardly right; asked once. */
  decidedBy: string | null;
}

/** Looks at the book and the anglers again. */
export async function lookAgain(room: WeighInRoom): Promise<void> {
  Object.assign(room, await look(room));
}

export async function look({
  context,
  tournament,
  day,
}: Pick<WeighInRoom, "context" | "tournament" | "day">): Promise<Pick<WeighInRoom, "weighIn" | "anglers">> {
  const { getWeighIn, listAnglersToEnter } = await import("#core/results/weigh-in.service.ts");
  return context.read(async (work) => ({
    weighIn: await getWeighIn(work, { tournament, day }),
    anglers: indexAnglers(await listAnglersToEnter(work, { tournament })),
  }));
}

/** Who is in which boat: they are shown, and cannot be chosen twice. */
export function placesOf({ weighIn }: WeighInRoom, except?: number): Map<number, string> {
  const boats = weighIn.boats.filter(({ entry }) => entry !== except);
  return new Map(boats.flatMap((boat) => boat.crew.map(({ id }) => [id, placeOf(boat)] as const)));
}

export const placeOf = ({ kind, boatNumber }: Pick<BoatInBook, "kind" | "boatNumber">): string =>
  kind === "buy-in"
    ? "bought in"
    : boatNumber === null
      ? "in a boat without a number"
      : `in boat ${boatNumber}`;

/** What speaks against a boat, as far as asking again helps; anything else is thrown. */
export interface Objections {
  problems: Problem[];
  doubts: BoatDoubt[];
}

export function objectionsIn(error: unknown): Objections {
  if (!(error instanceof DomainError)) throw error;
  const { problems = [], doubts } = error.details ?? {};
  if (isDoubts(doubts)) return { problems: [], doubts };
  if (problems.length === 0) throw error;
  return { problems, doubts: [] };
}

const isDoubts = (value: unknown): value is BoatDoubt[] => Array.isArray(value);

/** Writes, and asks whether to try again where the database is away or busy: what was typed is not lost to that. */
export async function persist<T>(room: WeighInRoom, verb: (work: Work) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await room.context.write(verb);
    } catch (error) {
      if (!(error instanceof DomainError) || !["busy", "unavailable"].includes(error.kind)) throw error;
      room.context.say(error.message);
      if (!(await room.questions.agree({ message: "Try again?", fallback: true }))) throw error;
    }
  }
}
